/** The keyboard: single keys and two in a row, never while something is typed, and all of it can be switched off. */

/** After `g` the second key is waited for so long, ms. */
const SECOND_MS = 1_200;

export type Deed = "search" | "boards" | "terminals" | "traffic" | "new" | "policy" | "shown" | "theme" | "language" | "help";

const ONE: Readonly<Record<string, Deed>> = { "/": "search", n: "new", p: "policy", s: "shown", d: "theme", l: "language", "?": "help" };
const AFTER_G: Readonly<Record<string, Deed>> = { b: "boards", t: "terminals", r: "traffic" };

/** Each deed with its keys, in the order in which the help lists them. */
export const KEYS: readonly (readonly [Deed, readonly string[]])[] = [
  ["search", ["/"]],
  ["boards", ["g", "b"]],
  ["terminals", ["g", "t"]],
  ["traffic", ["g", "r"]],
  ["new", ["n"]],
  ["policy", ["p"]],
  ["shown", ["s"]],
  ["theme", ["d"]],
  ["language", ["l"]],
  ["help", ["?"]],
];

/** Reads keys one after the other; the time is given to it. */
export class Keys {
  #g = -Infinity;

  press(key: string, at: number): Deed | null {
    const second = at - this.#g <= SECOND_MS;
    this.#g = -Infinity;
    if (second) return AFTER_G[key] ?? null;
    if (key === "g") {
      this.#g = at;
      return null;
    }
    return ONE[key] ?? null;
  }
}

/** Whether a key is meant for a field. */
export function typing(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
      target.closest("[role=listbox]") !== null)
  );
}
