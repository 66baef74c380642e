/**
 * What all views have: they live in the page's own tree so that one style holds, speak the chosen language, and say
 * what went wrong with a way out. Texts go in as texts, never as markup.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { asError, type ApiError } from "./api.ts";
import { prefs, t } from "./prefs.ts";
import { link } from "./route.ts";
import { session } from "./session.ts";
import { exact, relative } from "./time.ts";
import { watcher } from "./watcher.ts";
import type { Word } from "./words.ts";

/** How often relative times are said anew, ms. */
const TICK_MS = 1_000;

export abstract class View extends LitElement {
  #tick: ReturnType<typeof setInterval> | undefined;
  readonly #again = (): void => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prefs.addEventListener("change", this.#again);
    session.addEventListener("change", this.#again);
    this.#tick = setInterval(() => {
      if (!document.hidden) this.requestUpdate();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    prefs.removeEventListener("change", this.#again);
    session.removeEventListener("change", this.#again);
    clearInterval(this.#tick);
  }
}

export const icon = (name: string): TemplateResult => html`<wa-icon name=${name} aria-hidden="true"></wa-icon>`;

/** A time as it is seen from now, with the exact one on hover. */
export const when = (at: number): TemplateResult =>
  html`<time datetime=${new Date(at).toISOString()} title=${exact(at)}>${relative(at, watcher.now(), prefs.language)}</time>`;

/** What went wrong, and what to do: try again, or log in as someone who may. `said` takes the place of the usual words. */
export function failure(error: unknown, retry?: () => void, said?: Word): TemplateResult {
  const problem: ApiError = asError(error);
  const login = said === undefined && (problem.status === 401 || problem.status === 403);
  return html`<div class="callout failure" role="alert">
    ${icon("warning")}
    <div>
      <strong>${t(said ?? problem.word, { n: problem.status })}</strong>
      ${problem.message ? html`<p>${problem.message}</p>` : nothing}
      ${problem.traceId ? html`<p class="quiet mono">${problem.traceId}</p>` : nothing}
    </div>
    <div class="acts">
      ${login ? html`<a class="textual" href=${link({ view: "login" })}>${t("loginAgain")}</a>` : nothing}
      ${retry ? html`<wa-button size="s" appearance="outlined" @click=${retry}>${t("retry")}</wa-button>` : nothing}
    </div>
  </div>`;
}

/** Rows that are on their way: shapes of what will be there. */
export const skeleton = (rows: number): TemplateResult =>
  html`<div class="waiting" role="status" aria-label=${t("loading")}>
    ${Array.from({ length: rows }, () => html`<wa-skeleton effect="none"></wa-skeleton>`)}
  </div>`;

/** Where nothing is: why, and a command that changes it. */
export const empty = (title: string, hint: string, command?: string): TemplateResult =>
  html`<div class="empty">
    <strong>${title}</strong>
    <p>${hint}</p>
    ${
      command === undefined
        ? nothing
        : html`<div class="code">
          <pre tabindex="0" role="group" aria-label=${title}>${command}</pre>
          <wa-copy-button value=${command} copy-label=${t("copy")} success-label=${t("copied")}></wa-copy-button>
        </div>`
    }
  </div>`;

/** The search field of a view: `/` goes there. */
export const searchField = (label: string, value: string, changed: (value: string) => void): TemplateResult =>
  html`<label class="search">
    ${icon("search")}<span class="unseen">${label}</span>
    <input type="search" data-search placeholder=${label} .value=${value} autocomplete="off" spellcheck="false"
      @input=${(event: InputEvent) => changed((event.target as HTMLInputElement).value)} /><kbd aria-hidden="true">/</kbd>
  </label>`;

/** The curl of a text, with the reader's own variable in place of a token. */
export const curl = (board: string, text: string): string => {
  const bearer = session.loggedIn ? ' \\\n  -H "Authorization: Bearer $MARQUEE_TOKEN"' : "";
  return `curl -d '${text}' \\\n  -H 'Marquee-Level: info'${bearer} \\\n  ${location.origin}/v1/boards/${board}`;
};
