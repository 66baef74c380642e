/** `<mq-console>`: the frame around the views: where one is, who one is, how it looks. It shows no notice itself. */
import { html, nothing, type TemplateResult } from "lit";
import { api } from "./api.ts";
import { type Deed, KEYS, Keys, typing } from "./keys.ts";
import { prefs, t } from "./prefs.ts";
import { go, link, parse, type Route } from "./route.ts";
import { session } from "./session.ts";
import "./toasts.ts";
import { icon, View } from "./view.ts";
import "./views/board.ts";
import "./views/boards.ts";
import "./views/login.ts";
import "./views/policy.ts";
import "./views/shown.ts";
import "./views/terminals.ts";
import "./views/traffic.ts";
import { watcher } from "./watcher.ts";
import type { Word } from "./words.ts";

const KEY_WORDS: Readonly<Record<Deed, Word>> = {
  search: "keySearch",
  boards: "keyBoards",
  terminals: "keyTerminals",
  traffic: "keyTraffic",
  new: "keyNew",
  policy: "keyPolicy",
  shown: "keyShown",
  theme: "keyTheme",
  language: "keyLanguage",
  help: "keyHelp",
};
const THEME_WORDS = { auto: "themeAuto", dark: "themeDark", light: "themeLight" } as const;
/** The server's clock is asked for again after so long, ms. */
const TIME_MS = 300_000;

class Shell extends View {
  #route: Route = parse(location.hash);
  #before: Route = { view: "boards" };
  /** Who was here when the watcher began. */
  #watches = "";
  readonly #keys = new Keys();
  #help = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#moved);
    addEventListener("keydown", this.#pressed);
    session.addEventListener("change", this.#who);
    watcher.addEventListener("change", this.#refresh);
    this.#timer = setInterval(() => void api.time().catch(() => undefined), TIME_MS);
    void api.time().catch(() => undefined);
    this.#who();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#moved);
    removeEventListener("keydown", this.#pressed);
    session.removeEventListener("change", this.#who);
    watcher.removeEventListener("change", this.#refresh);
    clearInterval(this.#timer);
    watcher.stop();
  }

  readonly #refresh = (): void => this.requestUpdate();

  readonly #moved = (): void => {
    const before = this.#route;
    this.#route = parse(location.hash);
    this.requestUpdate();
    if (this.#route.view === "login" && before.view !== "login") this.#before = before;
    if (before.view === this.#route.view) return;
    // Whoever hears the page begins where the new view begins.
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("main")?.focus({ preventScroll: true }));
    scrollTo(0, 0);
  };

  /** One who is let in goes where he came from; one who is not is asked who he is. */
  readonly #who = (): void => {
    this.requestUpdate();
    const who = `${session.subject} ${session.scope}`;
    if (who !== this.#watches) watcher.stop();
    this.#watches = who;
    if (session.loggedIn || session.open) {
      watcher.start();
      void watcher.look();
      if (this.#route.view === "login" && session.loggedIn) go(this.#before);
      return;
    }
    if (session.can("subscribe")) {
      // Nothing is known yet: the first look tells whether a login is needed.
      watcher.start();
      return;
    }
    watcher.stop();
    if (this.#route.view !== "login") go({ view: "login" });
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (
      !prefs.keys ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      typing(event)
    )
      return;
    if (document.querySelector("wa-dialog[open], wa-drawer[open]") && event.key !== "?") return;
    const deed = this.#keys.press(event.key, event.timeStamp);
    if (!deed) return;
    event.preventDefault();
    this.#do(deed);
  };

  #do(deed: Deed): void {
    const { board } = this.#route as { board?: string };
    switch (deed) {
      case "boards":
      case "terminals":
      case "traffic":
        go({ view: deed });
        break;
      case "search":
        this.querySelector<HTMLElement>("[data-search]")?.focus();
        break;
      case "new":
        if (board !== undefined) this.querySelector<HTMLElement>("[data-new]")?.focus();
        break;
      case "policy":
      case "shown":
        if (board !== undefined) go({ view: deed, board });
        break;
      case "theme":
        prefs.nextTheme();
        break;
      case "language":
        prefs.nextLanguage();
        break;
      case "help":
        this.#help = !this.#help;
        this.requestUpdate();
        break;
    }
  }

  protected override render(): TemplateResult {
    document.title = `${this.#title()} · ${t("title")}`;
    return html`
      <a class="skip" href="#content" @click=${(event: Event) => {
        event.preventDefault();
        this.querySelector<HTMLElement>("main")?.focus();
      }}>${t("skip")}</a>
      <div class="frame">
        <header class="side">
          <a class="brand" href=${link({ view: "boards" })}>
            <span class="lamp" aria-hidden="true"></span><span class="latin">Marquee</span><span class="quiet">${t("brand")}</span>
          </a>
          <nav aria-label=${t("nav")}>${this.#nav()}</nav>
          ${this.#boards()}
          ${this.#foot()}
        </header>
        <main id="content" tabindex="-1">${this.#view()}</main>
      </div>
      <mq-toasts></mq-toasts>
      ${this.#helpDialog()}`;
  }

  #title(): string {
    const route = this.#route;
    if (route.view === "board") return route.board;
    if (route.view === "policy") return `${route.board} · ${t("policy")}`;
    if (route.view === "shown") return `${route.board} · ${t("asRun")}`;
    return t(route.view);
  }

  #nav(): TemplateResult {
    const at = (view: "boards" | "terminals" | "traffic"): TemplateResult => {
      const here =
        this.#route.view === view || (view === "boards" && "board" in this.#route);
      return html`<a href=${link({ view })} aria-current=${here ? "page" : nothing}>${icon(view)}<span>${t(view)}</span></a>`;
    };
    return html`${at("boards")}${at("terminals")}${at("traffic")}`;
  }

  /** The boards at hand: one click from each to the next. */
  #boards(): TemplateResult | typeof nothing {
    if (watcher.boards.length === 0) return nothing;
    const { board } = this.#route as { board?: string };
    return html`<nav class="at-hand" aria-label=${t("boards")}>
      ${watcher.boards.map(
        (name) =>
          html`<a href=${link({ view: "board", board: name })} aria-current=${name === board ? "true" : nothing}>${name}</a>`,
      )}
    </nav>`;
  }

  #foot(): TemplateResult {
    const { connected } = watcher;
    const who = session.loggedIn
      ? html`<p class="who" title=${t("scope", { scope: session.scope })}>
            ${icon("user")}<span>${session.subject || t("login")}</span>
          </p>
          <button type="button" class="link" @click=${() => void session.logOut()}>${t("logout")}</button>`
      : session.open
        ? html`<p class="who quiet">${icon("user")}<span>${t("openServer")}</span></p>`
        : nothing;
    return html`<div class="foot">
      <div class="identity">${who}</div>
      <div class="switches">
        <span class="state" data-connected=${connected} title=${t("live")}><span class="unseen">${connected}</span></span>
        <button type="button" @click=${() => prefs.nextTheme()} title=${`${t("theme")}: ${t(THEME_WORDS[prefs.theme])}`}
          aria-label=${`${t("theme")}: ${t(THEME_WORDS[prefs.theme])}`}>${icon("theme")}
          <span aria-hidden="true">${t(THEME_WORDS[prefs.theme])}</span></button>
        <button type="button" data-language @click=${() => prefs.nextLanguage()} lang=${prefs.language === "en" ? "zh-CN" : "en"}>
          ${icon("language")}<span>${prefs.language === "en" ? "中文" : "English"}</span></button>
        <button type="button" class="keys" @click=${() => this.#do("help")} title="?" aria-label=${t("help")}>${icon("help")}</button>
      </div>
    </div>`;
  }

  #view(): TemplateResult {
    const route = this.#route;
    switch (route.view) {
      case "board":
        return html`<mq-board .board=${route.board} .notice=${route.notice ?? null}></mq-board>`;
      case "policy":
        return html`<mq-policy .board=${route.board}></mq-policy>`;
      case "shown":
        return html`<mq-shown .board=${route.board}></mq-shown>`;
      case "terminals":
        return html`<mq-terminals></mq-terminals>`;
      case "traffic":
        return html`<mq-traffic></mq-traffic>`;
      case "login":
        return html`<mq-login></mq-login>`;
      default:
        return html`<mq-boards></mq-boards>`;
    }
  }

  #helpDialog(): TemplateResult {
    const close = (): void => {
      this.#help = false;
      this.requestUpdate();
    };
    return html`<wa-dialog label=${t("keysTitle")} light-dismiss ?open=${this.#help} @wa-hide=${(event: Event) => {
      if ((event.target as HTMLElement).localName === "wa-dialog") close();
    }}>
      <dl class="keys-list">
        ${KEYS.map(([deed, keys]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(KEY_WORDS[deed])}</dd></div>`)}
        <div><dt><kbd>Esc</kbd></dt><dd>${t("keyEscape")}</dd></div>
      </dl>
      <label class="check"><input type="checkbox" .checked=${prefs.keys} @change=${(event: Event) =>
        prefs.choose({ keys: (event.target as HTMLInputElement).checked })} />${t("keysOn")}</label>
      <p><a class="textual" href="/docs">${t("reference")}</a></p>
    </wa-dialog>`;
  }
}

customElements.define("mq-console", Shell);
