/**
 * How a board is read where nothing may move: page after page, each standing still, in step with the timeline's slots and
 * pins. A text that is too long for the glass is divided. It is loaded where the reader asked for less motion, and draws nothing.
 */
import css from "./still.css?inline";
import type { Play } from "./layout.ts";
import type { Notice } from "../sdk/frames.ts";

export default css;

/** How many lines of text stand on a page. */
const LINES = 2;
/** A letter is as large as this part of one that moves: so do the lines fit the glass. */
const SHRUNK = 0.55;
/** A line that is broken between words is as full on average. */
const FULL = 0.8;
/** A page holds so many cells at least, however narrow the glass is. */
const CELLS_MIN = 8;

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How wide a text is, in cells. It is given, so that this file needs no other. */
export type CellsOf = (text: string) => number;

/** What stands on the glass, and where it is in its text. */
export interface Page {
  notice: Notice;
  text: string;
  /** From 0. */
  number: number;
  of: number;
}

/** A text in pages of at most so many cells; a word that is longer than a page is cut. */
export function paged(text: string, cells: number, cellsOf: CellsOf): string[] {
  const pages: string[] = [];
  let [page, had] = ["", 0];
  const add = (piece: string): void => {
    const more = cellsOf(piece);
    if (had > 0 && had + more > cells) {
      pages.push(page);
      [page, had] = ["", 0];
    }
    page += piece;
    had += more;
  };
  for (const { segment } of words.segment(text)) {
    if (cellsOf(segment) <= cells) add(segment);
    else for (const letter of letters.segment(segment)) add(letter.segment);
  }
  pages.push(page);
  return pages.map((found) => found.trim());
}

/** The page of a notice at a share (0 to 1) of its time. */
function at(notice: Notice, share: number, widthCells: number, cellsOf: CellsOf): Page {
  const pages = paged(notice.text, Math.max(CELLS_MIN, Math.floor((widthCells / SHRUNK) * LINES * FULL)), cellsOf);
  const number = Math.min(pages.length - 1, Math.max(0, Math.floor(share * pages.length)));
  return { notice, text: pages[number] ?? "", number, of: pages.length };
}

/** The page of the ribbon with the tape at `x`: the slot's, else what was in it last, at its end. */
export function ribbonPage(play: Play, x: number, widthCells: number, cellsOf: CellsOf): Page | null {
  const { slot } = play;
  if (slot) return at(slot.notice, (x - slot.head) / (slot.end - slot.head), widthCells, cellsOf);
  const last = play.trail.at(-1);
  return last ? at(last.notice, 1, widthCells, cellsOf) : null;
}

/** The page of a pin. */
export function pinPage({ pin, policy }: Play, time: number, widthCells: number, cellsOf: CellsOf): Page | null {
  if (!pin) return null;
  return at(pin.notice, (time - pin.from) / policy.levels[pin.notice.level].hold_ms, widthCells, cellsOf);
}

/** Shows a page in the element of a notice's text. */
export function turn(element: HTMLElement | undefined, { text, number, of }: Page): void {
  const words = of > 1 ? `${text} ${number + 1}/${of}` : text;
  if (element && element.textContent !== words) element.textContent = words;
}
