/** One board, steered: the real element, what is active on it, the form that publishes, the life of one notice. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Entry, Policy } from "../../sdk/frames.ts";
import { api, asError, type Listed } from "../api.ts";
import { again } from "../notice.ts";
import { prefs, t } from "../prefs.ts";
import { go, link } from "../route.ts";
import { session } from "../session.ts";
import { toast } from "../toasts.ts";
import { failure, skeleton, View, when } from "../view.ts";
import { watcher } from "../watcher.ts";
import "./lifecycle.ts";
import "./notices.ts";
import "./publish.ts";
import type { Publish } from "./publish.ts";

/** After an entry the list is read again, but not more often than this, ms. */
const AFTER_MS = 300;
/** How often it is read where no entries are heard, ms. */
const POLL_MS = 5_000;
/** So much of a text is said again in words about it. */
const SAID_MAX = 40;

const TABS = { board: "live", policy: "policy", shown: "asRun" } as const;
type BoardView = keyof typeof TABS;

const short = (text: string): string => ([...text].length > SAID_MAX ? `${[...text].slice(0, SAID_MAX).join("")}…` : text);

class Board extends View {
  static override readonly properties = { board: { attribute: false }, notice: { attribute: false } };
  declare board: string;
  declare notice: string | null;

  #notices: Listed[] | null = null;
  #policy: Policy | null = null;
  #error: unknown = null;
  #deed: unknown = null;
  #version: number | null = null;
  #changed: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();

  constructor() {
    super();
    this.board = "";
    this.notice = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("marquee-entry", this.#heard as EventListener);
    this.#timer = setInterval(() => {
      if (!document.hidden) void this.#read();
    }, POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("marquee-entry", this.#heard as EventListener);
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#abort.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("board")) return;
    this.#notices = this.#policy = this.#error = this.#deed = this.#version = this.#changed = null;
    this.#abort.abort();
    this.#abort = new AbortController();
    void this.#read();
    void this.#readPolicy();
  }

  readonly #heard = ({ detail: { entry } }: CustomEvent<{ entry: Entry }>): void => {
    this.#version = entry.version;
    this.#changed = entry.at;
    if (entry.type === "policy") this.#policy = entry.policy;
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.#read();
    }, AFTER_MS);
  };

  async #read(): Promise<void> {
    const { board } = this;
    const { signal } = this.#abort;
    try {
      const notices = await api.notices(board, signal);
      if (signal.aborted) return;
      this.#notices = notices;
      this.#error = null;
      if (this.#changed === null && session.can("subscribe", board)) {
        const { at, cursor } = await api.now(board).then(async (now) => ({ cursor: now.cursor, at: await api.lastChange(board) }));
        if (signal.aborted) return;
        this.#changed = cursor === null ? null : at;
      }
    } catch (error) {
      if (!signal.aborted) this.#error = error;
    }
    this.requestUpdate();
  }

  async #readPolicy(): Promise<void> {
    if (!session.can("subscribe", this.board)) return;
    const { board } = this;
    const policy = await api.policy(board).catch(() => null);
    if (board !== this.board || !policy) return;
    this.#policy = policy.body.policy;
    this.requestUpdate();
  }

  /** Takes it off every screen at once; for a while there is a way back. */
  async #retract(notice: Listed): Promise<void> {
    const { board } = this;
    const draft = again(notice, watcher.now());
    this.#deed = null;
    try {
      await api.retract(board, notice.id);
      toast(t("retracted", { text: short(notice.text) }), () => void this.#restore(board, notice, draft));
    } catch (error) {
      // Gone already: that is what was wanted.
      if (asError(error).status !== 404) this.#deed = error;
    }
    void this.#read();
  }

  async #restore(board: string, notice: Listed, draft: ReturnType<typeof again>): Promise<void> {
    try {
      await api.put(board, notice.id, draft);
      toast(t("restored", { text: short(notice.text) }));
    } catch (error) {
      this.#deed = error;
    }
    void this.#read();
  }

  protected override render(): TemplateResult {
    const { board } = this;
    const may = { publish: session.can("publish", board), subscribe: session.can("subscribe", board) };
    const version = this.#version ?? watcher.version(board);
    return html`<div class="page">
      ${boardHead(
        board,
        "board",
        html`<span class="facts">
        <span>${t("active")} <strong>${this.#notices?.length ?? "–"}</strong></span>
        ${version === null ? nothing : html`<span>${t("version")} <strong>${version}</strong></span>`}
        ${this.#changed === null ? nothing : html`<span>${t("lastChange")} <strong>${when(this.#changed)}</strong></span>`}
      </span>`,
      )}
      ${
        may.subscribe
          ? html`<figure class="wall large"><figcaption class="unseen">${t("preview")}</figcaption>
            <marquee-board board=${board} .token=${session.fresh} lang=${prefs.language}></marquee-board></figure>`
          : nothing
      }
      ${this.#deed ? failure(this.#deed) : nothing}
      <div class="split board ${may.publish ? "" : "single"}">
        <section class="panel">
          ${this.#error ? failure(this.#error, () => void this.#read()) : nothing}
          ${
            this.#notices === null
              ? this.#error
                ? nothing
                : skeleton(5)
              : html`<mq-notices .board=${board} .notices=${this.#notices} .policy=${this.#policy} .may=${may.publish}
                @mq-retract=${(event: CustomEvent<Listed>) => void this.#retract(event.detail)}
                @mq-replace=${(event: CustomEvent<Listed>) => this.#form?.edit(event.detail)}></mq-notices>`
          }
        </section>
        ${
          may.publish
            ? html`<mq-publish .board=${board} .policy=${this.#policy} @mq-published=${() => void this.#read()}></mq-publish>`
            : nothing
        }
      </div>
      <mq-lifecycle .board=${board} .notice=${this.notice} .listed=${this.#notices?.find(({ id }) => id === this.notice) ?? null}
        @mq-close=${() => {
          if (this.notice !== null) go({ view: "board", board });
        }}></mq-lifecycle>
    </div>`;
  }

  get #form(): Publish | null {
    return this.querySelector<Publish>("mq-publish");
  }
}

/** The head of a board's views; what was shown is for operators. */
export function boardHead(board: string, here: BoardView, facts: TemplateResult | typeof nothing): TemplateResult {
  const tab = (view: BoardView): TemplateResult =>
    html`<a href=${link({ view, board })} aria-current=${view === here ? "page" : nothing}>${t(TABS[view])}</a>`;
  return html`<div class="head">
    <div>
      <p class="trail"><a href=${link({ view: "boards" })}>${t("boards")}</a></p>
      <h1>${board}</h1>
    </div>
    <nav class="tabs" aria-label=${board}>${tab("board")}${tab("policy")}${session.can("admin") ? tab("shown") : nothing}</nav>
    ${facts}
  </div>`;
}

customElements.define("mq-board", Board);
