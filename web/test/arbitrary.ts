/** Policies, notices and entries for tests: plain ones with something changed, and any that the protocol allows. */
import fc from "fast-check";
import { type Entry, type Level, LEVELS, type LevelPolicy, type Notice, type Policy } from "../sdk/frames.ts";

/** A case of the shared vectors. */
export interface VectorCase {
  name: string;
  policy: Partial<Policy>;
  start: number;
  steps: ({ entry: VectorEntry } | { at: number; expect: unknown })[];
}
export type VectorEntry = { version: number; at: number } & (
  | { op: "put"; notice: Partial<Notice> & { id: string } }
  | { op: "delete"; id: string }
  | { op: "policy"; policy: Partial<Policy> }
);

const level = (weight: number, play: LevelPolicy["play"], hold_ms: number, color: string): LevelPolicy => ({
  weight,
  play,
  hold_ms,
  color,
});

/** The default policy with something changed. */
export function policy(changed: Partial<Policy>): Policy {
  return {
    speed: 12,
    gap: 8,
    ttl: 600,
    max_active: 64,
    fold_ms: 60_000,
    pin_min_ms: 5_000,
    pin_queue: 3,
    breath_ms: 5_000,
    levels: {
      URGENT: level(8, "pin", 15_000, "#ff3b30"),
      WARNING: level(4, "scroll", 0, "#ff9f0a"),
      INFO: level(2, "scroll", 0, "#e8eaed"),
      LOW: level(1, "scroll", 0, "#9aa0a6"),
    },
    ...changed,
  };
}

/** A notice with something changed. */
export function notice(changed: Partial<Notice> & { id: string }): Notice {
  return {
    rev: 1,
    level: "INFO",
    text: changed.id,
    tags: [],
    cells: 4,
    count: 1,
    starts_at: 0,
    expires_at: 1_000_000,
    trace_id: "",
    ...changed,
  };
}

/** An entry of the vectors, as a frame. */
export function entryOf(given: VectorEntry): Entry {
  const { version, at } = given;
  const common = { board: "main", cursor: `epoch000.${version}`, version, at };
  switch (given.op) {
    case "put":
      return { type: "put", ...common, notice: notice(given.notice) };
    case "delete":
      return { type: "delete", ...common, id: given.id, reason: "retracted" };
    case "policy":
      return { type: "policy", ...common, policy: policy(given.policy) };
  }
}

const anyHold = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 }));
const anyLevelPolicy: fc.Arbitrary<LevelPolicy> = fc.record({
  weight: fc.integer({ min: 1, max: 100 }),
  play: fc.constantFrom("scroll", "pin"),
  hold_ms: anyHold,
  color: fc.constant("#000000"),
});

/** Any policy that is worth playing. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    speed: fc.integer({ min: 1, max: 200 }),
    gap: fc.nat(40),
    pin_min_ms: fc.nat(8_000),
    pin_queue: fc.nat(4),
    breath_ms: fc.nat(8_000),
    levels: fc.record({ URGENT: anyLevelPolicy, WARNING: anyLevelPolicy, INFO: anyLevelPolicy, LOW: anyLevelPolicy }),
  })
  .map(policy);

type Change =
  | { op: "put"; id: number; level: Level; cells: number; delay: number; ttl: number }
  | { op: "delete"; id: number }
  | { op: "policy"; policy: Policy };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      op: fc.constant("put" as const),
      id: fc.nat(7),
      level: fc.constantFrom(...LEVELS),
      cells: fc.nat(200),
      delay: fc.oneof(fc.constant(0), fc.nat(20_000)),
      ttl: fc.integer({ min: 1, max: 60_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("delete" as const), id: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant("policy" as const), policy: anyPolicy }) },
);

/** Entries from 1,000 ms on, with times that only grow. The first is version 2. */
export const anyEntries: fc.Arbitrary<Entry[]> = fc
  .array(fc.tuple(fc.oneof(fc.constant(0), fc.nat(15_000)), anyChange), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    let at = 1_000;
    return steps.map(([elapsed, change], step) => {
      at += elapsed;
      const version = step + 2;
      switch (change.op) {
        case "put": {
          const starts_at = at + change.delay;
          const { level: urgency, cells, ttl, id } = change;
          const put = { id: `n${id}`, rev: version, level: urgency, cells, starts_at, expires_at: starts_at + ttl };
          return entryOf({ op: "put", version, at, notice: put });
        }
        case "delete":
          return entryOf({ op: "delete", version, at, id: `n${change.id}` });
        case "policy":
          return entryOf({ op: "policy", version, at, policy: change.policy });
      }
    });
  });
