/**
 * A connection that keeps its boards between two runs of a page or a program: cursor and state, in a storage that it is
 * given. A storage that throws is told once and changes nothing else.
 */
import { address } from "./address.ts";
import type { Follow } from "./follow.ts";
import type { SnapshotFrame } from "./frames.ts";
import type { ConnectOptions } from "./options.ts";
import { isSnapshot } from "./parse.ts";
import { RecentShell } from "./recent.ts";

/** How long changes are gathered before the storage is written, ms. */
const STORE_MS = 1_000;

/** A board as it is kept between two runs of a program. */
export interface Kept {
  cursor: string;
  snapshot: SnapshotFrame | null;
}

/** What is to be kept of a board; `null` while there is nothing. */
export function kept({ board, cursor, timeline }: Follow): Kept | null {
  if (!cursor) return null;
  const parts = timeline?.parts() ?? null;
  if (!parts) return { cursor, snapshot: null };
  const notices = parts.active.map(({ notice, ...place }) => ({ ...notice, ...place }));
  return { cursor, snapshot: { type: "snapshot", board, cursor, at: parts.now, policy: parts.policy, notices, timeline: parts } };
}

/** Takes up what was kept, as if it had just come. What cannot be read is as good as nothing. */
export function restore(follow: Follow, { cursor, snapshot }: Kept): void {
  const { board } = follow;
  follow.subscribed({ type: "subscribed", board, head: cursor, resume: "reset" });
  if (snapshot) follow.snapshot({ ...snapshot, cursor });
  follow.bookmark({ type: "bookmark", board, cursor, at: 0 });
}

export class KeptShell extends RecentShell {
  readonly #storage: NonNullable<ConnectOptions["storage"]>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = false;

  constructor(options: ConnectOptions & { storage: NonNullable<ConnectOptions["storage"]> }) {
    super(options);
    this.#storage = options.storage;
    this.#restore();
    const soon = (): void => {
      this.#timer ??= setTimeout(() => this.#store(), STORE_MS);
    };
    this.on("entry", soon);
    this.on("snapshot", soon);
  }

  override close(): void {
    super.close();
    if (this.#timer !== undefined) this.#store();
  }

  #key(board: string): string {
    return `marquee:${address(this.options.src, "").host}:${this.options.terminal ?? "web"}:${board}`;
  }

  #try<T>(what: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      const detail = `boards cannot be ${what}: ${String(error)}`;
      // Whoever connects can still listen before it is told.
      if (!this.#told) queueMicrotask(() => this.tell("error", { code: "storage", detail, board: undefined }));
      this.#told = true;
      return undefined;
    }
  }

  #restore(): void {
    for (const board of this.boards) {
      const follow = this.follow(board);
      if (!follow || follow.cursor) continue;
      const text = this.#try("read", () => this.#storage.getItem(this.#key(board)));
      let found: Kept | null = null;
      try {
        found = JSON.parse(text ?? "null") as Kept | null;
      } catch {
        // What was kept cannot be read: the board begins anew.
      }
      if (typeof found?.cursor !== "string") continue;
      restore(follow, { cursor: found.cursor, snapshot: isSnapshot(found.snapshot) ? found.snapshot : null });
      this.remember(board);
    }
  }

  #store(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const board of this.boards) {
      const follow = this.follow(board);
      const found = follow && kept(follow);
      if (found) this.#try("kept", () => this.#storage.setItem(this.#key(board), JSON.stringify(found)));
    }
  }
}
