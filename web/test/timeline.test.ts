/** The timeline against the shared vectors and its own properties. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, type Entry, type SnapshotFrame } from "../sdk/frames.ts";
import { isSnapshot } from "../sdk/parse.ts";
import { Timeline } from "../sdk/timeline.ts";
import { anyEntries, anyPolicy, entryOf, notice, policy, type VectorCase } from "./arbitrary.ts";

const vectors = JSON.parse(
  readFileSync(new URL("../../tests/vectors/timeline.json", import.meta.url), "utf8"),
) as VectorCase[];

function played(base: ReturnType<typeof policy>, entries: readonly Entry[]): Timeline {
  const timeline = Timeline.begin(base, 1_000);
  for (const entry of entries) expect(timeline.apply(entry)).toBe("applied");
  return timeline;
}

/** The snapshot of a timeline, as a server would write it: through JSON. */
function snapshotOf(timeline: Timeline, cursor: string): SnapshotFrame {
  const { active, policy: inForce, ...rest } = timeline.parts();
  const notices = active.map(({ notice: n, version, started, pass }) => ({ ...n, version, started, pass }));
  const frame = { type: "snapshot", board: "main", cursor, at: rest.now, policy: inForce, notices, timeline: rest };
  const read: unknown = JSON.parse(JSON.stringify(frame));
  if (!isSnapshot(read)) throw new Error("a snapshot of our own is no snapshot");
  return read;
}

describe("the shared vectors", () => {
  it("are all there", () => {
    expect(vectors).toHaveLength(120);
    expect(vectors.flatMap((vector) => vector.steps.filter((step) => "expect" in step)).length).toBeGreaterThan(2_000);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s is played as expected", (_, vector) => {
    const timeline = Timeline.begin(policy(vector.policy), vector.start);
    for (const step of vector.steps) {
      if ("entry" in step) {
        expect(timeline.apply(entryOf(step.entry))).toBe("applied");
      } else {
        const { at: _at, ...picture } = timeline.screen(step.at);
        expect(picture).toEqual(step.expect);
      }
    }
  });
});

describe("the timeline", () => {
  it("refuses an entry below its time and is not changed by it", () => {
    const timeline = Timeline.begin(policy({}), 1_000);
    timeline.advance(5_000);
    const before = timeline.parts();
    const late = { type: "put", board: "main", cursor: "epoch000.2", version: 2, at: 4_999, notice: notice({ id: "a" }) } as const;
    expect(timeline.apply(late)).toBe("late");
    expect(timeline.parts()).toEqual(before);
  });

  it("plays the widest notice at the bounds exactly", () => {
    const start = 1_700_000_000_000;
    const month = 2_592_000_000;
    const timeline = Timeline.begin(policy({ speed: 200, gap: 0 }), start);
    for (const [version, cells] of [[2, 4_000], [3, 1]] as const) {
      const wide = notice({ id: `n${version}`, rev: version, cells, starts_at: start, expires_at: start + month });
      timeline.apply({ type: "put", board: "main", cursor: "", version, at: start, notice: wide });
    }
    timeline.advance(start + month);
    expect(timeline.active).toHaveLength(0);
    expect(timeline.x).toBe(200 * month);
  });

  it("gets to the same state in pieces and at once", () => {
    fc.assert(
      fc.property(anyPolicy, anyEntries, fc.array(fc.nat(9_000), { minLength: 1, maxLength: 30 }), (base, entries, pieces) => {
        const pieced = played(base, entries);
        const once = pieced.clone();
        once.advance(once.now + pieces.reduce((sum, piece) => sum + piece, 0));
        for (const piece of pieces) pieced.advance(pieced.now + piece);
        expect(pieced.parts()).toEqual(once.parts());
      }),
    );
  });

  it("is the same from any snapshot, with the entries after it, as from the start", () => {
    fc.assert(
      fc.property(anyPolicy, anyEntries, fc.nat(), fc.boolean(), (base, entries, seed, watermark) => {
        const cut = seed % entries.length;
        const replica = played(base, entries.slice(0, cut));
        const next = entries[cut];
        if (watermark && next) replica.advance(next.at);
        const resumed = Timeline.fromSnapshot(snapshotOf(replica, `epoch000.${cut}`));
        for (const entry of entries.slice(cut)) expect(resumed?.apply(entry)).toBe("applied");
        expect(resumed?.parts()).toEqual(played(base, entries).parts());
      }),
    );
  });

  it("is not changed by a look at its screen", () => {
    fc.assert(
      fc.property(anyPolicy, anyEntries, fc.nat(90_000), (base, entries, ahead) => {
        const timeline = played(base, entries);
        const before = structuredClone(timeline.parts());
        timeline.screen(timeline.now + ahead);
        expect(timeline.parts()).toEqual(before);
      }),
    );
  });

  it("has numbers that are whole, whatever happens", () => {
    fc.assert(
      fc.property(anyPolicy, anyEntries, (base, entries) => {
        const timeline = played(base, entries);
        timeline.advance(timeline.now + 30_000);
        const { x, floor, now, rest, active } = timeline.parts();
        for (const number of [x, floor, now, rest, ...active.map((one) => one.pass)]) {
          expect(Number.isSafeInteger(number)).toBe(true);
        }
        expect(LEVELS).toContain(active[0]?.notice.level ?? "INFO");
      }),
    );
  });
});
