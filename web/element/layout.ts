/**
 * What is on the glass and where, in cells: a pure function of the play and of the size of the glass.
 * It knows no pixels and no documents.
 */
import { type Level, LEVELS, type Notice, type Pin, type Policy, type Slot } from "../sdk/frames.ts";

/** The stretch of the wall that this glass shows. */
export interface Glass {
  /** How wide it is, in cells; with a fraction. */
  widthCells: number;
  /** How far its right edge lies to the left of the wall's right edge, in cells. */
  offsetCells: number;
}

/** The part of the play that a picture needs. */
export interface Play {
  readonly now: number;
  readonly x: number;
  readonly policy: Policy;
  readonly slot: Readonly<Slot> | null;
  readonly trail: readonly Readonly<Slot>[];
  readonly pin: Readonly<Pin> | null;
}

/** One notice on the ribbon. */
export interface Piece {
  /** One stretch of the ribbon: the same notice may be on the glass twice. */
  key: string;
  notice: Notice;
  /** Where it entered, in thousandths of a cell. */
  head: number;
  /** Its left edge from the glass's, in cells. */
  leftCells: number;
}

/** A piece is laid out this far before it is seen, so that its text is there when it enters, in cells. */
const AHEAD_CELLS = 2;
/** A pinned text that is too wide is read from its beginning for so long, ms. */
const PIN_REST_MS = 1_000;

/** The ribbon's position between two milliseconds; it stands still while a pin is up. */
export function exactX(play: Play, time: number): number {
  return play.pin ? play.x : play.x + play.policy.speed * Math.max(0, time - play.now);
}

/** The pieces on the glass, in order of entry, with the ribbon at `x`. */
export function pieces(play: Play, x: number, glass: Glass): Piece[] {
  const slots = play.slot ? [...play.trail, play.slot] : play.trail;
  return slots
    .map((slot) => ({
      key: `${slot.head}:${slot.notice.id}`,
      notice: slot.notice,
      head: slot.head,
      leftCells: glass.widthCells + glass.offsetCells - (x - slot.head) / 1_000,
    }))
    .filter(
      ({ leftCells, notice }) => leftCells < glass.widthCells + AHEAD_CELLS && leftCells + notice.cells > -AHEAD_CELLS,
    );
}

/**
 * How far a pinned text is scrolled to the left at a time, in cells: not at all if it fits; else from its beginning to
 * its end, as fast as the ribbon, or faster where the hold would be over before.
 */
export function pinShiftCells(pin: Pick<Pin, "from" | "notice">, policy: Policy, roomCells: number, time: number): number {
  const excess = pin.notice.cells - roomCells;
  if (excess <= 0) return 0;
  const movingMs = Math.max(1, policy.levels[pin.notice.level].hold_ms - 2 * PIN_REST_MS);
  const cellsPerMs = Math.max(policy.speed / 1_000, excess / movingMs);
  return Math.min(excess, Math.max(0, time - pin.from - PIN_REST_MS) * cellsPerMs);
}

/**
 * Which notices a glass shows: any of these tags, separated by commas, and at least this level; nothing named is everything.
 * It hides alone: the tape is the whole board's, so that screens agree, and stays empty where a notice is hidden.
 */
export function wanted(tags: string, minLevel: string): (notice: Notice) => boolean {
  const any = tags.split(",").map((tag) => tag.trim()).filter(Boolean);
  const least = LEVELS.indexOf(minLevel.toUpperCase() as Level);
  return (notice) =>
    (any.length === 0 || any.some((tag) => notice.tags?.includes(tag))) && (least < 0 || LEVELS.indexOf(notice.level) <= least);
}
