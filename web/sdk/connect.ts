/** The thin shell around the session: the WebSocket, the timer, the clock and the dice. It decides nothing. */
import type { Kept, Kind } from "./follow.ts";
import type { Connected, Entry, Screen } from "./frames.ts";
import { isSnapshot, parseFrame } from "./parse.ts";
import { Playhead } from "./playhead.ts";
import { type Action, type Event, Session } from "./session.ts";

/** The subprotocol that is spoken, and the one that carries a token. */
const PROTOCOL = "marquee.v1.json";
const BEARER = "marquee.bearer.";
/** The longest wait that a timer takes, ms. */
const TIMER_MAX_MS = 2_147_483_647;
/** How long changes are gathered before the storage is written, ms. */
const STORE_MS = 1_000;
/** What stands for an end without a code. */
const NO_CODE = 1006;
/** After how long a server is asked again why, ms: while it is away, the question is not what it comes back to. */
const ASK_AGAIN_MS = 30_000;
/** What a server says to who may not: a browser does not tell why a handshake was refused, a plain request does. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [401, "unauthorized"],
  [403, "forbidden"],
]);

/** A token, or who knows a fresh one. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

/** What keeps a board between two runs: `localStorage` is one. */
export type Store = Pick<Storage, "getItem" | "setItem">;

export interface ConnectOptions {
  /**
   * The server, as `http:` or `https:`.
   * @default the origin of the page
   */
  src?: string;
  /**
   * The board to follow.
   * @default "main"
   */
  board?: string;
  /**
   * Several boards on one connection, at most 64; they take the place of `board`.
   * @default [board]
   */
  boards?: readonly string[];
  /**
   * A token, or a function that returns (a promise of) a fresh one: it is asked before each connection, and while a token ends,
   * so that a connection outlives its tokens.
   * @default none: for a server without keys, or a login cookie
   */
  token?: Token | undefined;
  /**
   * What the terminal calls itself.
   * @default none
   */
  name?: string | undefined;
  /**
   * How it takes part: `web` plays the timeline, `admin` is told more, `feed` gets entries alone and has no screen.
   * @default "web"
   */
  terminal?: Kind;
  /**
   * The cursor to go on from, for `feed` with one board; other kinds need the state as well, which `storage` keeps.
   * @default none: from the head
   */
  lastSeen?: string;
  /**
   * Where boards are kept between two runs; `lastSeen` goes before it.
   * @default none
   */
  storage?: Store;
}

/** What a connection tells. */
export interface ConnectionEvents {
  state: { connected: Connected };
  entry: { board: string; entry: Entry };
  /** The replica was replaced by a snapshot. */
  snapshot: { board: string };
  reset: { board: string; reason: string };
  /**
   * What went wrong, beside being out of touch. Of tokens: `unauthorized` (none, or one that is not good), `forbidden` (not for
   * this board), `token-expired`, `token-revoked`, `token` (the function failed).
   */
  error: { code: string; detail: string; board: string | undefined };
}

/** A connection that is kept up until it is closed. */
export interface Connection {
  /** Calls `fn` with each event of this name until the returned function is called. */
  on<K extends keyof ConnectionEvents>(event: K, fn: (detail: ConnectionEvents[K]) => void): () => void;
  /**
   * What every screen of the board shows at a time of the server.
   * @default at: now
   */
  screen(board: string, at?: number): Screen;
  /** The last entry that is had of a board; `null` before there is one. */
  cursor(board: string): string | null;
  readonly connected: Connected;
  /** The server's clock, ms; with a fraction. */
  serverTime(): number;
  /** The server's clock minus this one's, ms. */
  offsetMs(): number;
  /** A copy of the board's play that is made for drawing. */
  playhead(board: string): Playhead;
  close(): void;
}

/** A clock that never goes back, near wall time. */
const clockMs = (): number => performance.timeOrigin + performance.now();

/** The address of a path on the server; `protocol` replaces `http`. */
export function address(src: string | undefined, path: string, protocol: "http" | "ws" = "http"): URL {
  const base = src || globalThis.location?.origin;
  if (!base) throw new TypeError("src is missing: give the server's address, such as http://127.0.0.1:8080");
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, "") + path;
  url.search = "";
  url.hash = "";
  if (protocol === "ws") url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url;
}

/** Connects to the boards and stays connected: it comes back after every end, from where it was. */
export function connect(options: ConnectOptions = {}): Connection {
  return new Shell(options);
}

class Shell implements Connection {
  readonly #options: ConnectOptions;
  readonly #url: URL;
  readonly #boards: readonly string[];
  readonly #session: Session;
  readonly #listeners: { [K in keyof ConnectionEvents]: Set<(detail: ConnectionEvents[K]) => void> } = {
    state: new Set(),
    entry: new Set(),
    snapshot: new Set(),
    reset: new Set(),
    error: new Set(),
  };
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #storeTimer: ReturnType<typeof setTimeout> | undefined;
  #askAgain = -Infinity;

  constructor(options: ConnectOptions) {
    this.#options = options;
    this.#url = address(options.src, "/v1/ws", "ws");
    this.#boards = options.boards ?? [options.board ?? "main"];
    this.#session = new Session({ boards: this.#boards, terminal: options.terminal ?? "web", name: options.name });
    for (const board of this.#boards) this.#restore(board);
    // Whoever connects can still listen before anything happens.
    queueMicrotask(() => this.#feed({ type: "start" }));
  }

  get connected(): Connected {
    return this.#session.connected;
  }

  on<K extends keyof ConnectionEvents>(event: K, fn: (detail: ConnectionEvents[K]) => void): () => void {
    this.#listeners[event].add(fn);
    return () => this.#listeners[event].delete(fn);
  }

  screen(board: string, at?: number): Screen {
    const time = Math.floor(at ?? this.serverTime());
    const cursor = this.cursor(board);
    const picture = this.#session.follow(board)?.timeline?.screen(time);
    if (!picture) return { at: time, board, cursor, x: null, pin: null, slot: null, trail: null, active: null };
    const { x, pin, slot, trail, active } = picture;
    return { at: picture.at, board, cursor, x, pin, slot, trail, active };
  }

  cursor(board: string): string | null {
    return this.#session.follow(board)?.cursor ?? null;
  }

  serverTime(): number {
    return this.#session.clock.serverTime(clockMs());
  }

  offsetMs(): number {
    return this.#session.clock.offset(clockMs());
  }

  playhead(board: string): Playhead {
    return new Playhead(this.#session.follow(board) ?? { timeline: null, revision: 0 });
  }

  close(): void {
    this.#feed({ type: "stop" });
    clearTimeout(this.#timer);
    if (this.#storeTimer !== undefined) this.#store();
  }

  #feed(event: Event): void {
    for (const action of this.#session.handle(event, clockMs(), Math.random())) this.#act(action);
    clearTimeout(this.#timer);
    const deadline = this.#session.deadline();
    if (deadline === Infinity) return;
    const wait = Math.min(TIMER_MAX_MS, Math.max(0, Math.ceil(deadline - clockMs())));
    this.#timer = setTimeout(() => this.#feed({ type: "tick" }), wait);
  }

  #act(action: Action): void {
    switch (action.type) {
      case "fetch-token":
        void this.#fetchToken();
        break;
      case "open":
        this.#open(action.params, action.token);
        break;
      case "send":
        if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(action.message));
        break;
      case "drop":
        this.#drop();
        break;
      case "connected":
        this.#tell("state", { connected: action.connected });
        break;
      case "entry":
        this.#storeSoon();
        this.#tell("entry", { board: action.entry.board, entry: action.entry });
        break;
      case "snapshot":
        this.#storeSoon();
        this.#tell("snapshot", { board: action.board });
        break;
      case "reset":
        this.#tell("reset", { board: action.board, reason: action.reason });
        break;
      case "error":
        this.#tell("error", { code: action.code, detail: action.detail, board: action.board });
        break;
    }
  }

  #tell<K extends keyof ConnectionEvents>(event: K, detail: ConnectionEvents[K]): void {
    for (const fn of [...this.#listeners[event]]) {
      try {
        fn(detail);
      } catch (error) {
        // A listener's fault is the page's to see, and must not stop the connection.
        reportError(error);
      }
    }
  }

  async #fetchToken(): Promise<void> {
    const { token } = this.#options;
    let found: string | undefined;
    try {
      found = (typeof token === "function" ? await token() : token) || undefined;
    } catch (error) {
      this.#tell("error", { code: "token", detail: `no token could be had: ${String(error)}`, board: undefined });
    }
    this.#feed({ type: "token", token: found });
  }

  #open(params: Record<string, string>, token: string | undefined): void {
    const url = new URL(this.#url);
    url.search = new URLSearchParams(params).toString();
    let socket: WebSocket;
    try {
      socket = new WebSocket(url, token === undefined ? [PROTOCOL] : [PROTOCOL, BEARER + token]);
    } catch (error) {
      this.#tell("error", { code: "connect", detail: `${url.origin} cannot be connected to: ${String(error)}`, board: undefined });
      queueMicrotask(() => this.#feed({ type: "closed", code: NO_CODE }));
      return;
    }
    this.#socket = socket;
    let opened = false;
    const current = (event: Event): void => {
      if (this.#socket === socket) this.#feed(event);
    };
    socket.onopen = () => {
      opened = true;
      current({ type: "opened" });
    };
    socket.onmessage = ({ data }) => current({ type: "frame", frame: typeof data === "string" ? parseFrame(data) : null });
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#feed({ type: "closed", code });
      if (!opened) void this.#askWhy(token);
    };
  }

  /** Asks in a plain request why a handshake failed. A server that is not there says nothing, and that is known already. */
  async #askWhy(token: string | undefined): Promise<void> {
    if (clockMs() < this.#askAgain) return;
    this.#askAgain = clockMs() + ASK_AGAIN_MS;
    for (const board of this.#boards) {
      try {
        const url = address(this.#options.src, `/v1/boards/${encodeURIComponent(board)}/now`);
        const answer = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
        const code = REFUSALS.get(answer.status);
        if (code === undefined) continue;
        const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
        this.#tell("error", { code, detail: problem.detail ?? `the server answered ${answer.status}`, board });
        return;
      } catch {
        return;
      }
    }
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #key(board: string): string {
    return `marquee:${this.#url.host}:${this.#options.terminal ?? "web"}:${board}`;
  }

  #restore(board: string): void {
    const follow = this.#session.follow(board);
    const { lastSeen, storage } = this.#options;
    if (lastSeen !== undefined && this.#boards.length === 1) follow?.restore({ cursor: lastSeen, snapshot: null });
    if (!storage || follow?.cursor) return;
    try {
      const kept = JSON.parse(storage.getItem(this.#key(board)) ?? "null") as Kept | null;
      if (typeof kept?.cursor !== "string") return;
      follow?.restore({ cursor: kept.cursor, snapshot: isSnapshot(kept.snapshot) ? kept.snapshot : null });
    } catch {
      // What was kept cannot be read: the board begins anew.
    }
  }

  #storeSoon(): void {
    if (this.#options.storage) this.#storeTimer ??= setTimeout(() => this.#store(), STORE_MS);
  }

  #store(): void {
    clearTimeout(this.#storeTimer);
    this.#storeTimer = undefined;
    for (const board of this.#boards) {
      const kept = this.#session.follow(board)?.keep();
      if (!kept) continue;
      try {
        this.#options.storage?.setItem(this.#key(board), JSON.stringify(kept));
      } catch (error) {
        this.#tell("error", { code: "storage", detail: `the board could not be kept: ${String(error)}`, board });
      }
    }
  }
}
