/**
 * Draws the play into the shadow tree. A picture costs one transform: pieces lie still on the ribbon, and the ribbon
 * moves. It decides nothing of what is shown; `layout.ts` and the timeline do.
 */
import type { Connected, Notice, Pin, Policy } from "../sdk/frames.ts";
import { exactX, type Glass, type Piece, type Play, pieces, pinShiftCells, still } from "./layout.ts";
import { Text } from "./text.ts";
import type { Words } from "./words.ts";

/** A cell is this part of the glass's height, unless `--marquee-cell` says otherwise. */
const CELL_OF_HEIGHT = 0.28;
/** How many cells the probe is wide: a font's size has no more than a few digits. */
const PROBE_CELLS = 64;
/** A ribbon that has moved further is laid out anew, so that pixels stay exact, px. */
const REBASE_PX = 50_000;
/** Room at each side of a text that stands still, in cells. */
const PADDING_CELLS = 0.75;
/** How many notices are kept for those who hear them. */
const HEARD_MAX = 8;
/** Dark ink is `#14060a`: its relative luminance. */
const DARK_LUMINANCE = 0.0035;

/** What is drawn with: still, where the reader asked for less motion. */
export type Motion = "scroll" | "still";

interface Drawn {
  element: HTMLElement;
  text: Text;
  head: number;
}

function made(tag: string, className: string, part?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (part) element.setAttribute("part", part);
  return element;
}

/** How much light a CSS colour `rgb(…)` gives back, 0 to 1. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export class Renderer {
  readonly root = made("div", "glass");
  readonly #probe = made("div", "probe");
  readonly #ribbon = made("div", "ribbon", "ribbon");
  readonly #pin = made("div", "pin", "pin");
  readonly #window = made("div", "window");
  readonly #status = made("div", "status", "status");
  readonly #heard = made("div", "heard");
  readonly #drawn = new Map<string, Drawn>();
  #pinned: { key: string; element: HTMLElement; text: Text } | null = null;
  #cellPx = 0;
  #widthPx = 0;
  #zoom = 1;
  #base = 0;
  #motion: Motion = "scroll";
  offsetCells = 0;

  constructor() {
    this.#ribbon.setAttribute("role", "marquee");
    this.#status.setAttribute("role", "status");
    this.#heard.setAttribute("role", "log");
    this.#heard.setAttribute("aria-live", "polite");
    this.#pin.hidden = true;
    this.#pin.append(this.#window);
    this.root.append(this.#probe, this.#ribbon, this.#pin, this.#status, this.#heard);
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
    this.root.style.setProperty("--auto-cell", `${this.root.clientHeight * CELL_OF_HEIGHT}px`);
    const box = this.root.getBoundingClientRect();
    this.#widthPx = this.root.clientWidth;
    this.#zoom = this.#widthPx > 0 && box.width > 0 ? box.width / this.#widthPx : 1;
    this.#cellPx = this.#probe.getBoundingClientRect().width / this.#zoom / PROBE_CELLS;
    this.refit();
  }

  /** Fits every text to its cells: the font may have come only now. */
  refit(): void {
    for (const drawn of this.#drawn.values()) this.#place(drawn);
    this.#pinned?.text.fit(this.#cellPx, this.#zoom);
  }

  /** Empties the glass and draws from now on with this motion. */
  set motion(motion: Motion) {
    this.#motion = motion;
    this.root.dataset.motion = motion;
    this.clear();
  }

  clear(): void {
    for (const { element } of this.#drawn.values()) element.remove();
    this.#drawn.clear();
    this.#unpin();
    this.#ribbon.style.transform = "";
  }

  status(connected: Connected, words: Words): void {
    this.#status.dataset.connected = connected;
    this.#status.textContent = words.status[connected];
    this.#ribbon.setAttribute("aria-label", words.ribbon);
  }

  /** Tells those who hear a page of a new notice. */
  announce(notice: Notice): void {
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = notice.text;
    this.#heard.append(line);
    while (this.#heard.childElementCount > HEARD_MAX) this.#heard.firstElementChild?.remove();
  }

  /** Draws the play at a time of the server, ms with a fraction. */
  paint(play: Play, time: number): void {
    if (this.#motion === "still") this.#paintStill(play);
    else this.#paintRibbon(play, exactX(play, time));
    this.#paintPin(play, time);
  }

  #paintRibbon(play: Play, x: number): void {
    if (this.#cellPx <= 0) return;
    const moved = ((x - this.#base) / 1_000) * this.#cellPx;
    if (Math.abs(moved) > REBASE_PX) {
      this.#base = x;
      for (const drawn of this.#drawn.values()) this.#place(drawn);
    }
    this.#keep(pieces(play, x, this.glass), play.policy);
    const left = this.#widthPx + this.offsetCells * this.#cellPx - ((x - this.#base) / 1_000) * this.#cellPx;
    this.#ribbon.style.transform = `translate3d(${left}px, 0, 0)`;
  }

  #paintStill(play: Play): void {
    const notice = still(play);
    const key = notice ? `${notice.id}:${notice.rev}` : "";
    this.#keep(notice ? [{ key, notice, head: 0, leftCells: 0 }] : [], play.policy);
    const long = notice !== null && notice.cells > this.glass.widthCells - 2 * PADDING_CELLS;
    this.#drawn.get(key)?.element.classList.toggle("long", long);
  }

  /** Exactly these pieces are on the ribbon from now on. */
  #keep(wanted: readonly Piece[], policy: Policy): void {
    for (const [key, { element }] of this.#drawn) {
      if (wanted.some((piece) => piece.key === key)) continue;
      element.remove();
      this.#drawn.delete(key);
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
    const element = made("div", className);
    element.dataset.id = notice.id;
    element.dataset.rev = String(notice.rev);
    element.dataset.level = notice.level;
    const text = new Text(notice);
    element.append(text.element);
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
    if (this.#motion === "still") return;
    element.style.left = `${((head - this.#base) / 1_000) * this.#cellPx}px`;
    text.fit(this.#cellPx, this.#zoom);
  }

  #paintPin(play: Play, time: number): void {
    const { pin, policy } = play;
    if (!pin) {
      this.#unpin();
      return;
    }
    this.#tint(this.#pin, pin.notice, policy);
    const key = `${pin.from}:${pin.notice.id}:${pin.notice.rev}`;
    if (this.#pinned?.key !== key) this.#putPin(key, pin);
    const room = this.glass.widthCells - 2 * PADDING_CELLS;
    this.#window.toggleAttribute("data-fits", pin.notice.cells <= room);
    if (this.#motion === "still") {
      this.#pinned?.element.classList.toggle("long", pin.notice.cells > room);
      return;
    }
    const shift = pinShiftCells(pin, policy, room, time) * this.#cellPx;
    if (this.#pinned) this.#pinned.element.style.transform = shift > 0 ? `translate3d(${-shift}px, 0, 0)` : "";
  }

  #putPin(key: string, pin: Readonly<Pin>): void {
    const { element, text } = this.#notice(pin.notice, "held");
    // The role comes before the text, so that the text is what is announced.
    this.#pin.setAttribute("role", pin.notice.level === "URGENT" ? "alert" : "status");
    this.#pin.hidden = false;
    this.#window.replaceChildren(element);
    this.#pinned = { key, element, text };
    if (this.#motion === "scroll") text.fit(this.#cellPx, this.#zoom);
    const light = luminance(getComputedStyle(this.#pin).backgroundColor);
    const darkIsClearer = (light + 0.05) / (DARK_LUMINANCE + 0.05) >= 1.05 / (light + 0.05);
    this.#pin.dataset.ink = darkIsClearer ? "dark" : "light";
  }

  #unpin(): void {
    if (!this.#pinned) return;
    this.#pinned = null;
    this.#pin.hidden = true;
    this.#pin.removeAttribute("role");
    this.#window.replaceChildren();
  }
}
