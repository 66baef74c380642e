/** What was really on the terminals' glass of a board, beside when it was planned. It changes nothing, and holds the newest records alone. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { api, type Outcome, type ShownItem } from "../api.ts";
import { prefs, t } from "../prefs.ts";
import { link } from "../route.ts";
import { session } from "../session.ts";
import { clock, exact, span } from "../time.ts";
import { empty, failure, searchField, skeleton, View, when } from "../view.ts";
import { watcher } from "../watcher.ts";
import type { Word } from "../words.ts";
import { boardHead } from "./board.ts";

/** So many rows are drawn; who looks for others filters, or takes the CSV. */
const ROWS_MAX = 500;
/** So many records are held, the newest ones: filters look through them. */
const HELD_MAX = 5_000;
/** How often the shortest range is read again while somebody looks, ms; longer ones are read when they are asked for. */
const REFRESH_MS = 10_000;
const HOUR_MS = 3_600_000;
const RANGES = [
  ["hour", HOUR_MS],
  ["day", 24 * HOUR_MS],
  ["week", 7 * 24 * HOUR_MS],
] as const;
const OUTCOMES: Readonly<Record<Outcome, Word>> = {
  completed: "completed",
  preempted: "preempted",
  expired: "ranOut",
  cut: "cut",
  failed: "failed",
};

class Shown extends View {
  static override readonly properties = { board: { attribute: false } };
  declare board: string;
  #items: readonly ShownItem[] | null = null;
  #more = false;
  #texts: ReadonlyMap<string, string> = new Map();
  #range: (typeof RANGES)[number] = RANGES[0];
  #query = "";
  #outcome: Outcome | "" = "";
  #error: unknown = null;
  #saving = false;
  #abort = new AbortController();
  #reading = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.board = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (!document.hidden && !this.#reading && this.#range === RANGES[0]) void this.#read();
    }, REFRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#abort.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("board")) return;
    this.#items = null;
    void this.#read();
  }

  async #read(): Promise<void> {
    if (!session.can("admin")) return;
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#reading = true;
    this.requestUpdate();
    try {
      const [{ items, more }, active] = await Promise.all([
        api.shown(this.board, watcher.now() - this.#range[1], HELD_MAX, abort.signal),
        api.notices(this.board, abort.signal),
      ]);
      if (abort.signal.aborted) return;
      this.#items = items;
      this.#more = more;
      this.#texts = new Map(active.map(({ id, text }) => [id, text]));
      this.#error = null;
    } catch (error) {
      if (!abort.signal.aborted) this.#error = error;
    } finally {
      if (this.#abort === abort) this.#reading = false;
    }
    this.requestUpdate();
  }

  async #save(): Promise<void> {
    this.#saving = true;
    this.requestUpdate();
    try {
      const address = URL.createObjectURL(await api.shownCsv(this.board, watcher.now() - this.#range[1]));
      const file = document.createElement("a");
      file.href = address;
      file.download = `${this.board}-shown-${new Date(watcher.now()).toISOString().slice(0, 19).replaceAll(":", "")}Z.csv`;
      file.click();
      URL.revokeObjectURL(address);
      this.#error = null;
    } catch (error) {
      this.#error = error;
    }
    this.#saving = false;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { board } = this;
    const admin = session.can("admin");
    return html`<div class="page shown">
      ${boardHead(board, "shown", nothing)}
      ${this.#error ? failure(this.#error, () => void this.#read()) : nothing}
      <section class="panel" aria-label=${t("asRun")}>
        ${admin ? this.#controls() : nothing}
        ${admin ? this.#body() : html`<p class="nothing">${t("asRunAdmin")}</p>`}
      </section>
    </div>`;
  }

  #controls(): TemplateResult {
    const outcomes = Object.entries(OUTCOMES) as [Outcome, Word][];
    return html`<div class="panel-head">
      <h2>${t("asRun")} <span class="count">${this.#items ? t("records", { n: `${this.#items.length}${this.#more ? "+" : ""}` }) : ""}</span></h2>
      <fieldset class="segments"><legend class="unseen">${t("range")}</legend>
        ${RANGES.map(
          (range) =>
            html`<label><input type="radio" name="range" .checked=${range === this.#range} @change=${() => {
              this.#range = range;
              this.#items = null;
              void this.#read();
            }} /><span>${t(range[0])}</span></label>`,
        )}
      </fieldset>
      <label class="choose"><span class="unseen">${t("outcome")}</span>
        <select @change=${(event: Event) => {
          this.#outcome = (event.target as HTMLSelectElement).value as Outcome | "";
          this.requestUpdate();
        }}>
          <option value="" ?selected=${this.#outcome === ""}>${t("anyOutcome")}</option>
          ${outcomes.map(([outcome, word]) => html`<option value=${outcome} ?selected=${this.#outcome === outcome}>${t(word)}</option>`)}
        </select></label>
      ${searchField(t("searchTerminals"), this.#query, (value) => {
        this.#query = value;
        this.requestUpdate();
      })}
      <div class="buttons">
        <wa-button size="s" appearance="plain" ?loading=${this.#reading} @click=${() => void this.#read()}>${t("readAgain")}</wa-button>
        <wa-button size="s" appearance="outlined" ?loading=${this.#saving} @click=${() => void this.#save()}>${t("csv")}</wa-button>
      </div>
    </div>`;
  }

  #body(): TemplateResult | typeof nothing {
    const items = this.#items;
    if (items === null) return this.#error ? nothing : skeleton(6);
    if (items.length === 0) {
      const element = `<script type="module" src="${location.origin}/embed/v1.js"></script>\n<marquee-board src="${location.origin}" board="${this.board}" name="lobby-east"></marquee-board>`;
      return empty(t("noRecords"), t("noRecordsHint"), element);
    }
    const query = this.#query.trim().toLowerCase();
    const found = items.filter(
      ({ terminal, outcome }) => terminal.toLowerCase().includes(query) && (this.#outcome === "" || outcome === this.#outcome),
    );
    if (found.length === 0) return html`<p class="nothing">${t("noneSuch")}</p>`;
    const rows = found.slice(0, ROWS_MAX);
    const notes = [
      found.length > ROWS_MAX ? t("newest", { n: ROWS_MAX }) : "",
      this.#more ? t("held", { n: HELD_MAX.toLocaleString("en") }) : "",
    ].filter(Boolean);
    return html`<div class="scroll"><table class="cards">
      <thead><tr><th>${t("terminal")}</th><th>${t("notice")}</th><th class="number">${t("planned")}</th><th class="number">${t("cameIn")}</th>
        <th class="number">${t("wentOut")}</th><th>${t("outcome")}</th><th class="number">${t("lateBy")}</th>
        <th class="number">${t("clockOff")}</th></tr></thead>
      <tbody>${repeat(
        rows,
        ({ terminal, id, rev, in: came }, at) => `${terminal}\n${id}\n${rev}\n${came}\n${at}`,
        (item) => this.#row(item),
      )}</tbody>
    </table></div>
    ${notes.length > 0 ? html`<p class="quiet table-foot">${notes.join(" ")}</p>` : nothing}`;
  }

  #row(item: ShownItem): TemplateResult {
    const [came, went] = [Date.parse(item.in), Date.parse(item.out)];
    const text = this.#texts.get(item.id);
    const at = (time: number): TemplateResult =>
      html`<time class="mono" datetime=${new Date(time).toISOString()} title=${exact(time)}>${clock(time)}</time>`;
    const planned = item.planned === null ? null : Date.parse(item.planned);
    const unknown = html`<span class="quiet" title=${t("notPlanned")}>–</span>`;
    return html`<tr>
      <td class="name" data-label=${t("terminal")}><strong dir="auto">${item.terminal}</strong></td>
      <td class="words" data-label=${t("notice")}><span>${item.play === "pin" ? html`<span class="tag">${t("pin")}</span> ` : nothing}${
        text === undefined
          ? html`<span class="mono">${item.id}</span>`
          : html`<a dir="auto" href=${link({ view: "board", board: this.board, notice: item.id })}>${text}</a>`
      }</span></td>
      <td class="number" data-label=${t("planned")}>${planned === null ? unknown : at(planned)}</td>
      <td class="number" data-label=${t("cameIn")}><span>${at(came)} <span class="quiet">${when(came)}</span></span></td>
      <td class="number" data-label=${t("wentOut")}><span>${at(went)} <span class="quiet">${span(went - came, prefs.language)}</span></span></td>
      <td data-label=${t("outcome")}><span class="outcome" data-outcome=${item.outcome}>${t(OUTCOMES[item.outcome] ?? "none")}</span></td>
      <td class="number" data-label=${t("lateBy")}>${planned === null ? unknown : signed(came - planned)}</td>
      <td class="number" data-label=${t("clockOff")}>${item.offset_ms === null ? html`<span class="quiet">–</span>` : signed(item.offset_ms)}</td>
    </tr>`;
  }
}

/** Milliseconds with their sign; seconds beyond ten of them. */
const signed = (ms: number): TemplateResult => {
  const size = Math.abs(ms) < 10_000 ? `${Math.abs(ms)} ms` : `${(Math.abs(ms) / 1_000).toFixed(1)} s`;
  return html`<span class="mono">${ms < 0 ? "−" : "+"}${size}</span>`;
};

customElements.define("mq-shown", Shown);
