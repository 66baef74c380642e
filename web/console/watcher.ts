/**
 * What the console sees of all boards: one connection of the SDK that follows them, what it counts, and how
 * long the stages of notices take, as an operator's terminal is told. Everything it keeps has a bound; it decides nothing.
 */
import { connect, type Connection } from "../sdk/connect.ts";
import type { Connected, Entry } from "../sdk/frames.ts";
import { api, asError, type BoardItem, serverNow } from "./api.ts";
import { session } from "./session.ts";
import { Rates, Samples, Steps } from "./stats.ts";

/** A connection follows at most so many boards. */
const BOARDS_MAX = 64;
/** How often boards are looked for, ms. */
const BOARDS_MS = 5_000;
/** The one that watches; it fires `change` when boards come or the connection changes, and `entry` with each entry. */
export class Watcher extends EventTarget {
  readonly byLevel = new Rates();
  readonly byBoard = new Rates();
  readonly entries = new Rates();
  readonly storing = new Samples();
  readonly delivering = new Samples();
  readonly showing = new Samples();
  readonly seeing = new Samples();
  readonly #steps = new Steps();
  #connection: Connection | null = null;
  #boards: readonly string[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #looking = false;
  #items: readonly BoardItem[] = [];
  #stop: (() => void)[] = [];

  get boards(): readonly string[] {
    return this.#boards;
  }
  /** A board's newest version, as the last look had it. */
  version(board: string): number | null {
    return this.#items.find((item) => item.board === board)?.version ?? null;
  }
  /** What the server calls this page's own connection. */
  get session(): string | null {
    return this.#connection?.session ?? null;
  }
  get connected(): Connected {
    return this.#connection?.connected ?? "offline";
  }
  /** The server's clock, ms. */
  now(): number {
    return this.#connection?.connected === "live" ? this.#connection.serverTime() : serverNow();
  }

  start(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(() => void this.look(), BOARDS_MS);
    void this.look();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#disconnect();
  }

  /** Looks which boards there are, and follows those that it may. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const { items } = await api.boards();
      this.#items = items;
      const boards = items
        .map(({ board }) => board)
        .filter((board) => session.can("subscribe", board))
        .slice(0, BOARDS_MAX);
      if (this.#timer === undefined || boards.join() === this.#boards.join()) return;
      this.#disconnect();
      if (boards.length > 0) this.#connect(boards);
    } catch (error) {
      // Views that ask themselves say so; here it is tried again.
      if (asError(error).status === 401) this.stop();
    } finally {
      this.#looking = false;
    }
  }

  #connect(boards: readonly string[]): void {
    this.#boards = boards;
    const connection = connect({ boards, terminal: session.can("admin") ? "admin" : "web", token: session.fresh });
    this.#connection = connection;
    const change = (): void => void this.dispatchEvent(new Event("change"));
    this.#stop = [
      connection.on("state", change),
      connection.on("entry", ({ entry }) => this.#seen(entry)),
      connection.on("lifecycle", ({ board, id, stage, at }) => this.#reached(`${board}\n${id}`, stage, at)),
    ];
    change();
  }

  #disconnect(): void {
    for (const stop of this.#stop) stop();
    this.#connection?.close();
    this.#connection = null;
    this.#boards = [];
  }

  #seen(entry: Entry): void {
    const now = this.now();
    // What was missed in an outage comes late, and says nothing of how quick it is now.
    const live = this.connected === "live";
    this.entries.add(entry.type, entry.at);
    if (entry.type === "put") {
      this.byLevel.add(entry.notice.level, entry.at);
      this.byBoard.add(entry.board, entry.at);
    }
    if (live) this.seeing.add(Math.max(0, now - entry.at), now);
    this.dispatchEvent(new CustomEvent<Entry>("entry", { detail: entry }));
  }

  #reached(notice: string, stage: string, at: number): void {
    const samples = { stored: this.storing, delivered: this.delivering, shown: this.showing };
    for (const [end, ms] of this.#steps.take(notice, stage, at)) if (end !== "accepted") samples[end].add(ms, this.now());
  }
}

export const watcher = new Watcher();
