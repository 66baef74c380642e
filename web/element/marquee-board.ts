/**
 * `<marquee-board>`: a board on a page, in step with every other screen of it. It keeps playing through an outage, and
 * says so. It never shows markup of a notice, and needs no dependency.
 */
import type { Token } from "../sdk/options.ts";
import type { Timeline } from "../sdk/timeline.ts";
import { Shell, unknown } from "../sdk/shell.ts";
import type { Connected, Entry, Notice, Policy, Screen } from "../sdk/frames.ts";
import type { Playhead } from "../sdk/playhead.ts";
import type { Hold } from "./hold.ts";
import { wanted } from "./layout.ts";
import { Renderer } from "./render.ts";
import { sheet } from "./styles.ts";
import type { Stay, Watch } from "./witness.ts";
import { words } from "./words.ts";

/** Errors that say that no token opens the board. */
const CLOSED = ["unauthorized", "forbidden", "token-expired", "token-revoked"];

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
  "marquee-shown": CustomEvent<Stay>;
  "marquee-error": CustomEvent<{ code: string; detail: string }>;
}

/**
 * Attributes, all reflected:
 * - `src`: the server. Default: where the page came from.
 * - `board`: Default: `main`.
 * - `token`: a token. As a property it may be a function that returns (a promise of) a fresh one.
 * - `name`: what the terminal calls itself. One with a name tells what was on its glass: `marquee-shown`, and to the server.
 * - `offset-cells`: how far the right edge lies to the left of the wall's right edge, in cells. Default: 0.
 * - `tags`: only notices with any of these tags, separated by commas, are shown here. Default: all.
 * - `min-level`: only notices of this level or a more urgent one are shown here. Default: all.
 * - `skin`: `dots` looks like lamps behind a mask, for LED walls. Default: none.
 * - `theme`: `dark` (default), `light`, or `auto`: as the reader prefers.
 * - `lang`: the language of the few words that it says by itself; `en` and `zh`. Default: the page's.
 *
 * Custom properties: `--marquee-cell`, `--marquee-background`, `--marquee-color`, `--marquee-urgent`,
 * `--marquee-warning`, `--marquee-info`, `--marquee-low`. Parts: `ribbon`, `pin`, `status`.
 */
export class MarqueeBoard extends HTMLElement {
  static readonly observedAttributes = ["src", "board", "token", "name", "offset-cells", "tags", "min-level", "skin", "theme", "lang"];

  readonly #renderer = new Renderer();
  readonly #stillness = matchMedia("(prefers-reduced-motion: reduce)");
  readonly #sizes = new ResizeObserver(() => this.#renderer.measure());
  #hold: Hold | null = null;
  #token: Token | undefined;
  #connection: Shell | null = null;
  #playhead: Playhead | null = null;
  /** What keeps watch over the glass of a terminal with a name. */
  #watch: Watch | null = null;
  #refused = false;
  #frame = 0;
  /** Whether a new connection is due, for everything that changes at once. */
  #pending = false;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet()];
    const { root } = this.#renderer;
    shadow.append(root);
    const watch = async (): Promise<void> => {
      const { Hold } = await import("./hold.ts");
      this.#hold ??= new Hold(root, () => this.#showStatus());
    };
    root.addEventListener("pointerenter", watch, { once: true });
    root.addEventListener("focus", watch, { once: true });
  }

  declare board: string;
  declare name: string;
  declare tags: string;
  declare minLevel: string;
  declare skin: string;
  declare theme: string;
  declare src: string;

  get offsetCells(): number {
    return Number(this.getAttribute("offset-cells")) || 0;
  }
  set offsetCells(value: number) {
    this.setAttribute("offset-cells", String(value));
  }

  /** A token, or a function that returns (a promise of) a fresh one; a text is reflected, a function is not. */
  get token(): Token | undefined {
    return this.#token;
  }
  set token(value: Token | null | undefined) {
    if (typeof value === "string") this.setAttribute("token", value);
    // A template sets it again and again: the same one is no reason to connect anew.
    else if (this.#token !== (value ?? undefined)) {
      this.removeAttribute("token");
      this.#token = value ?? undefined;
      this.#restart();
    }
  }

  get connected(): Connected {
    return this.#connection?.connected ?? "offline";
  }

  /** The server's clock, ms; with a fraction. */
  get serverTime(): number {
    return this.#connection?.serverTime() ?? Date.now();
  }

  /** The last entry that it has; `null` before there is one. */
  get cursor(): string | null {
    return this.#connection?.cursor(this.board) ?? null;
  }

  get #play(): Timeline | null | undefined {
    return this.#playhead?.at(Math.floor(this.serverTime));
  }

  /** The notices that are active now, started or not, in order of version. */
  get notices(): Notice[] {
    return this.#play?.active.map((active) => active.notice) ?? [];
  }

  /** The policy in force; `null` before the board is known. */
  get policy(): Policy | null {
    return this.#play?.policy ?? null;
  }

  /** What every screen of the board shows at a time of the server (default: now), and how this one stands to it. */
  screen(at?: number): ElementScreen {
    const board = this.board;
    const time = at ?? this.serverTime;
    return {
      ...(this.#connection?.screen(board, time) ?? unknown(board, time)),
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
    // All of a picture is of the time that its frame has, whenever its turn comes.
    const draw = (frameTime: number): void => {
      this.#frame = requestAnimationFrame(draw);
      const time = this.#connection?.serverTime(performance.timeOrigin + frameTime) ?? 0;
      const play = this.#playhead?.at(Math.floor(time));
      if (!play) return;
      const drawing = this.#renderer.paint(play, time, this.skin === "dots", this.#hold?.held === true);
      this.#watch?.look(play, time, drawing, this.#renderer.glass, this.#renderer.wants);
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
      case "tags":
      case "min-level":
        this.#renderer.wants = wanted(this.tags, this.minLevel);
        break;
      case "lang":
        this.#showStatus();
        break;
      case "token":
        this.#token = value ?? undefined;
        this.#restart();
        break;
      case "skin":
        if (value === "dots") void this.#wear(import("./dots.ts"));
        break;
      case "theme":
        if (value === "light" || value === "auto") void this.#wear(import("./light.ts"));
        break;
      default:
        this.#restart();
    }
  }

  readonly #setMotion = async (): Promise<void> => {
    const still = this.#stillness.matches ? await this.#wear(import("./still.ts")) : null;
    this.#renderer.still = this.#stillness.matches ? still : null;
  };

  /** Puts a sheet on that few boards need, and gives what came with it. */
  async #wear<T extends { default: string }>(loading: Promise<T>): Promise<T> {
    const found = await loading;
    const worn = this.shadowRoot?.adoptedStyleSheets;
    if (worn && !worn.includes(sheet(found.default))) worn.push(sheet(found.default));
    return found;
  }

  readonly #refit = (): void => this.#renderer.refit();

  /** What changes at once, from its place in the document to its attributes, makes one new connection. */
  #restart(): void {
    if (!this.isConnected || this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (!this.isConnected) return;
      this.#stop();
      this.#renderer.clear();
      this.#start();
    });
  }

  #stop(): void {
    this.#watch?.end();
    this.#watch = null;
    this.#connection?.close();
    this.#connection = null;
    this.#playhead = null;
  }

  #start(): void {
    const { board, name, src } = this;
    try {
      this.#connection = new Shell({ src, board, token: this.#token, name: name || undefined });
    } catch (error) {
      this.#showStatus();
      this.#tell("marquee-error", { code: "src", detail: `src: ${String(error)}` });
      return;
    }
    this.#playhead = this.#connection.playhead(board);
    const connection = this.#connection;
    if (name) {
      void import("./witness.ts").then(({ Watch }) => {
        if (this.#connection === connection) this.#watch = new Watch(connection, board, (stay) => this.#tell("marquee-shown", stay));
      });
    }
    this.#refused = false;
    connection.on("state", ({ connected }) => {
      if (connected === "live") this.#refused = false;
      this.#showStatus();
      this.#tell("marquee-state", { connected });
    });
    connection.on("entry", ({ entry }) => {
      if (entry.type === "delete") this.#renderer.drop(entry.id);
      this.#announce(entry);
      this.#tell("marquee-entry", { entry });
    });
    connection.on("error", ({ code, detail }) => {
      this.#refused ||= CLOSED.includes(code);
      this.#showStatus();
      this.#tell("marquee-error", { code, detail });
    });
    this.#showStatus();
  }

  /** New notices alone are read out, and only what comes live; what is urgent is read when it comes on the glass. */
  #announce(entry: Entry): void {
    if (entry.type !== "put" || entry.notice.count > 1) return;
    const { notice } = entry;
    if (this.connected === "live" && notice.level !== "URGENT" && this.#renderer.wants(notice)) this.#renderer.announce(notice);
  }

  async #showStatus(): Promise<void> {
    const found = await words(this.closest<HTMLElement>("[lang]")?.lang ?? navigator.language);
    const { connected } = this;
    this.#renderer.status(this.#refused ? "closed" : connected === "live" && this.#hold?.held ? "paused" : connected, connected, found);
  }

  #tell<K extends keyof MarqueeEvents>(type: K, detail: MarqueeEvents[K]["detail"]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

// These say what their attribute says, and their default where there is none.
for (const [name, fallback] of Object.entries({ src: location.origin, board: "main", name: "", tags: "", minLevel: "", skin: "", theme: "dark" })) {
  const attribute = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  Object.defineProperty(MarqueeBoard.prototype, name, {
    get(this: MarqueeBoard) {
      return this.getAttribute(attribute) || fallback;
    },
    set(this: MarqueeBoard, value: string) {
      this.setAttribute(attribute, value);
    },
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "marquee-board": MarqueeBoard;
  }
}
