/**
 * What was really on this glass, and how it left: a pure machine. It is told what is drawn, picture by picture, and says
 * of each notice that is drawn no more from when until when it was there. It reads no clock and sees no document; it is
 * loaded where a terminal has a name.
 */
import type { Notice, Outcome, ShownRecord } from "../sdk/frames.ts";
import { Outbox } from "../sdk/outbox.ts";
import type { Shell } from "../sdk/shell.ts";
import type { Timeline } from "../sdk/timeline.ts";
import type { Glass, Piece } from "./layout.ts";

/** Pictures that lie further apart than this were not seen: a hidden tab draws none, ms. */
const GAP_MS = 2_000;

/** A notice that is on the glass. */
export interface Seen {
  /** One stay on the glass. */
  key: string;
  id: string;
  rev: number;
  play: "scroll" | "pin";
  /** When its time is over, ms of the server. */
  expiresAt: number;
  /** Where it has played to its end: the tape's position, or of a pin the time, ms. */
  end: number;
}

/** One picture. */
export interface Look {
  /** ms of the server. */
  time: number;
  /** The tape's position. */
  x: number;
  seen: readonly Seen[];
  /** The revision of an active notice. */
  active: (id: string) => number | undefined;
}

/** What is told of one stay, beside whose it was. */
export type Stay = Omit<Required<ShownRecord>, "board" | "offset_ms">;

/** What was drawn: where the tape was, and which pieces lie on the glass or just beside it. */
export interface Drawing {
  x: number;
  pieces: Piece[];
}

/** The picture of a play at a time, as it was drawn on a glass that shows only what it wants. */
export function looked(play: Timeline, time: number, { x, pieces }: Drawing, glass: Glass, wants: (notice: Notice) => boolean): Look {
  const seen: Seen[] = [];
  for (const { key, notice, head, leftCells } of pieces) {
    if (leftCells >= glass.widthCells || leftCells + notice.cells <= 0) continue;
    const end = head + (glass.widthCells + glass.offsetCells + notice.cells) * 1_000;
    seen.push({ key, id: notice.id, rev: notice.rev, play: "scroll", expiresAt: notice.expires_at, end });
  }
  const { pin, policy } = play;
  if (pin && wants(pin.notice)) {
    const { id, rev, level, expires_at } = pin.notice;
    const end = pin.from + policy.levels[level].hold_ms;
    seen.push({ key: `pin:${pin.from}:${id}:${rev}`, id, rev, play: "pin", expiresAt: expires_at, end });
  }
  return { time, x, seen, active: (id) => play.active.find(({ notice }) => notice.id === id)?.notice.rev };
}

export class Witness {
  readonly #on = new Map<string, { seen: Seen; from: number }>();
  #last = -Infinity;

  /** Takes in a picture; what has left the glass with it. */
  look(look: Look): Stay[] {
    const stays = look.time - this.#last > GAP_MS ? this.end("failed") : [];
    this.#last = look.time;
    const now = new Map(look.seen.map((seen) => [seen.key, seen]));
    for (const [key, { seen, from }] of this.#on) {
      if (now.has(key)) continue;
      this.#on.delete(key);
      stays.push(stay(seen, from, look.time, outcome(seen, look)));
    }
    for (const [key, seen] of now) this.#on.set(key, { seen, from: this.#on.get(key)?.from ?? look.time });
    return stays;
  }

  /** Nothing is drawn any more; what was there until the last picture. */
  end(how: Outcome): Stay[] {
    const stays = [...this.#on.values()].map(({ seen, from }) => stay(seen, from, this.#last, how));
    this.#on.clear();
    return stays;
  }
}

function stay({ id, rev, play }: Seen, from: number, until: number, how: Outcome): Stay {
  return { id, rev, play, from: Math.floor(from), until: Math.floor(until), outcome: how };
}

/** Keeps watch over the glass of a board for its connection: what has left it is told, and reported to the server. */
export class Watch {
  readonly #witness = new Witness();
  readonly #outbox: Outbox;

  constructor(
    readonly connection: Shell,
    readonly board: string,
    readonly tell: (stay: Stay) => void,
  ) {
    this.#outbox = new Outbox(connection);
  }

  look(...seen: Parameters<typeof looked>): void {
    this.#told(this.#witness.look(looked(...seen)));
  }

  end(): void {
    this.#told(this.#witness.end("cut"));
  }

  #told(stays: readonly Stay[]): void {
    for (const stay of stays) {
      this.#outbox.shown({ board: this.board, ...stay, offset_ms: Math.round(this.connection.offsetMs()) });
      this.tell(stay);
    }
  }
}

/** How a notice that is not on the glass any more has left it. */
function outcome(seen: Seen, { time, x, active }: Look): Outcome {
  if ((seen.play === "pin" ? time : x) >= seen.end) return "completed";
  if (seen.expiresAt <= time) return "expired";
  const hurried = seen.play === "pin" && active(seen.id) === seen.rev;
  return hurried ? "preempted" : "cut";
}
