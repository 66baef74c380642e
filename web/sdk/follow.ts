/**
 * One board that a terminal follows: its replica and its cursor. Versions grow by one or the board is begun anew;
 * nothing else is ever taken. It sends nothing itself.
 */
import type { BookmarkFrame, Entry, SnapshotFrame, SubscribedFrame } from "./frames.ts";
import { parseCursor, type Position } from "./parse.ts";
import { Timeline } from "./timeline.ts";

/** How a terminal takes part: it plays the timeline, or it is a program that wants entries alone. */
export type Kind = "web" | "admin" | "feed";

/** What became of a frame: taken; of no concern now; or the board is to be subscribed to again, without a cursor. */
export type Taken = "taken" | "passed-over" | "broken";

/** asked: nothing is said yet; base: a snapshot (or a feed's first bookmark) is due; following: entries are due. */
type Phase = "asked" | "base" | "following";

export class Follow {
  readonly board: string;
  readonly #kind: Kind;
  #phase: Phase = "asked";
  #position: Position | null = null;
  #head: Position | null = null;
  #timeline: Timeline | null = null;
  #revision = 0;

  constructor(board: string, kind: Kind) {
    this.board = board;
    this.#kind = kind;
  }

  /** The last entry that is had; `null` before anything is. */
  get cursor(): string | null {
    return this.#position && `${this.#position.epoch}.${this.#position.version}`;
  }

  /** The play as of the last entry or watermark; kept through an outage. */
  get timeline(): Timeline | null {
    return this.#timeline;
  }

  /** Grows with each change of the replica, so that copies know when they are stale. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether everything is had that there was when it was last heard. */
  get isLive(): boolean {
    if (this.#phase !== "following" || !this.#position || !this.#head) return false;
    return this.#position.epoch === this.#head.epoch && this.#position.version >= this.#head.version;
  }

  /** A subscription is under way; until it is answered, what comes is of the one before. */
  ask(): void {
    this.#phase = "asked";
    this.#head = null;
  }

  /** The cursor is void; the picture stays until there is another. */
  forget(): void {
    this.#position = null;
    this.ask();
  }

  subscribed(frame: SubscribedFrame): Taken {
    this.#head = parseCursor(frame.head);
    if (frame.resume === "incremental") {
      if (!this.#position) return "broken";
      this.#phase = "following";
    } else {
      this.#position = null;
      this.#phase = "base";
    }
    return "taken";
  }

  reset(): Taken {
    if (this.#phase === "asked") return "passed-over";
    this.#position = null;
    this.#phase = "base";
    return "taken";
  }

  snapshot(frame: SnapshotFrame): Taken {
    const position = parseCursor(frame.cursor);
    if (this.#phase !== "base" || this.#kind === "feed") return "passed-over";
    if (!position) return "broken";
    this.#position = position;
    this.#phase = "following";
    this.#timeline = Timeline.fromSnapshot(frame);
    this.#revision += 1;
    return "taken";
  }

  entry(frame: Entry): Taken {
    if (this.#phase !== "following") return "passed-over";
    const position = parseCursor(frame.cursor);
    const next = this.#position && position?.epoch === this.#position.epoch ? this.#position.version + 1 : null;
    if (!position || position.version !== next || frame.version !== next) return "broken";
    if (this.#kind !== "feed") {
      // A board's first entry is always a policy: the timeline begins with it.
      if (!this.#timeline && frame.type === "policy") this.#timeline = Timeline.begin(frame.policy, frame.at);
      if (this.#timeline?.apply(frame) !== "applied") return "broken";
      this.#revision += 1;
    }
    this.#position = position;
    return "taken";
  }

  bookmark(frame: BookmarkFrame): Taken {
    const position = parseCursor(frame.cursor);
    if (this.#phase === "asked") return "passed-over";
    if (this.#kind === "feed") return this.#jump(position);
    if (this.#phase !== "following") return "passed-over";
    // Whoever plays the timeline is owed every entry: a bookmark elsewhere means that some went missing.
    const same = position?.epoch === this.#position?.epoch && position?.version === this.#position?.version;
    if (!same) return "broken";
    this.#timeline?.advance(frame.at);
    return "taken";
  }

  /** A feed passes over what it does not want; only back it never goes. */
  #jump(position: Position | null): Taken {
    if (!position) return "broken";
    const back = position.epoch !== this.#position?.epoch || position.version < this.#position.version;
    if (this.#position && back) return "broken";
    this.#position = position;
    this.#phase = "following";
    return "taken";
  }
}
