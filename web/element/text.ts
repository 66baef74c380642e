/**
 * How a text gets exactly the width that the protocol gives it. Fonts differ from screen to screen, cells do not: each
 * run of narrow or of wide characters is measured and stretched to its cells. Whole runs, and not single letters, so
 * that shapes, ligatures and kerning stay those of the font; and runs, not the whole text, so that a wide character
 * holds two cells whatever stands beside it. Text is only ever set as text.
 */
import type { Notice } from "../sdk/frames.ts";
import { runs } from "./cells.ts";

/** A run that differs from its cells by less is left as the font has it. */
const TOLERANCE = 0.001;

interface Measured {
  box: HTMLElement;
  ink: HTMLElement;
  cells: number;
}

/** A notice's text on the glass. */
export class Text {
  readonly element: HTMLElement;
  readonly #runs: Measured[];
  readonly #cells: number;

  constructor(notice: Notice) {
    const { link } = notice;
    const anchor = link?.startsWith("https://") ? document.createElement("a") : null;
    if (anchor && link) Object.assign(anchor, { href: link, target: "_blank", rel: "noopener noreferrer" });
    this.element = anchor ?? document.createElement("span");
    this.element.className = "text";
    this.element.dir = "auto";
    this.#runs = runs(notice.text).map(({ text, cells }) => {
      const box = document.createElement("span");
      const ink = document.createElement("span");
      box.className = "run";
      ink.className = "ink";
      ink.textContent = text;
      box.append(ink);
      return { box, ink, cells };
    });
    this.#cells = notice.cells;
    this.element.append(...this.#runs.map((run) => run.box));
  }

  /**
   * Stretches every run to its cells. The element is in the document; one round of reading, one of writing.
   * `zoom`: by how much the page has enlarged what is measured.
   */
  fit(cellPx: number, zoom: number): void {
    for (const { box, ink } of this.#runs) {
      box.style.inlineSize = "";
      ink.style.transform = "";
    }
    const natural = this.#runs.map(({ ink }) => ink.getBoundingClientRect().width / zoom);
    const counted = this.#runs.reduce((sum, run) => sum + run.cells, 0);
    // Where this browser's Unicode counts otherwise than the server's, the server's count holds.
    const share = counted > 0 ? this.#cells / counted : 0;
    this.#runs.forEach(({ box, ink, cells }, at) => {
      const width = cells * share * cellPx;
      const have = natural[at] ?? 0;
      box.style.inlineSize = `${width}px`;
      if (have > 0 && Math.abs(width / have - 1) > TOLERANCE) ink.style.transform = `scaleX(${width / have})`;
    });
  }
}
