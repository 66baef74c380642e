/**
 * Who the console is: nobody (a server without keys), a token, or a client that logs in and renews. It is kept for this
 * tab alone (sessionStorage) and stands in no address, no text and no attribute. What a token says of its scopes only
 * decides what is offered; the server decides what is done.
 */
const KEY = "marquee:console:login";
/** So long before its end a token is renewed, ms: long enough for a slow network, short beside 15 minutes. */
const EARLY_MS = 60_000;
/** After a renewal that found no server it is tried again, ms. */
const AGAIN_MS = 5_000;

interface Login {
  token: string;
  /** There is one if a client has logged in. */
  refresh?: string;
  /** When the token ends, ms of this clock; of a token that was pasted it is what it says. */
  ends: number | null;
  scope: string;
}

/** What the server gives who logs in, and who refreshes. */
interface Tokens {
  access_token: string;
  expires_in: number;
  refresh_token: string;
  scope: string;
}

/** How a login ended in words that are in the dictionary. */
export type Why = "none" | "ended";

/** The token in what was pasted; people paste the word Bearer with it. `undefined`: it is none. */
export function tokenIn(pasted: string): string | undefined {
  const word = pasted.trim().replace(/^Bearer\s+/i, "");
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(word) ? word : undefined;
}

/** What a token says of itself. Nobody here checks its signature: that is the server's. */
export function claims(token: string): { scope: string; exp: number | null; sub: string } {
  try {
    const part = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0));
    const { scope, exp, sub } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    return {
      scope: typeof scope === "string" ? scope : "",
      exp: typeof exp === "number" && Number.isFinite(exp) ? exp : null,
      sub: typeof sub === "string" ? sub : "",
    };
  } catch {
    return { scope: "", exp: null, sub: "" };
  }
}

/** Whether scopes open something for a board; without a board: for any. */
export function covers(scope: string, what: "publish" | "subscribe" | "admin", board?: string): boolean {
  return scope.split(" ").some((word) => {
    if (word === "admin") return true;
    const [verb, name = ""] = word.split(":");
    if (verb !== what || name === "") return false;
    if (board === undefined || name === "*") return true;
    return name.endsWith(".*") ? board.startsWith(name.slice(0, -1)) : name === board;
  });
}

/** The login of this tab; it fires `change`. */
export class Session extends EventTarget {
  #login: Login | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewing: Promise<void> | null = null;
  /** Whether the server wants a login: not known before the first answer. */
  #needed: boolean | null = null;
  why: Why = "none";

  constructor() {
    super();
    this.#login = kept();
    this.#plan();
  }

  get token(): string | undefined {
    return this.#login?.token;
  }
  /** Whether someone is logged in. */
  get loggedIn(): boolean {
    return this.#login !== null;
  }
  /** Whether the server has no keys; `false` also while that is not known. */
  get open(): boolean {
    return this.#needed === false;
  }
  get scope(): string {
    return this.#login?.scope ?? "";
  }
  get subject(): string {
    return this.#login ? claims(this.#login.token).sub : "";
  }
  get renews(): boolean {
    return this.#login?.refresh !== undefined;
  }
  get ends(): number | null {
    return this.#login?.ends ?? null;
  }

  /** Whether it is worth offering; on a server without keys everything is. */
  can(what: "publish" | "subscribe" | "admin", board?: string): boolean {
    return this.#login ? covers(this.#login.scope, what, board) : this.#needed !== true;
  }

  /** A token to go on with: of a client's login a fresh one. */
  readonly fresh = async (): Promise<string | undefined> => {
    const login = this.#login;
    if (login?.refresh !== undefined && login.ends !== null && login.ends - Date.now() < EARLY_MS) await this.#renew();
    return this.#login?.token;
  };

  /** Takes a token that was pasted. */
  take(token: string): void {
    const { scope, exp } = claims(token);
    this.#set({ token, scope, ends: exp === null ? null : exp * 1_000 });
  }

  /** Takes what the server gave a client. */
  takeTokens(tokens: Tokens): void {
    const ends = Date.now() + tokens.expires_in * 1_000;
    this.#set({ token: tokens.access_token, refresh: tokens.refresh_token, ends, scope: tokens.scope });
  }

  /** The server's answer to one without a token told whether it wants one. */
  needed(needed: boolean): void {
    if (this.#needed === needed) return;
    this.#needed = needed;
    this.dispatchEvent(new Event("change"));
  }

  /** The server takes this token no more; another that came meanwhile is not meant. */
  refused(token: string | undefined): void {
    this.#needed = true;
    if (token !== this.#login?.token) return;
    this.why = this.#login ? "ended" : "none";
    this.#set(null);
  }

  /** Forgets it here, and takes a client's login back at the server too: its refresh token would live for days. */
  async logOut(): Promise<void> {
    const login = this.#login;
    this.why = "none";
    this.#set(null);
    if (login?.refresh === undefined) return;
    await fetch("/v1/auth/revoke", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${login.token}` },
      body: JSON.stringify({ token: login.refresh }),
    }).catch(() => undefined);
  }

  #set(login: Login | null): void {
    this.#login = login;
    if (login) this.#needed = true;
    try {
      if (login) sessionStorage.setItem(KEY, JSON.stringify(login));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Storage is denied: the login lasts as long as this page.
    }
    this.#plan();
    this.dispatchEvent(new Event("change"));
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const { ends, refresh } = this.#login ?? {};
    if (refresh === undefined || ends === null || ends === undefined) return;
    this.#timer = setTimeout(() => void this.#renew(), Math.max(AGAIN_MS, ends - Date.now() - EARLY_MS));
  }

  /** One at a time: a refresh token is good once. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#ask().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #ask(): Promise<void> {
    const login = this.#login;
    if (login?.refresh === undefined) return;
    try {
      const answer = await fetch("/v1/auth/refresh", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ refresh_token: login.refresh }),
      });
      if (this.#login !== login) return;
      if (answer.ok) this.takeTokens((await answer.json()) as Tokens);
      else if (answer.status === 401) this.refused(login.token);
      else this.#plan();
    } catch {
      // The server is away: the same refresh token is tried again, which is safe.
      if (this.#login === login) this.#plan();
    }
  }
}

function kept(): Login | null {
  try {
    const value = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Login | null;
    return value && typeof value.token === "string" && typeof value.scope === "string" ? value : null;
  } catch {
    return null;
  }
}

export const session = new Session();
