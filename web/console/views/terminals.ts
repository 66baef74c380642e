/** Who is connected, how far each is, and what it shows. It rests while nobody looks, and changes nothing. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Screen } from "../../sdk/frames.ts";
import { api, type TerminalItem } from "../api.ts";
import { t } from "../prefs.ts";
import { link } from "../route.ts";
import { session } from "../session.ts";
import { empty, failure, icon, searchField, skeleton, View, when } from "../view.ts";
import { watcher } from "../watcher.ts";

/** How often it is asked, ms. */
const REFRESH_MS = 2_000;
/** What is on so many boards is asked for at each reading. */
const BOARDS_MAX = 8;
/** Texts that are kept by board and id; beyond it the oldest go. */
const TEXTS_MAX = 200;
/** So many rows are drawn; who has more filters. */
const ROWS_MAX = 300;

/** What a board shows, with the text of it. */
interface Showing {
  id: string;
  text: string;
  pinned: boolean;
}

class Terminals extends View {
  #items: TerminalItem[] | null = null;
  #more = false;
  #error: unknown = null;
  #query = "";
  #showing = new Map<string, Showing | null>();
  readonly #texts = new Map<string, string>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #reading = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
    this.#timer = setInterval(() => {
      if (!document.hidden) void this.#read();
    }, REFRESH_MS);
    document.addEventListener("visibilitychange", this.#back);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#back);
  }

  readonly #back = (): void => {
    if (!document.hidden) void this.#read();
  };

  async #read(): Promise<void> {
    if (this.#reading || !session.can("admin")) return;
    this.#reading = true;
    try {
      const { items, next } = await api.terminals();
      this.#items = items;
      this.#more = next !== null;
      this.#error = null;
      this.requestUpdate();
      await this.#ask([...new Set(items.map(({ board }) => board))].slice(0, BOARDS_MAX));
    } catch (error) {
      this.#error = error;
    } finally {
      this.#reading = false;
      this.requestUpdate();
    }
  }

  async #ask(boards: readonly string[]): Promise<void> {
    const found = await Promise.all(boards.map(async (board) => [board, await this.#shown(board).catch(() => null)] as const));
    this.#showing = new Map(found);
  }

  async #shown(board: string): Promise<Showing | null> {
    const { pin, slot }: Screen = await api.now(board);
    const on = pin ?? slot;
    if (!on) return null;
    const key = `${board}\n${on.id}\n${on.rev}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = await api.notice(board, on.id).then(
        (notice) => notice.text,
        () => on.id,
      );
      this.#texts.set(key, text);
      for (const old of this.#texts.keys()) if (this.#texts.size > TEXTS_MAX) this.#texts.delete(old);
    }
    return { id: on.id, text, pinned: pin !== null };
  }

  protected override render(): TemplateResult {
    const items = this.#items;
    const lagging = items?.filter(({ lag }) => lag.versions > 0).length ?? 0;
    return html`<div class="page">
      <div class="head">
        <div><h1>${t("terminals")}</h1>
          <p class="quiet">${t("every", { n: REFRESH_MS / 1_000 })} · ${t("paused")}</p></div>
        ${
          items && items.length > 0
            ? html`<span class="facts"><span><strong>${t("terminalCount", { n: `${items.length}${this.#more ? "+" : ""}` })}</strong></span>
              ${lagging > 0 ? html`<span class="lagging"><strong>${t("laggingCount", { n: lagging })}</strong></span>` : nothing}</span>
            ${searchField(t("searchTerminals"), this.#query, (value) => {
              this.#query = value;
              this.requestUpdate();
            })}`
            : nothing
        }
      </div>
      ${this.#error ? failure(this.#error, () => void this.#read()) : nothing}
      <section class="panel">${this.#body(items)}</section>
    </div>`;
  }

  #body(items: readonly TerminalItem[] | null): TemplateResult | typeof nothing {
    if (!session.can("admin")) return html`<p class="nothing">${t("terminalsAdmin")}</p>`;
    if (items === null) return this.#error ? nothing : skeleton(6);
    if (items.length === 0) {
      return empty(
        t("noTerminals"),
        t("noTerminalsHint"),
        `curl -N '${location.origin}/v1/sse?board=main&terminal=feed&name=lobby'`,
      );
    }
    const query = this.#query.trim().toLowerCase();
    const found = items.filter(({ name = "", board, kind, transport, session: id }) =>
      [name, board, kind, transport, id].some((value) => value.toLowerCase().includes(query)),
    );
    if (found.length === 0) return html`<p class="nothing">${t("noMatch", { q: this.#query })}</p>`;
    return html`<table class="cards">
      <thead><tr><th>${t("name")}</th><th>${t("kind")}</th><th>${t("board")}</th><th>${t("transport")}</th><th class="number">${t("since")}</th>
        <th class="number">${t("cursor")}</th><th class="number">${t("lag")}</th><th>${t("shows")}</th></tr></thead>
      <tbody>${repeat(
        found.slice(0, ROWS_MAX),
        (item) => `${item.session}.${item.board}`,
        (item) => this.#row(item),
      )}</tbody>
    </table>`;
  }

  #row(item: TerminalItem): TemplateResult {
    const { lag, kind } = item;
    const late = lag.versions > 0;
    const showing = this.#showing.get(item.board);
    const plays = kind !== "feed";
    return html`<tr data-late=${late ? "yes" : nothing}>
      <td class="name" data-label=${t("name")}>
        ${item.name === undefined ? html`<span class="quiet">${t("unnamed")}</span>` : html`<strong dir="auto">${item.name}</strong>`}
        ${item.session === watcher.session ? html`<span class="tag own">${t("thisConsole")}</span>` : nothing}
        <span class="quiet mono small">${item.session}</span>
      </td>
      <td data-label=${t("kind")}>${kind}</td>
      <td data-label=${t("board")}><a href=${link({ view: "board", board: item.board })}>${item.board}</a></td>
      <td class="quiet" data-label=${t("transport")}>${item.transport}</td>
      <td class="number" data-label=${t("since")}>${when(Date.parse(item.since))}</td>
      <td class="number mono" data-label=${t("cursor")} title=${item.cursor}>${item.cursor.replace(/^.*\./, "…")}</td>
      <td class="number" data-label=${t("lag")}>${
        late
          ? html`<span class="late">${icon("warning")} ${t("behind", { n: lag.versions })} · ${lag.ms.toLocaleString("en")} ms</span>`
          : html`<span class="quiet">${t("inStep")}</span>`
      }</td>
      <td class="shows" data-label=${t("shows")}>${
        !plays || late
          ? html`<span class="quiet">–</span>`
          : showing
            ? html`${showing.pinned ? html`<span class="tag">${t("pin")}</span> ` : nothing}<span dir="auto">${showing.text}</span>`
            : html`<span class="quiet">${t("nothingOn")}</span>`
      }</td>
    </tr>`;
  }
}

customElements.define("mq-terminals", Terminals);
