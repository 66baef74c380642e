/**
 * Draws the play into the shadow tree. A picture costs one transform: pieces lie still on the ribbon, and the ribbon
 * moves. It decides nothing of what is shown; `layout.ts` and the timeline do.
 */
import type { Connected, Notice, Policy } from "../sdk/frames.ts";
import { cellsOf } from "./cells.ts";
import { exactX, type Glass, type Piece, type Play, pieces, pinShiftCells } from "./layout.ts";
import type * as Still from "./still.ts";
import { Text } from "./text.ts";
import type { Drawing } from "./witness.ts";
import type { State, Words } from "./words.ts";

/** A cell is this part of the glass's height, unless `--marquee-cell` says otherwise. */
const CELL_OF_HEIGHT = 0.28;
/** How many cells the probe is wide: a font's size has no more than a few digits. */
const PROBE_CELLS = 64;
/** A ribbon that has moved further is laid out anew, so that pixels stay exact, px. */
const REBASE_PX = 50_000;
/** Room at each side of a text that stands still, in cells. */
const PADDING_CELLS = 1.3;
/** A pinned text is rather made smaller than moved, down to this part of its size. */
const SHRUNK_MIN = 0.65;
/** How many notices are kept for those who hear them. */
const HEARD_MAX = 8;
/** Of how many urgent notices it is remembered that they were read out. */
const READ_MAX = 256;
/** A cell of the skin `dots` is so many dots wide, and a dot takes so many pixels at least. */
const DOTS_OF_CELL = 8;
const DOT_MIN_PX = 3;

interface Drawn {
  element: HTMLElement;
  text: Text;
  head: number;
}

function made(className: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export class Renderer {
  readonly root = made("glass", { role: "group", tabindex: "0" });
  readonly #probe = made("probe");
  readonly #ribbon = made("ribbon", { part: "ribbon", role: "marquee" });
  readonly #pin = made("pin", { part: "pin" });
  readonly #card = made("card");
  readonly #window = made("window");
  readonly #status = made("status", { part: "status", role: "status" });
  readonly #heard = made("heard", { role: "log" });
  readonly #alerts = made("heard", { role: "alert" });
  readonly #read = new Set<string>();
  readonly #drawn = new Map<string, Drawn>();
  #pinned: { key: string; element: HTMLElement; text: Text } | null = null;
  #cellPx = 0;
  #widthPx = 0;
  #zoom = 1;
  #base = 0;
  #still: typeof Still | null = null;
  #last: Drawing = { x: 0, pieces: [] };
  offsetCells = 0;
  /** Which notices are shown; the others leave their stretch of the tape empty. */
  wants: (notice: Notice) => boolean = () => true;

  constructor() {
    this.#pin.hidden = true;
    this.#pin.append(this.#card);
    this.#card.append(this.#window);
    this.root.append(this.#probe, this.#ribbon, this.#pin, this.#status, this.#heard, this.#alerts);
  }

  /** What is to be watched for a change of size. */
  get sized(): readonly Element[] {
    return [this.root, this.#probe];
  }

  get glass(): Glass {
    return { widthCells: this.#cellPx > 0 ? this.#widthPx / this.#cellPx : 0, offsetCells: this.offsetCells };
  }

  /** Measures the glass and its cells anew, and fits every text to them. */
  measure(): void {
    this.root.style.setProperty("--auto-cell", `${Math.round(this.root.clientHeight * CELL_OF_HEIGHT)}px`);
    this.#widthPx = this.root.clientWidth;
    const { offsetWidth } = this.#probe;
    this.#cellPx = offsetWidth / PROBE_CELLS;
    this.#zoom = this.#probe.getBoundingClientRect().width / offsetWidth || 1;
    this.refit();
  }

  /** Fits every text to its cells: the font may have come only now. */
  refit(): void {
    for (const drawn of this.#drawn.values()) this.#place(drawn);
    this.#pinned?.text.fit(this.#cellPx, this.#zoom);
  }

  /** Empties the glass and draws from now on without motion; `null`: with it. */
  set still(still: typeof Still | null) {
    this.#still = still;
    this.root.dataset.motion = still ? "still" : "scroll";
    this.clear();
  }

  clear(): void {
    for (const [key, { element }] of this.#drawn) this.#remove(key, element);
    this.#unpin();
    this.#ribbon.style.transform = "";
  }

  status(state: State, connected: Connected, words: Words): void {
    Object.assign(this.#status.dataset, { state, connected });
    this.#status.textContent = words[state];
    this.root.setAttribute("aria-label", words.ribbon);
  }

  /** Tells those who hear a page of a new notice. What is urgent interrupts, once, when it comes on the glass. */
  announce(notice: Notice, where = this.#heard): void {
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = notice.text;
    where.append(line);
    while (where.childElementCount > HEARD_MAX) where.firstElementChild?.remove();
  }

  /** Takes a notice off a ribbon that is held. */
  drop(id: string): void {
    for (const [key, { element }] of this.#drawn) if (element.dataset.id === id) this.#remove(key, element);
    this.#last.pieces = this.#last.pieces.filter(({ notice }) => notice.id !== id);
  }

  /** Draws the play at a time of the server, ms with a fraction; a ribbon that is held stays as it is. */
  paint(play: Play, time: number, dots: boolean, held: boolean): Drawing {
    if (!held) {
      const x = exactX(play, time);
      this.#last = { x, pieces: this.#still ? this.#paintStill(play, x) : this.#paintRibbon(play, x, dots) };
    }
    this.#paintPin(play, time);
    return this.#last;
  }

  #paintRibbon(play: Play, x: number, dots: boolean): Piece[] {
    if (this.#cellPx <= 0) return [];
    const moved = ((x - this.#base) / 1_000) * this.#cellPx;
    if (Math.abs(moved) > REBASE_PX) {
      this.#base = x;
      for (const drawn of this.#drawn.values()) this.#place(drawn);
    }
    const wanted = pieces(play, x, this.glass).filter(({ notice }) => this.wants(notice));
    this.#keep(wanted, play.policy);
    const left = this.#widthPx + this.offsetCells * this.#cellPx - ((x - this.#base) / 1_000) * this.#cellPx;
    // Lamps do not move: what they show goes from one to the next.
    const step = dots ? Math.max(DOT_MIN_PX, Math.round(this.#cellPx / DOTS_OF_CELL)) : 0;
    this.#ribbon.style.transform = `translate3d(${step ? Math.round(left / step) * step : left}px, 0, 0)`;
    return wanted;
  }

  #paintStill(play: Play, x: number): Piece[] {
    const page = this.#still?.ribbonPage(play, x, this.glass.widthCells - 2 * PADDING_CELLS, cellsOf);
    const notice = page && this.wants(page.notice) ? page.notice : null;
    const key = notice ? `${notice.id}:${notice.rev}` : "";
    const wanted = notice ? [{ key, notice, head: 0, leftCells: 0 }] : [];
    this.#keep(wanted, play.policy);
    if (page) this.#still?.turn(this.#drawn.get(key)?.text.element, page);
    return wanted;
  }

  #remove(key: string, element: HTMLElement): void {
    element.remove();
    this.#drawn.delete(key);
  }

  /** Exactly these pieces are on the ribbon from now on. */
  #keep(wanted: readonly Piece[], policy: Policy): void {
    for (const [key, { element }] of this.#drawn) {
      if (!wanted.some((piece) => piece.key === key)) this.#remove(key, element);
    }
    for (const { key, notice, head } of wanted) {
      const known = this.#drawn.get(key);
      if (known) {
        this.#tint(known.element, notice, policy);
        continue;
      }
      const { element, text } = this.#notice(notice, "piece");
      this.#tint(element, notice, policy);
      const drawn = { element, text, head };
      this.#drawn.set(key, drawn);
      this.#ribbon.append(element);
      this.#place(drawn);
    }
  }

  #notice(notice: Notice, className: string): { element: HTMLElement; text: Text } {
    const { id, rev, level } = notice;
    const element = made(className, { "data-id": id, "data-rev": String(rev), "data-level": level });
    const text = new Text(notice);
    element.append(text.element);
    if (notice.level === "URGENT" && !this.#read.has(notice.id)) {
      this.#read.add(notice.id);
      if (this.#read.size > READ_MAX) this.#read.delete([...this.#read][0] ?? "");
      this.announce(notice, this.#alerts);
    }
    return { element, text };
  }

  /** In the colour of its level: the page's, else the policy's. */
  #tint(element: HTMLElement, notice: Notice, policy: Policy): void {
    const { color } = policy.levels[notice.level];
    const safe = /^#[0-9a-f]{6}$/i.test(color) ? color : "#e8eaed";
    if (element.dataset.color === safe) return;
    element.dataset.color = safe;
    element.style.setProperty("--level", `var(--marquee-${notice.level.toLowerCase()}, ${safe})`);
  }

  #place({ element, text, head }: Drawn): void {
    if (this.#still) return;
    element.style.left = `${((head - this.#base) / 1_000) * this.#cellPx}px`;
    text.fit(this.#cellPx, this.#zoom);
  }

  #paintPin(play: Play, time: number): void {
    const { pin, policy } = play;
    if (!pin || !this.wants(pin.notice)) {
      this.#unpin();
      return;
    }
    this.#tint(this.#pin, pin.notice, policy);
    const key = `${pin.from}:${pin.notice.id}:${pin.notice.rev}`;
    if (this.#pinned?.key !== key) {
      const held = this.#notice(pin.notice, "held");
      this.#pin.hidden = false;
      this.#card.dataset.level = pin.notice.level;
      this.#window.replaceChildren(held.element);
      this.#pinned = { key, ...held };
      if (!this.#still) held.text.fit(this.#cellPx, this.#zoom);
    }
    const room = this.glass.widthCells - 2 * PADDING_CELLS;
    const page = this.#still?.pinPage(play, time, room, cellsOf);
    if (page) return this.#still?.turn(this.#pinned?.text.element, page);
    const fit = Math.min(1, room / pin.notice.cells);
    const shift = pinShiftCells(pin, policy, room, time) * this.#cellPx;
    const transform = fit < SHRUNK_MIN ? `translate3d(${-shift}px, 0, 0)` : `scale(${fit})`;
    if (this.#pinned && this.#pinned.element.style.transform !== transform) this.#pinned.element.style.transform = transform;
  }

  #unpin(): void {
    if (!this.#pinned) return;
    this.#pinned = null;
    this.#pin.hidden = true;
    this.#window.replaceChildren();
  }
}
