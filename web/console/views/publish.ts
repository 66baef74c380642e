/** The form that publishes and replaces. What will stand on the glass is seen before it is sent; a fault stands at its field. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LEVELS, type Level, type Policy } from "../../sdk/frames.ts";
import { api, ApiError, asError, type Listed } from "../api.ts";
import { look } from "../look.ts";
import { cells, clean, draftOf, EMPTY, type Fields, fieldsOf, shownText } from "../notice.ts";
import { t } from "../prefs.ts";
import { toast } from "../toasts.ts";
import { failure, View } from "../view.ts";
import { watcher } from "../watcher.ts";

/** The wall that the preview speaks of, in cells. */
const WALL_CELLS = 80;
/** The form's fields by the server's places. */
const PLACES: Readonly<Record<string, keyof Fields>> = {
  "/id": "id",
  "/level": "level",
  "/text": "text",
  "/html": "html",
  "/tags": "tags",
  "/key": "key",
  "/ttl": "ttl",
  "/starts_at": "startsAt",
  "/link": "link",
  "/data": "data",
};

/** What was typed and not sent when the form was left, of the last board: whoever comes back finds it. */
let left: { board: string; fields: Fields; editing: string | null } | null = null;

/** An id for a draft: a publish whose answer was lost is repeated under the same one, and happens once. */
const mint = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Publish extends View {
  static override readonly properties = { board: { attribute: false }, policy: { attribute: false } };
  declare board: string;
  declare policy: Policy | null;
  #fields: Fields = { ...EMPTY };
  #editing: string | null = null;
  #faults = new Map<keyof Fields, string>();
  #error: unknown = null;
  #sending = false;
  #more = false;
  /** The id of what is being sent, as long as nothing of it changes. */
  #minted: string | null = null;

  constructor() {
    super();
    this.board = "";
    this.policy = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave(this.board);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("board")) return;
    const before = changed.get("board") as string;
    if (before) {
      this.#leave(before);
      this.#clear();
    }
    if (left?.board !== this.board) return;
    this.#fields = left.fields;
    this.#editing = left.editing;
  }

  #leave(board: string): void {
    const { level: _, ...typed } = this.#fields;
    const something = Object.values(typed).some((value) => value !== "");
    if (something) left = { board, fields: this.#fields, editing: this.#editing };
    else if (left?.board === board) left = null;
  }

  /** Takes a notice into the form, to be replaced. */
  edit(notice: Listed): void {
    this.#fields = fieldsOf(notice, watcher.now());
    this.#editing = notice.id;
    this.#faults = new Map();
    this.#error = null;
    this.#more = ["html", "startsAt", "link", "data"].some((name) => this.#fields[name as keyof Fields] !== "");
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: "nearest" });
      this.querySelector<HTMLElement>("[data-new]")?.focus();
    });
  }

  #clear(): void {
    this.#fields = { ...EMPTY, level: this.#fields.level };
    this.#editing = null;
    this.#faults = new Map();
    this.#error = null;
    this.#minted = null;
    this.requestUpdate();
  }

  #set<K extends keyof Fields>(name: K, value: Fields[K]): void {
    this.#fields = { ...this.#fields, [name]: value };
    this.#minted = null;
    this.#faults.delete(name);
    this.requestUpdate();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    const { draft, faults } = draftOf(this.#fields);
    this.#error = null;
    this.#faults = new Map([...faults].map(([place, { word, values }]) => [PLACES[place] ?? "text", t(word, values)]));
    if (faults.size > 0) {
      this.#show();
      return;
    }
    this.#sending = true;
    this.requestUpdate();
    try {
      const { id: _, ...rest } = draft;
      this.#minted ??= mint();
      const answer =
        this.#editing === null
          ? await api.publish({ ...rest, id: draft.id ?? this.#minted, board: this.board })
          : await api.put(this.board, this.#editing, rest);
      toast(answer.status === "accepted" ? t("published", { n: answer.version }) : t(answer.status, { n: answer.version }));
      this.#clear();
      this.dispatchEvent(new CustomEvent("mq-published"));
    } catch (error) {
      this.#refused(asError(error));
    } finally {
      this.#sending = false;
      this.requestUpdate();
    }
  }

  /** Each fault goes to its field; what has none, and a refusal without faults, is told above the buttons. */
  #refused(problem: ApiError): void {
    let placed = 0;
    for (const { pointer, detail } of problem.errors) {
      const name = PLACES[`/${pointer.split("/")[1] ?? ""}`];
      if (name === undefined) continue;
      this.#faults.set(name, detail);
      placed += 1;
    }
    this.#error = placed > 0 && placed === problem.errors.length ? null : problem;
    this.#show();
  }

  #show(): void {
    if (["html", "startsAt", "link", "data", "id"].some((name) => this.#faults.has(name as keyof Fields))) this.#more = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[data-fault]")?.focus());
  }

  protected override render(): TemplateResult {
    const fields = this.#fields;
    const editing = this.#editing;
    return html`<section class="panel publish" aria-labelledby="publish-title">
      <div class="panel-head"><h2 id="publish-title">${editing === null ? t("publishTitle") : t("replaceTitle", { id: editing })}</h2></div>
      <form novalidate autocomplete="off" @submit=${(event: Event) => {
        event.preventDefault();
        void this.#send();
      }} @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#send();
        if (event.key === "Escape" && editing !== null) this.#clear();
      }}>
        ${this.#levels(fields.level)}
        <wa-textarea data-new size="s" rows="2" resize="auto" label=${t("text")} dir="auto" .value=${fields.text}
          hint=${this.#faults.get("text") ?? ""}
          ?data-fault=${this.#faults.has("text")}
          @input=${(event: Event) => this.#set("text", (event.target as HTMLTextAreaElement).value)}></wa-textarea>
        ${this.#card()}
        <div class="pair">
          ${this.#field("tags", t("tags"), t("tagsHint"))}
          ${this.#field("ttl", t("ttl"), t("ttlHint", { n: this.policy?.ttl ?? 600 }), "numeric")}
        </div>
        ${this.#field("key", t("key"), t("keyHint"))}
        <details class="more" ?open=${this.#more} @toggle=${(event: Event) => {
          this.#more = (event.target as HTMLDetailsElement).open;
        }}>
          <summary>${t("more")}</summary>
          <div class="pair">
            ${this.#field("startsAt", t("startsAt"), t("startsHint"), "datetime-local")}
            ${editing === null ? this.#field("id", t("id"), t("idHint")) : nothing}
          </div>
          ${this.#field("link", t("link"), t("linkHint"))}
          ${this.#field("html", t("html"), t("htmlHint"))}
          ${this.#field("data", t("data"), t("dataHint"))}
        </details>
        ${this.#error ? failure(this.#error) : nothing}
        <div class="buttons">
          <wa-button type="submit" size="s" variant="brand" ?loading=${this.#sending}>${editing === null ? t("publish") : t("replace")}</wa-button>
          ${editing !== null ? html`<wa-button size="s" appearance="plain" @click=${() => this.#clear()}>${t("cancel")}</wa-button>` : nothing}
          <span class="quiet"><kbd>Ctrl</kbd> <kbd>⏎</kbd></span>
        </div>
      </form>
    </section>`;
  }

  #levels(chosen: Level): TemplateResult {
    return html`<fieldset class="levels"><legend class="unseen">${t("level")}</legend>
      ${LEVELS.map(
        (level) => html`<label><input type="radio" name="level" value=${level} .checked=${level === chosen}
            @change=${() => this.#set("level", level)} />
          <span><span class="chip" ${look({ "--level": this.policy?.levels[level].color ?? "transparent" })}></span>${level}</span></label>`,
      )}
    </fieldset>
    ${this.#faults.has("level") ? html`<p class="fault" role="alert">${this.#faults.get("level")}</p>` : nothing}`;
  }

  #field(
    name: Exclude<keyof Fields, "level">,
    label: string,
    hint: string,
    kind: "text" | "numeric" | "datetime-local" = "text",
  ): TemplateResult {
    const fault = this.#faults.get(name);
    return html`<wa-input size="s" data-field=${name} label=${label} type=${kind === "datetime-local" ? kind : "text"}
      inputmode=${kind === "numeric" ? kind : "text"}
      .value=${this.#fields[name]} hint=${fault ?? hint} ?data-fault=${fault !== undefined} autocapitalize="off" spellcheck="false"
      @input=${(event: Event) => this.#set(name, (event.target as HTMLInputElement).value)}></wa-input>`;
  }

  /** What will stand on the glass: the cleaned text, in its level's manner. */
  #card(): TemplateResult {
    const { text, level } = this.#fields;
    const shown = shownText(this.#fields);
    const manner = this.policy?.levels[level];
    const pinned = manner?.play === "pin" && manner.hold_ms > 0;
    const width = cells(shown);
    const how = pinned
      ? t("pins", { s: manner.hold_ms / 1_000 })
      : t("scrolls", { s: Math.round((WALL_CELLS + width) / (this.policy?.speed ?? 12)), n: WALL_CELLS });
    const altered = text !== "" && clean(text) !== text.replaceAll("\n", " ").replaceAll("\t", " ");
    return html`<div class="drawn">
      <p class="caption">${t("draft")}</p>
      <div class="glass" data-play=${pinned ? "pin" : "scroll"} ${look({ "--level": manner?.color ?? "#e8eaed" })}>
        ${shown ? html`<span class="ink" dir="auto">${shown}</span>` : html`<span class="ghost">${t("draftEmpty")}</span>`}
      </div>
      <p class="caption">${shown ? html`${t("cellCount", { n: width })} · ${how}` : "\u00a0"}${altered ? html`<br />${t("cleaned")}` : nothing}</p>
    </div>`;
  }
}

customElements.define("mq-publish", Publish);
