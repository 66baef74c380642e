/**
 * The state of a board's play, and how it is copied. Integers only: time in ms, positions in thousandths of a cell,
 * all below 2^53, so that numbers hold them exactly. It reads no clock.
 */
import type { Notice, Pin, Policy, Slot } from "./frames.ts";

/** A notice that is not over yet. */
export interface Active {
  /** The notice as its newest put has it. */
  notice: Notice;
  /** The version of its first put: its place among equals. */
  version: number;
  /** Whether its time has come. */
  started: boolean;
  /** What it has used of its turns: the least is next. */
  pass: number;
}

/** Everything the timeline is a function of, besides the time. */
export interface State {
  policy: Policy;
  now: number;
  x: number;
  floor: number;
  rest: number;
  /** In order of version. */
  active: Active[];
  slot: Slot | null;
  last: string | null;
  /** Oldest first. */
  trail: Slot[];
  pin: Pin | null;
  /** Ids that wait to be pinned. */
  queue: string[];
}

/** The state at a board's first entry, under the policy then in force. */
export function initial(policy: Policy, at: number): State {
  return {
    policy,
    now: at,
    x: 0,
    floor: 0,
    rest: 0,
    active: [],
    slot: null,
    last: null,
    trail: [],
    pin: null,
    queue: [],
  };
}

/** A copy that shares notices and ended slots, which are never changed, and nothing else. */
export function copied(state: State): State {
  return {
    ...state,
    active: state.active.map((active) => ({ ...active })),
    slot: state.slot && { ...state.slot },
    trail: [...state.trail],
    pin: state.pin && { ...state.pin },
    queue: [...state.queue],
  };
}

/** The active notice with this id. */
export function find(state: State, id: string): Active | undefined {
  return state.active.find((active) => active.notice.id === id);
}
