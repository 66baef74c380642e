/** What a connection takes and what it gives: the types of `connect`. Nothing is done here. */
import type { Kind } from "./follow.ts";
import type { Connected, Entry, Notice, Screen, ShownRecord } from "./frames.ts";
import type { Playhead } from "./playhead.ts";

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
   * What the terminal calls itself; only one with a name reports what it has shown.
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
   * Where boards are kept between two runs, cursor and state; `lastSeen` goes before it. One that throws is told once, as the error
   * `storage`, and changes nothing else.
   * @default none
   */
  storage?: Store;
}

/** What a connection tells. */
export interface ConnectionEvents {
  state: { connected: Connected };
  /** A connection is open: what the server calls it. */
  hello: { session: string; server_time: number };
  entry: { board: string; entry: Entry };
  /** The replica was replaced by a snapshot. */
  snapshot: { board: string };
  reset: { board: string; reason: string };
  /** What has become of a notice; for `terminal: "admin"` alone. */
  lifecycle: { board: string; id: string; stage: string; at: number };
  /**
   * What went wrong, beside being out of touch. Of tokens: `unauthorized` (none, or one that is not good), `forbidden` (not for
   * this board), `token-expired`, `token-revoked`, `token` (the function failed). Of the way: `blocked` (no WebSocket can be had:
   * a stream of events takes its place) and `buffered` (a proxy holds that back: polling takes its place). Of `shown`:
   * `shown-dropped`, with how many.
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
  /** The last notices of a board that came, at most 5, oldest first; kept through an outage. */
  recent(board: string): Notice[];
  /**
   * Reports what was on this terminal's glass. It needs a `name`; without one nothing is sent. Over an outage the last 1,000 are
   * kept; they are sent as soon as the terminal is live, and over a WebSocket only.
   */
  shown(record: ShownRecord): void;
  readonly connected: Connected;
  /** What the server calls this connection, as in `/v1/terminals`; `null` while there is none, and while it polls. */
  readonly session: string | null;
  /** The server's clock, ms; with a fraction. */
  serverTime(): number;
  /** The server's clock minus this one's, ms. */
  offsetMs(): number;
  /** A copy of the board's play that is made for drawing. */
  playhead(board: string): Playhead;
  close(): void;
}
