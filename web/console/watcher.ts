/**
 * What the console sees of all boards: one connection of the SDK that follows them, what it counts, and the server's
 * stages of some new notices. Everything it keeps has a bound; it decides nothing.
 */
import { connect, type Connection } from "../sdk/connect.ts";
import type { Connected, Entry } from "../sdk/frames.ts";
import { api, asError, type BoardItem, serverNow } from "./api.ts";
import { session } from "./session.ts";
import { Rates, Samples } from "./stats.ts";

/** A connection follows at most so many boards. */
const BOARDS_MAX = 64;
/** How often boards are looked for, ms. */
const BOARDS_MS = 5_000;
/** Stages are asked for at most so often a second. */
export const LOOKUPS_PER_S = 5;
/** Notices that wait to be asked for; of more, the newest are passed over: a sample is enough. */
const WAITING_MAX = 25;
/** Notices that were asked for, of which nothing new comes; beyond it the oldest go. */
const ASKED_MAX = 1_000;
/** So long after a put its stages are asked for, ms: by then it was delivered. */
const SETTLED_MS = 1_000;

/** The one that watches; it fires `change` when boards come or the connection changes, and `entry` with each entry. */
export class Watcher extends EventTarget {
  readonly byLevel = new Rates();
  readonly byBoard = new Rates();
  readonly entries = new Rates();
  readonly storing = new Samples();
  readonly delivering = new Samples();
  readonly seeing = new Samples();
  #connection: Connection | null = null;
  #boards: readonly string[] = [];
  #waiting: { board: string; id: string; at: number }[] = [];
  #timers: ReturnType<typeof setInterval>[] = [];
  readonly #asked = new Set<string>();
  #asking = false;
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
  get connected(): Connected {
    return this.#connection?.connected ?? "offline";
  }
  /** The server's clock, ms. */
  now(): number {
    return this.#connection?.connected === "live" ? this.#connection.serverTime() : serverNow();
  }

  start(): void {
    if (this.#timers.length > 0) return;
    void this.look();
    this.#timers = [setInterval(() => void this.look(), BOARDS_MS), setInterval(() => void this.#lookUp(), 1_000 / LOOKUPS_PER_S)];
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    this.#waiting = [];
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
      if (this.#timers.length === 0 || boards.join() === this.#boards.join()) return;
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
    const connection = connect({ boards, terminal: "web", token: session.fresh });
    this.#connection = connection;
    const change = (): void => void this.dispatchEvent(new Event("change"));
    this.#stop = [connection.on("state", change), connection.on("entry", ({ entry }) => this.#seen(entry))];
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
      if (live && session.can("admin")) this.#wait(entry.board, entry.notice.id);
    }
    if (live) this.seeing.add(Math.max(0, now - entry.at), now);
    this.dispatchEvent(new CustomEvent<Entry>("entry", { detail: entry }));
  }

  /** Each notice is asked for once: what replaces it keeps the stages of the first. */
  #wait(board: string, id: string): void {
    const key = `${board}\n${id}`;
    if (this.#waiting.length >= WAITING_MAX || this.#asked.has(key)) return;
    this.#asked.add(key);
    for (const old of this.#asked) if (this.#asked.size > ASKED_MAX) this.#asked.delete(old);
    this.#waiting.push({ board, id, at: Date.now() });
  }

  /** The stages of one that has waited long enough. */
  async #lookUp(): Promise<void> {
    const [first] = this.#waiting;
    if (this.#asking || !first || Date.now() - first.at < SETTLED_MS) return;
    this.#waiting.shift();
    this.#asking = true;
    try {
      const { stages } = await api.lifecycle(first.board, first.id);
      const at = new Map(stages.map(({ stage, at }) => [stage, Date.parse(at)]));
      const [accepted, stored, delivered] = [at.get("accepted"), at.get("stored"), at.get("delivered")];
      const now = this.now();
      if (accepted !== undefined && stored !== undefined) this.storing.add(Math.max(0, stored - accepted), now);
      if (stored !== undefined && delivered !== undefined) this.delivering.add(Math.max(0, delivered - stored), now);
    } catch {
      // One sample less.
    } finally {
      this.#asking = false;
    }
  }
}

export const watcher = new Watcher();
