/**
 * `<marquee-board>`: a board on a page, in step with every other screen of it. It keeps playing through an outage, and
 * says so. It never shows markup of a notice, and needs no dependency.
 */
import type { Connection, Token } from "../sdk/options.ts";
import { Shell } from "../sdk/shell.ts";
import type { Connected, Entry, Notice, Policy, Screen } from "../sdk/frames.ts";
import { Playhead } from "../sdk/playhead.ts";
import { Renderer } from "./render.ts";
import { styles } from "./styles.ts";
import { words } from "./words.ts";

/** What `screen()` tells: the object of `/now`, and how this element stands to it. */
export interface ElementScreen extends Screen {
  connected: Connected;
  /** The server's clock minus this one's, ms. */
  offset_ms: number;
  /** How wide the glass is, in cells. */
  width_cells: number;
}

/** The events of the element, by name; they bubble and cross shadow trees. */
export interface MarqueeEvents {
  "marquee-state": CustomEvent<{ connected: Connected }>;
  "marquee-entry": CustomEvent<{ entry: Entry }>;
  "marquee-error": CustomEvent<{ code: string; detail: string }>;
}

/**
 * Attributes, all reflected:
 * - `src`: the server. Default: where the page came from.
 * - `board`: Default: `main`.
 * - `token`: a token. As a property it may be a function that returns (a promise of) a fresh one.
 * - `name`: what the terminal calls itself.
 * - `offset-cells`: how far the right edge lies to the left of the wall's right edge, in cells. Default: 0.
 * - `theme`: `dark` (default), `light`, or `auto`: as the reader prefers.
 * - `lang`: the language of the few words that it says by itself; `en` and `zh`. Default: the page's.
 *
 * Custom properties: `--marquee-cell`, `--marquee-background`, `--marquee-color`, `--marquee-urgent`,
 * `--marquee-warning`, `--marquee-info`, `--marquee-low`. Parts: `ribbon`, `pin`, `status`.
 */
export class MarqueeBoard extends HTMLElement {
  static readonly observedAttributes = ["src", "board", "token", "name", "offset-cells", "theme", "lang"];

  readonly #renderer = new Renderer();
  readonly #stillness = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #sizes = new ResizeObserver(() => this.#renderer.measure());
  #token: Token | undefined;
  #connection: Connection | null = null;
  #playhead: Playhead | null = null;
  #frame = 0;
  #pending: "nothing" | "reconnect" = "nothing";

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styles()];
    shadow.append(this.#renderer.root);
  }

  get src(): string {
    return this.getAttribute("src") ?? location.origin;
  }
  set src(value: string) {
    this.setAttribute("src", value);
  }

  get board(): string {
    return this.getAttribute("board") || "main";
  }
  set board(value: string) {
    this.setAttribute("board", value);
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }
  set name(value: string) {
    this.setAttribute("name", value);
  }

  get theme(): string {
    return this.getAttribute("theme") ?? "dark";
  }
  set theme(value: string) {
    this.setAttribute("theme", value);
  }

  get offsetCells(): number {
    const cells = Number(this.getAttribute("offset-cells"));
    return Number.isFinite(cells) ? cells : 0;
  }
  set offsetCells(value: number) {
    this.setAttribute("offset-cells", String(value));
  }

  /** A token, or a function that returns (a promise of) a fresh one; a text is reflected, a function is not. */
  get token(): Token | undefined {
    return this.#token;
  }
  set token(value: Token | null | undefined) {
    if (typeof value === "string") {
      this.setAttribute("token", value);
      return;
    }
    this.removeAttribute("token");
    this.#token = value ?? undefined;
    this.#restart();
  }

  get connected(): Connected {
    return this.#connection?.connected ?? (this.#pending === "reconnect" ? "catching-up" : "offline");
  }

  /** The server's clock, ms; with a fraction. */
  get serverTime(): number {
    return this.#connection?.serverTime() ?? Date.now();
  }

  /** The last entry that it has; `null` before there is one. */
  get cursor(): string | null {
    return this.#connection?.cursor(this.board) ?? null;
  }

  /** The notices that are active now, started or not, in order of version. */
  get notices(): Notice[] {
    return this.#playhead?.at(Math.floor(this.serverTime))?.active.map((active) => active.notice) ?? [];
  }

  /** The policy in force; `null` before the board is known. */
  get policy(): Policy | null {
    return this.#playhead?.at(Math.floor(this.serverTime))?.policy ?? null;
  }

  /** What every screen of the board shows at a time of the server (default: now), and how this one stands to it. */
  screen(at?: number): ElementScreen {
    const board = this.board;
    const time = Math.floor(at ?? this.serverTime);
    const nothing: Screen = { at: time, board, cursor: null, x: null, pin: null, slot: null, trail: null, active: null };
    return {
      ...(this.#connection?.screen(board, time) ?? nothing),
      connected: this.connected,
      offset_ms: this.#connection?.offsetMs() ?? 0,
      width_cells: this.#renderer.glass.widthCells,
    };
  }

  connectedCallback(): void {
    for (const element of this.#renderer.sized) this.#sizes.observe(element);
    this.#stillness.addEventListener("change", this.#setMotion);
    document.fonts.addEventListener("loadingdone", this.#refit);
    this.#setMotion();
    this.#renderer.measure();
    this.#restart();
    this.#showStatus();
    const draw = (): void => {
      this.#frame = requestAnimationFrame(draw);
      const time = this.serverTime;
      const play = this.#playhead?.at(Math.floor(time));
      if (play) this.#renderer.paint(play, time);
    };
    this.#frame = requestAnimationFrame(draw);
  }

  disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    this.#sizes.disconnect();
    this.#stillness.removeEventListener("change", this.#setMotion);
    document.fonts.removeEventListener("loadingdone", this.#refit);
    this.#stop();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    switch (name) {
      case "offset-cells":
        this.#renderer.offsetCells = this.offsetCells;
        break;
      case "lang":
        this.#showStatus();
        break;
      case "token":
        this.#token = value ?? undefined;
        this.#restart();
        break;
      case "theme":
        break;
      default:
        this.#restart();
    }
  }

  readonly #setMotion = (): void => {
    this.#renderer.motion = this.#stillness.matches ? "still" : "scroll";
  };

  readonly #refit = (): void => this.#renderer.refit();

  /** What changes at once, from its place in the document to its attributes, makes one new connection. */
  #restart(): void {
    if (!this.isConnected || this.#pending === "reconnect") return;
    this.#pending = "reconnect";
    queueMicrotask(() => {
      this.#pending = "nothing";
      if (!this.isConnected) return;
      this.#stop();
      this.#renderer.clear();
      this.#start();
    });
  }

  #stop(): void {
    this.#connection?.close();
    this.#connection = null;
    this.#playhead = null;
  }

  #start(): void {
    const { board, name, src } = this;
    try {
      this.#connection = new Shell({ src, board, token: this.#token, name: name || undefined });
    } catch (error) {
      const detail = `src is no address of a server: ${JSON.stringify(src)}. Give one such as http://127.0.0.1:8080. (${String(error)})`;
      this.#showStatus();
      this.#tell("marquee-error", { code: "src", detail });
      return;
    }
    this.#playhead = this.#connection.playhead(board);
    this.#connection.on("state", ({ connected }) => {
      this.#showStatus();
      this.#tell("marquee-state", { connected });
    });
    this.#connection.on("entry", ({ entry }) => {
      this.#announce(entry);
      this.#tell("marquee-entry", { entry });
    });
    this.#connection.on("error", ({ code, detail }) => this.#tell("marquee-error", { code, detail }));
    this.#showStatus();
  }

  /** New notices alone are read out, and only what comes live; what is pinned is an alert of its own. */
  #announce(entry: Entry): void {
    if (entry.type !== "put" || entry.notice.rev !== entry.version || entry.notice.count > 1) return;
    if (this.connected === "live" && this.policy?.levels[entry.notice.level].play !== "pin") {
      this.#renderer.announce(entry.notice);
    }
  }

  #showStatus(): void {
    const language = this.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
    this.#renderer.status(this.connected, words(language));
  }

  #tell<K extends keyof MarqueeEvents>(type: K, detail: MarqueeEvents[K]["detail"]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "marquee-board": MarqueeBoard;
  }
}
