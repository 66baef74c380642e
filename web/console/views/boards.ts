/** All boards: what is on each, and the real element of those that are watched. It changes nothing on them. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { api, type BoardItem } from "../api.ts";
import { prefs, t, WATCHED_MAX } from "../prefs.ts";
import { BOARD, go, link } from "../route.ts";
import { session } from "../session.ts";
import { curl, empty, failure, searchField, skeleton, View, when } from "../view.ts";

/** How often the list is read, ms. */
const REFRESH_MS = 3_000;
/** So many are watched before anybody has chosen. */
const FIRST = 3;
/** So many are listed; who has more searches. */
const LISTED_MAX = 200;
/** The time of the last change is asked for of so many at each reading. */
const ASKED_MAX = 20;

class Boards extends View {
  #boards: BoardItem[] | null = null;
  #error: unknown = null;
  #query = "";
  #name = "";
  #nameFault = false;
  /** When each board changed last, with the version that this is true of. */
  readonly #changed = new Map<string, { version: number; at: number | null }>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #reading = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
    this.#timer = setInterval(() => {
      if (!document.hidden) void this.#read();
    }, REFRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      this.#boards = (await api.boards()).items;
      this.#error = null;
      this.requestUpdate();
      await this.#ask(this.#boards);
    } catch (error) {
      this.#error = error;
    } finally {
      this.#reading = false;
      this.requestUpdate();
    }
  }

  /** The last change of boards that have moved since it was asked for. */
  async #ask(boards: readonly BoardItem[]): Promise<void> {
    for (const name of this.#changed.keys()) if (!boards.some(({ board }) => board === name)) this.#changed.delete(name);
    const moved = boards
      .slice(0, LISTED_MAX)
      .filter(({ board, version }) => session.can("subscribe", board) && this.#changed.get(board)?.version !== version);
    for (const { board, version } of moved.slice(0, ASKED_MAX)) {
      const at = await api.lastChange(board).catch(() => null);
      this.#changed.set(board, { version, at });
    }
  }

  get #watched(): readonly string[] {
    const boards = this.#boards ?? [];
    const may = boards.filter(({ board }) => session.can("subscribe", board)).map(({ board }) => board);
    if (prefs.watched) return prefs.watched.filter((name) => may.includes(name));
    return [...boards]
      .sort((a, b) => b.active - a.active)
      .map(({ board }) => board)
      .filter((name) => may.includes(name))
      .slice(0, FIRST);
  }

  #watch(board: string, on: boolean): void {
    const others = this.#watched.filter((name) => name !== board);
    prefs.choose({ watched: on ? [...others, board].slice(-WATCHED_MAX) : others });
  }

  protected override render(): TemplateResult {
    const boards = this.#boards;
    return html`<div class="page">
      <div class="head">
        <div><h1>${t("boards")}</h1><p class="quiet">${t("boardsHint")}</p></div>
        ${
          boards && boards.length > 0
            ? searchField(t("searchBoards"), this.#query, (value) => {
                this.#query = value;
                this.requestUpdate();
              })
            : nothing
        }
      </div>
      ${this.#error ? failure(this.#error, () => void this.#read()) : nothing}
      ${boards === null ? (this.#error ? nothing : skeleton(6)) : boards.length === 0 ? this.#none() : this.#list(boards)}
    </div>`;
  }

  #none(): TemplateResult {
    return html`<section class="panel">${empty(t("noBoards"), t("noBoardsHint"), curl("main", "hello, every screen"))}</section>
      ${this.#byName()}`;
  }

  #list(boards: readonly BoardItem[]): TemplateResult {
    const query = this.#query.trim().toLowerCase();
    const found = boards.filter(({ board }) => board.includes(query)).slice(0, LISTED_MAX);
    const watched = this.#watched;
    return html`<div class="split boards">
      <section class="panel">
        ${
          found.length === 0
            ? html`<p class="nothing">${t("noMatch", { q: this.#query })}</p>`
            : html`<div class="scroll" tabindex="0" role="region" aria-label=${t("boards")}><table>
              <thead><tr>
                <th class="tick"><span class="unseen">${t("watch")}</span></th><th>${t("name")}</th>
                <th class="number">${t("active")}</th><th class="number">${t("version")}</th><th class="number">${t("lastChange")}</th>
              </tr></thead>
              <tbody>${repeat(
                found,
                ({ board }) => board,
                (item) => this.#row(item, watched),
              )}</tbody>
            </table></div>`
        }
        <p class="table-foot quiet">${t("boardCount", { n: boards.length })}</p>
        ${this.#byName()}
      </section>
      <section class="watching" aria-label=${t("preview")}>
        ${watched.length === 0 ? html`<p class="nothing panel">${t("watchNone")}</p>` : nothing}
        ${repeat(
          watched,
          (name) => name,
          (name) => this.#wall(name),
        )}
        ${watched.length >= WATCHED_MAX ? html`<p class="quiet">${t("watchMax", { n: WATCHED_MAX })}</p>` : nothing}
      </section>
    </div>`;
  }

  #row({ board, active, version }: BoardItem, watched: readonly string[]): TemplateResult {
    const on = watched.includes(board);
    const at = this.#changed.get(board)?.at ?? null;
    return html`<tr>
      <td class="tick"><input type="checkbox" aria-label=${t("watchBoard", { board })} .checked=${on}
        ?disabled=${(!on && watched.length >= WATCHED_MAX) || !session.can("subscribe", board)}
        @change=${(event: Event) => this.#watch(board, (event.target as HTMLInputElement).checked)} /></td>
      <td class="name"><a href=${link({ view: "board", board })}>${board}</a></td>
      <td class="number ${active === 0 ? "quiet" : ""}">${active}</td>
      <td class="number quiet">${version}</td>
      <td class="number">${at === null ? html`<span class="quiet">–</span>` : when(at)}</td>
    </tr>`;
  }

  #wall(name: string): TemplateResult {
    return html`<figure class="wall">
      <figcaption><a href=${link({ view: "board", board: name })}>${name}</a>
        <a class="textual quiet" href=${link({ view: "policy", board: name })}>${t("policy")}</a></figcaption>
      <marquee-board board=${name} .token=${session.fresh} lang=${prefs.language}></marquee-board>
    </figure>`;
  }

  #byName(): TemplateResult {
    return html`<form class="by-name" novalidate @submit=${(event: Event) => {
      event.preventDefault();
      const name = this.#name.trim();
      this.#nameFault = !BOARD.test(name);
      if (this.#nameFault) this.requestUpdate();
      else go({ view: "board", board: name });
    }}>
      <wa-input size="s" label=${t("newBoard")} placeholder="lobby" autocapitalize="off" .value=${this.#name}
        hint=${this.#nameFault ? t("badBoard") : ""}
        ?data-fault=${this.#nameFault} @input=${(event: Event) => {
          this.#name = (event.target as HTMLInputElement).value;
          this.#nameFault = false;
        }}></wa-input>
      <wa-button size="s" type="submit" appearance="outlined">${t("go")}</wa-button>
    </form>`;
  }
}

customElements.define("mq-boards", Boards);
