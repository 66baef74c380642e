/** What is active on a board, as a dense table: each notice with what is left of its life and what can be done to it. Its texts are texts. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Policy } from "../../sdk/frames.ts";
import type { Listed } from "../api.ts";
import { look } from "../look.ts";
import { prefs, t } from "../prefs.ts";
import { link } from "../route.ts";
import { exact, relative, span } from "../time.ts";
import { curl, empty, icon, searchField, View, when } from "../view.ts";
import { watcher } from "../watcher.ts";

class Notices extends View {
  static override readonly properties = {
    board: { attribute: false },
    notices: { attribute: false },
    policy: { attribute: false },
    may: { attribute: false },
  };
  declare board: string;
  declare notices: readonly Listed[];
  declare policy: Policy | null;
  declare may: boolean;
  #query = "";

  constructor() {
    super();
    this.board = "";
    this.notices = [];
    this.policy = null;
    this.may = false;
  }

  #tell(name: "mq-retract" | "mq-replace", notice: Listed): void {
    this.dispatchEvent(new CustomEvent(name, { detail: notice }));
  }

  protected override render(): TemplateResult {
    const now = watcher.now();
    // What has expired meanwhile is not shown until the list is read again.
    const active = this.notices.filter(({ expires_at }) => Date.parse(expires_at) > now);
    const query = this.#query.trim().toLowerCase();
    const found = active.filter((notice) =>
      [notice.text, notice.id, notice.key ?? "", notice.level, ...notice.tags].some((value) => value.toLowerCase().includes(query)),
    );
    return html`<div class="panel-head">
        <h2>${t("notices")} <span class="count">${active.length}</span></h2>
        ${
          active.length > 0
            ? searchField(t("searchNotices"), this.#query, (value) => {
                this.#query = value;
                this.requestUpdate();
              })
            : nothing
        }
      </div>
      ${
        active.length === 0
          ? empty(t("noNotices"), t("noNoticesHint"), curl(this.board, "hello, every screen"))
          : found.length === 0
            ? html`<p class="nothing">${t("noMatch", { q: this.#query })}</p>`
            : html`<table class="cards notices">
              <thead><tr>
                <th>${t("level")}</th><th>${t("text")}</th><th>${t("key")}</th>
                <th class="number">${t("started")}</th><th class="number">${t("left")}</th><th class="number">${t("actions")}</th>
              </tr></thead>
              <tbody>${repeat(
                found,
                ({ id }) => id,
                (notice) => this.#row(notice, now),
              )}</tbody>
            </table>`
      }`;
  }

  #row(notice: Listed, now: number): TemplateResult {
    const starts = Date.parse(notice.starts_at);
    const ends = Date.parse(notice.expires_at);
    const left = Math.max(0, Math.min(1, (ends - now) / Math.max(1, ends - starts)));
    const color = this.policy?.levels[notice.level].color ?? "transparent";
    const name = notice.text.slice(0, 80);
    return html`<tr>
      <td class="level" data-label=${t("level")}><span class="chip" ${look({ "--level": color })}></span>${notice.level}</td>
      <td class="words" data-label=${t("text")}>
        <a class="text" dir="auto" href=${link({ view: "board", board: this.board, notice: notice.id })}>${notice.text}</a>
        ${notice.count > 1 ? html`<span class="times">${t("count", { n: notice.count })}</span>` : nothing}
        ${notice.tags.length > 0 ? html`<span class="tags">${notice.tags.map((tag) => html`<span class="tag">${tag}</span>`)}</span>` : nothing}
      </td>
      <td class="quiet key" data-label=${t("key")}>${notice.key ?? html`<span aria-hidden="true">–</span>`}</td>
      <td class="number" data-label=${t("started")}>${starts > now ? html`<span class="soon">${when(starts)}</span>` : when(starts)}</td>
      <td class="number" data-label=${t("left")}>
        <time datetime=${notice.expires_at}
          title=${`${exact(ends)} · ${relative(ends, now, prefs.language)}`}>${span(ends - now, prefs.language)}</time>
        <span class="life" aria-hidden="true"><span ${look({ "inline-size": `${(left * 100).toFixed(1)}%` })}></span></span>
      </td>
      <td class="number acts">
        <a class="act" href=${link({ view: "board", board: this.board, notice: notice.id })} title=${t("details")}
          aria-label=${`${t("details")}: ${name}`}>${icon("details")}</a>
        ${
          this.may
            ? html`<button type="button" class="act" title=${t("replace")} aria-label=${`${t("replace")}: ${name}`}
                @click=${() => this.#tell("mq-replace", notice)}>${icon("edit")}</button>
              <button type="button" class="act danger" title=${t("retract")} aria-label=${`${t("retract")}: ${name}`}
                @click=${() => this.#tell("mq-retract", notice)}>${icon("retract")}</button>`
            : nothing
        }
      </td>
    </tr>`;
  }
}

customElements.define("mq-notices", Notices);
