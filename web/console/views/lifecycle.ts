/** The drawer of one notice: what it says, and when it was accepted, stored and delivered. It changes nothing. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { api, asError, type Lifecycle, type Listed, type Stage } from "../api.ts";
import { t } from "../prefs.ts";
import { session } from "../session.ts";
import { clock, exact } from "../time.ts";
import { failure, skeleton, View, when } from "../view.ts";
import type { Word } from "../words.ts";

/** While it is open it is asked for again, ms: stages come later. */
const REFRESH_MS = 2_000;
const STAGES: Readonly<Record<string, Word>> = {
  accepted: "accepted",
  stored: "stored",
  delivered: "delivered",
  shown: "shown",
  deleted: "deleted",
  expired: "expired",
};

class LifecycleDrawer extends View {
  static override readonly properties = { board: { attribute: false }, notice: { attribute: false }, listed: { attribute: false } };
  declare board: string;
  declare notice: string | null;
  declare listed: Listed | null;
  #life: Lifecycle | null = null;
  #error: unknown = null;
  /** The last that was known of it: it stays in sight when it has gone. */
  #known: Listed | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.board = "";
    this.notice = null;
    this.listed = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (this.notice !== null && !document.hidden) void this.#read();
    }, REFRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.listed) this.#known = this.listed;
    if (!changed.has("notice") || this.notice === null) return;
    this.#known = this.listed;
    this.#life = null;
    this.#error = null;
    void this.#read();
  }

  async #read(): Promise<void> {
    const { board, notice } = this;
    if (notice === null || !session.can("admin")) return;
    try {
      const life = await api.lifecycle(board, notice);
      if (notice !== this.notice) return;
      this.#life = life;
      this.#error = null;
    } catch (error) {
      if (notice === this.notice) this.#error = error;
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { notice } = this;
    return html`<wa-drawer placement="end" light-dismiss label=${t("lifecycleOf", { id: notice ?? "" })} ?open=${notice !== null}
      @wa-hide=${(event: Event) => {
        if ((event.target as HTMLElement).localName === "wa-drawer") this.dispatchEvent(new CustomEvent("mq-close"));
      }}>
      ${notice === null ? nothing : html`${this.#content()}${this.#stages()}`}
    </wa-drawer>`;
  }

  #content(): TemplateResult {
    const known = this.#known;
    if (!known) return html`<p class="quiet">${t("noticeGone")}</p>`;
    const row = (label: string, value: unknown): TemplateResult => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
    return html`<p class="quote" dir="auto">${known.text}</p>
      <dl class="facts-list">
        ${row(t("level"), known.level)}
        ${known.key === undefined ? nothing : row(t("key"), known.key)}
        ${
          known.tags.length === 0
            ? nothing
            : row(
                t("tags"),
                known.tags.map((tag) => html`<span class="tag">${tag}</span> `),
              )
        }
        ${known.link === undefined ? nothing : row(t("link"), safe(known.link))}
        ${known.html === undefined ? nothing : row(t("html"), html`<code>${known.html}</code>`)}
        ${known.data === undefined ? nothing : row(t("data"), html`<code>${JSON.stringify(known.data)}</code>`)}
        ${row(t("started"), when(Date.parse(known.starts_at)))}
        ${row(t("expiresAt"), when(Date.parse(known.expires_at)))}
        ${row(t("revision"), html`${known.version}${known.rev === known.version ? nothing : ` → ${known.rev}`}`)}
        ${row(
          t("trace"),
          html`<span class="mono">${known.trace_id}</span>
          <wa-copy-button value=${known.trace_id} copy-label=${t("copy")} success-label=${t("copied")}></wa-copy-button>`,
        )}
      </dl>`;
  }

  #stages(): TemplateResult {
    if (!session.can("admin")) return html`<h3>${t("lifecycle")}</h3><p class="quiet">${t("lifecycleAdmin")}</p>`;
    if (this.#error && asError(this.#error).status === 404)
      return html`<h3>${t("lifecycle")}</h3><p class="quiet">${t("lifecycleGone")}</p>`;
    return html`<h3>${t("lifecycle")}</h3>
      ${this.#error ? failure(this.#error, () => void this.#read()) : nothing}
      ${this.#life ? this.#steps(this.#life.stages) : this.#error ? nothing : skeleton(3)}`;
  }

  #steps(stages: readonly Stage[]): TemplateResult {
    return html`<ol class="stages">
      ${stages.map((stage, at) => {
        const time = Date.parse(stage.at);
        const before = stages[at - 1];
        const word = STAGES[stage.stage];
        const more = [stage.terminals === undefined ? "" : t("onTerminals", { n: stage.terminals }), stage.reason ?? ""]
          .filter(Boolean)
          .join(" · ");
        return html`<li data-stage=${stage.stage}>
          <span class="stage">${word ? t(word) : stage.stage}${more ? html`<span class="quiet"> · ${more}</span>` : nothing}</span>
          <time class="mono" datetime=${stage.at} title=${exact(time)}>${clock(time)}</time>
          <span class="after mono">${before ? `+${difference(time - Date.parse(before.at))}` : ""}</span>
        </li>`;
      })}
    </ol>`;
  }
}

/** Milliseconds while they are few, seconds with one digit beyond. */
const difference = (ms: number): string => (Math.abs(ms) < 10_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`);

/** A link that the server let pass is https; anything else is shown and leads nowhere. */
function safe(address: string): TemplateResult {
  return /^https:\/\//i.test(address)
    ? html`<a class="textual" href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`
    : html`<span>${address}</span>`;
}

customElements.define("mq-lifecycle", LifecycleDrawer);
