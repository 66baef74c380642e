/**
 * How a text is divided into runs whose width in cells is known. The server says how wide the whole is; the runs say
 * where within it. Widths follow the protocol: narrow 1, East Asian wide or an emoji 2, combining 0. It draws nothing.
 */

/** A stretch of text of one kind, and how many cells it holds. */
export interface Run {
  text: string;
  cells: number;
}

const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Script=Yi}|[\u1100-\u115f\uac00-\ud7a3\u3000-\u303e\u3041-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const NOTHING = /^[\p{Mark}\p{Cf}]+$/u;
/** Halfwidth forms are of wide scripts, but narrow. */
const HALFWIDTH = /^[\uff61-\uffdc\uffe8-\uffee]/;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The cells of one grapheme. */
export function graphemeCells(grapheme: string): 0 | 1 | 2 {
  if (NOTHING.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  return WIDE.test(grapheme) && !HALFWIDTH.test(grapheme) ? 2 : 1;
}

/** The runs of a text: as long as they can be, so that letters keep their shapes, ligatures and kerning. */
export function runs(text: string): Run[] {
  const found: (Run & { width: number })[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const width = graphemeCells(segment);
    const last = found.at(-1);
    if (last && (width === 0 || last.width === width)) {
      last.text += segment;
      last.cells += width;
    } else {
      found.push({ text: segment, cells: width, width });
    }
  }
  return found.map(({ text: stretch, cells }) => ({ text: stretch, cells }));
}

/** How wide a text is, in cells. */
export const cellsOf = (text: string): number => runs(text).reduce((sum, run) => sum + run.cells, 0);
