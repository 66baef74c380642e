/**
 * The token of the page: from the address's fragment, which no server and no proxy is told, kept for this tab alone, and asked
 * for in a form when there is none. It never stands in the address, in an attribute or in a text of the page.
 */
import { tokenIn, tokenOf, whyClosed } from "./describe.ts";

/** Where it is kept while the tab lives. */
const KEY = "marquee:token";

/** The parts of the page that speak of the token. */
export interface Parts {
  panel: HTMLElement;
  why: HTMLElement;
  form: HTMLFormElement;
  field: HTMLInputElement;
  fault: HTMLElement;
}

export class Access {
  readonly #parts: Parts;
  readonly #board: string;
  #token: string | undefined;

  /** `changed` is called with each token that is new. */
  constructor(board: string, parts: Parts, changed: () => void) {
    this.#board = board;
    this.#parts = parts;
    this.#token = this.#fromAddress() ?? kept();
    addEventListener("hashchange", () => {
      const token = this.#fromAddress();
      if (token === undefined) return;
      this.#token = token;
      changed();
    });
    parts.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const token = tokenIn(parts.field.value);
      if (token === undefined) {
        this.#fault("That is no token: it is one long word of three parts, with a point between each two.");
        return;
      }
      this.#take(token);
      this.#fault("");
      parts.field.value = "";
      changed();
    });
    parts.field.addEventListener("input", () => this.#fault(""));
  }

  get token(): string | undefined {
    return this.#token;
  }

  /** An error of the board: those that are about the token are told, and another one can be given. */
  refused(code: string): void {
    const why = whyClosed(code, this.#board, this.#token === undefined ? "none" : "a token");
    if (why === undefined) return;
    const { panel, why: place, field } = this.#parts;
    if (place.textContent !== why) place.textContent = why;
    if (!panel.hidden) return;
    panel.hidden = false;
    field.focus();
  }

  /** The board is live: whatever was wrong is not any more. */
  opened(): void {
    this.#parts.panel.hidden = true;
  }

  /** Takes the token out of the address, at once: what stands there is seen, kept in the history and sent on by people. */
  #fromAddress(): string | undefined {
    const token = tokenOf(location.hash);
    if (token === undefined) return undefined;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#take(token);
    return token;
  }

  #take(token: string): void {
    this.#token = token;
    try {
      sessionStorage.setItem(KEY, token);
    } catch {
      // Without a storage it is good until the page is loaded again.
    }
  }

  #fault(text: string): void {
    const { fault, field } = this.#parts;
    fault.textContent = text;
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
