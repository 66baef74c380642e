/** What a reader has chosen, kept over visits: theme, language, watched boards, single keys. Storage may be denied; then it lasts for the visit. */
import { type Language, say, type Word } from "./words.ts";

const KEY = "marquee:console";
export type Theme = "auto" | "dark" | "light";
const THEMES: readonly Theme[] = ["auto", "dark", "light"];
/** How many boards are watched at once: each is a connection of its own. */
export const WATCHED_MAX = 8;

interface Chosen {
  theme: Theme;
  language: Language;
  watched: string[] | null;
  keys: boolean;
}

function kept(): Partial<Chosen> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Partial<Chosen>) : {};
  } catch {
    return {};
  }
}

/** The choices of this reader; it fires `change`. */
export class Prefs extends EventTarget {
  #chosen: Chosen;
  readonly #system = matchMedia("(prefers-color-scheme: light)");

  constructor() {
    super();
    const { theme, language, watched, keys } = kept();
    this.#chosen = {
      theme: THEMES.find((known) => known === theme) ?? "auto",
      language: language === "en" || language === "zh" ? language : navigator.language.startsWith("zh") ? "zh" : "en",
      watched: Array.isArray(watched) ? watched.filter((name) => typeof name === "string").slice(0, WATCHED_MAX) : null,
      keys: keys !== false,
    };
    this.#system.addEventListener("change", () => this.#apply());
    this.#apply();
  }

  get theme(): Theme {
    return this.#chosen.theme;
  }
  get language(): Language {
    return this.#chosen.language;
  }
  /** The boards that are watched; `null`: nobody has chosen yet. */
  get watched(): readonly string[] | null {
    return this.#chosen.watched;
  }
  get keys(): boolean {
    return this.#chosen.keys;
  }
  /** Whether it is dark now. */
  get dark(): boolean {
    return this.theme === "auto" ? !this.#system.matches : this.theme === "dark";
  }

  choose(change: Partial<Chosen>): void {
    this.#chosen = { ...this.#chosen, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // Storage is denied: the choice lasts for this visit.
    }
    this.#apply();
  }

  nextTheme(): void {
    this.choose({ theme: THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? "auto" });
  }

  nextLanguage(): void {
    this.choose({ language: this.language === "en" ? "zh" : "en" });
  }

  #apply(): void {
    const root = document.documentElement;
    root.classList.toggle("wa-dark", this.dark);
    root.classList.toggle("wa-light", !this.dark);
    root.lang = this.language === "zh" ? "zh-CN" : "en";
    this.dispatchEvent(new Event("change"));
  }
}

export const prefs = new Prefs();

/** A text in the language that is chosen. */
export const t = (word: Word, values?: Readonly<Record<string, string | number>>): string => say(prefs.language, word, values);
