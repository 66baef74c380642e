/** The sheets of the glass: constructed once for all elements of a page, so that a strict CSP needs no exception. */
import css from "./board.css?inline";

const sheets = new Map<string, CSSStyleSheet>();

/** The sheet of a text, made when the first element needs it; by default that of every glass. */
export function sheet(text = css): CSSStyleSheet {
  const made = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) made.replaceSync(text);
  sheets.set(text, made);
  return made;
}
