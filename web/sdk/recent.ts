/** A connection of a program: it remembers the last notices of each board, through an outage too, reports what was shown, and knows its session. */
import type { Notice, ShownRecord } from "./frames.ts";
import type { Connection, ConnectOptions } from "./options.ts";
import { Outbox } from "./outbox.ts";
import { Shell } from "./shell.ts";

/** How many notices are remembered. */
const RECENT_MAX = 5;

export class RecentShell extends Shell implements Connection {
  readonly #outbox = new Outbox(this);
  readonly #recent = new Map<string, Notice[]>();
  #named: string | null = null;

  constructor(options: ConnectOptions) {
    super(options);
    this.on("hello", ({ session }) => {
      this.#named = session;
    });
    this.on("state", ({ connected }) => {
      if (connected === "offline") this.#named = null;
    });
    this.on("snapshot", ({ board }) => this.remember(board));
    this.on("entry", ({ board, entry }) => {
      if (entry.type === "put") this.#add(board, entry.notice);
    });
  }

  get session(): string | null {
    return this.#named;
  }

  recent(board: string): Notice[] {
    return [...(this.#recent.get(board) ?? [])];
  }

  shown(record: ShownRecord): void {
    this.#outbox.shown(record);
  }

  /** Takes in the newest of those that are active. */
  remember(board: string): void {
    const active = this.follow(board)?.timeline?.active ?? [];
    for (const { notice } of [...active].sort((a, b) => a.notice.rev - b.notice.rev)) this.#add(board, notice);
  }

  #add(board: string, notice: Notice): void {
    const others = this.recent(board).filter(({ id }) => id !== notice.id);
    this.#recent.set(board, [...others, notice].slice(-RECENT_MAX));
  }
}
