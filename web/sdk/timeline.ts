/**
 * The pure function (state, time) → what is on screen. Every terminal plays the same one, so screens agree without
 * talking. It never reads a clock, and looking at a screen never changes it.
 *
 * ```text
 *   trail (ended, still on the glass)        slot (under way)
 *  ├──────────────┤  ├──────────────┤  gap  ├───────────────── ─ ─ ┤
 *  head         end  head         end      head      x             end
 *                                                    ▲ right edge of the glass
 * ```
 */
import { advance, boundQueue, instant, join, leave } from "./advance.ts";
import type { Entry, Notice, Pin, Policy, Screen, Shown, Slot, SnapshotFrame } from "./frames.ts";
import { type Active, copied, find, initial, type State } from "./state.ts";

export type { Active, State } from "./state.ts";

/** Whether an entry was taken; one below the kept time is not, and whoever meets it starts from a snapshot. */
export type Applied = "applied" | "late";

/** The part of a screen that the timeline knows. */
export type Picture = Pick<Screen, "at" | "x" | "pin" | "slot" | "trail" | "active">;

const shown = ({ notice, head, end }: Slot): Shown => ({ id: notice.id, rev: notice.rev, head, end });

/** The state of a board's play, as of its last entry or watermark. */
export class Timeline {
  #state: State;

  private constructor(state: State) {
    this.#state = state;
  }

  /** The state at a board's first entry, under the policy then in force. */
  static begin(policy: Policy, at: number): Timeline {
    return new Timeline(initial(policy, at));
  }

  /** The timeline that was taken apart. An id in the queue that is not active is left out. */
  static fromParts(parts: State): Timeline {
    const state = copied(parts);
    state.active.sort((a, b) => a.version - b.version);
    state.queue = state.queue.filter((id) => find(state, id));
    return new Timeline(state);
  }

  /** The timeline of a snapshot; `null` for a board that was never written. */
  static fromSnapshot(snapshot: SnapshotFrame): Timeline | null {
    const { timeline, policy, notices } = snapshot;
    if (!timeline) return null;
    const active = notices.map(({ version, started, pass, ...notice }) => ({ notice, version, started, pass }));
    return Timeline.fromParts({ ...timeline, last: timeline.last ?? null, slot: timeline.slot ?? null, pin: timeline.pin ?? null, policy, active });
  }

  /** The state taken apart, as a copy. */
  parts(): State {
    return copied(this.#state);
  }

  clone(): Timeline {
    return new Timeline(copied(this.#state));
  }

  /** The time it is advanced to, ms. */
  get now(): number {
    return this.#state.now;
  }

  /** The ribbon's position, in thousandths of a cell. */
  get x(): number {
    return this.#state.x;
  }

  get policy(): Policy {
    return this.#state.policy;
  }

  /** The active notices, in order of version. */
  get active(): readonly Readonly<Active>[] {
    return this.#state.active;
  }

  get slot(): Readonly<Slot> | null {
    return this.#state.slot;
  }

  /** What has ended but may still be on the glass, oldest first. */
  get trail(): readonly Readonly<Slot>[] {
    return this.#state.trail;
  }

  get pin(): Readonly<Pin> | null {
    return this.#state.pin;
  }

  /** Moves to a time. One before the present changes nothing. */
  advance(to: number): void {
    advance(this.#state, to);
  }

  /** Advances to the entry's time and applies it; one below the kept time changes nothing. */
  apply(entry: Entry): Applied {
    const state = this.#state;
    if (entry.at < state.now) return "late";
    advance(state, entry.at);
    switch (entry.type) {
      case "put":
        put(state, entry.version, entry.notice);
        break;
      case "delete":
        remove(state, entry.id);
        break;
      case "policy":
        state.policy = entry.policy;
        boundQueue(state);
        break;
    }
    state.queue = state.queue.filter((id) => {
      const active = find(state, id);
      return active && state.policy.levels[active.notice.level].play === "pin";
    });
    instant(state);
    return "applied";
  }

  /** The screen at a time; one before the last entry is taken as that. */
  screen(at: number): Picture {
    const state = copied(this.#state);
    advance(state, at);
    const { pin } = state;
    return {
      at: state.now,
      x: state.x,
      pin: pin && { id: pin.notice.id, rev: pin.notice.rev, from: pin.from, until: pin.until },
      slot: state.slot && shown(state.slot),
      trail: state.trail.map(shown),
      active: state.active.map((active) => active.notice.id),
    };
  }
}

function put(state: State, version: number, notice: Notice): void {
  const active = find(state, notice.id);
  if (!active) {
    state.active.push({ notice, version, started: false, pass: 0 });
    return;
  }
  const before = active.notice;
  active.notice = notice;
  if (state.pin?.notice.id === notice.id) {
    state.pin.notice = notice;
    return;
  }
  const wasPinned = state.policy.levels[before.level].play === "pin";
  if (active.started && !wasPinned && state.policy.levels[notice.level].play === "pin") join(state, notice.id);
}

function remove(state: State, id: string): void {
  leave(state, id);
  if (state.slot?.notice.id === id) state.slot = null;
  state.trail = state.trail.filter((slot) => slot.notice.id !== id);
}
