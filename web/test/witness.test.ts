/** What is said of a glass: from when until when each notice was really on it, and how it left. In virtual time. */
import { beforeEach, describe, expect, it } from "vitest";
import { pieces } from "../element/layout.ts";
import { looked, Witness } from "../element/witness.ts";
import { Timeline } from "../sdk/timeline.ts";
import { notice, policy } from "./arbitrary.ts";

const GLASS = { widthCells: 40, offsetCells: 0 };
const FRAME_MS = 20;

/** A board that is played picture by picture. */
class World {
  readonly timeline = Timeline.begin(policy({}), 0);
  readonly witness = new Witness();
  readonly stays: ReturnType<Witness["look"]> = [];
  now = 0;
  version = 1;

  put(id: string, level: string, expires_at = 1_000_000): void {
    this.version += 1;
    const put = notice({ id, rev: this.version, level: level as "INFO", cells: 10, starts_at: this.now, expires_at });
    this.timeline.apply({ type: "put", board: "main", cursor: "", version: this.version, at: this.now, notice: put });
  }

  remove(id: string): void {
    this.version += 1;
    this.timeline.apply({ type: "delete", board: "main", cursor: "", version: this.version, at: this.now, id, reason: "retracted" });
  }

  play(untilMs: number): void {
    for (; this.now < untilMs; this.now += FRAME_MS) {
      this.timeline.advance(this.now);
      const { x } = this.timeline;
      const drawing = { x, pieces: pieces(this.timeline, x, GLASS) };
      this.stays.push(...this.witness.look(looked(this.timeline, this.now, drawing, GLASS, () => true)));
    }
  }
}

describe("what was on the glass", () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  const outcomes = () => world.stays.map(({ id, play, outcome }) => [id, play, outcome]);

  it("is complete once it has gone in at one end and out at the other", () => {
    world.put("a", "INFO");
    world.play(4_900);
    expect(world.stays).toMatchObject([{ id: "a", rev: 2, play: "scroll", outcome: "completed" }]);
    const [{ from, until } = { from: 0, until: 0 }] = world.stays;
    // 40 cells of glass and 10 of text, at 12 cells a second.
    expect(Math.abs(until - from - 50_000 / 12)).toBeLessThanOrEqual(2 * FRAME_MS);
  });

  it("is cut when it is taken away", () => {
    world.put("a", "INFO");
    world.play(1_000);
    world.remove("a");
    world.play(1_500);
    expect(world.stays).toMatchObject([{ id: "a", outcome: "cut", until: 1_000 }]);
  });

  it("of a pin is complete after its hold", () => {
    world.put("u", "URGENT");
    world.play(100_000);
    expect(outcomes()[0]).toEqual(["u", "pin", "completed"]);
  });

  it("of a pin is preempted by another that waits, cut by its retraction or its next version, expired at its end", () => {
    world.put("a", "URGENT");
    world.play(6_000);
    world.put("b", "URGENT");
    world.play(20_000);
    expect(outcomes()).toContainEqual(["a", "pin", "preempted"]);
    world = new World();
    world.put("a", "URGENT");
    world.play(1_000);
    world.put("a", "URGENT");
    world.play(2_000);
    world.remove("a");
    world.play(3_000);
    expect(outcomes()).toEqual([["a", "pin", "cut"], ["a", "pin", "cut"]]);
    world = new World();
    world.put("a", "URGENT", 2_000);
    world.play(3_000);
    expect(outcomes()).toEqual([["a", "pin", "expired"]]);
  });

  it("was not drawn in a tab that was hidden, and begins anew when it is seen again", () => {
    world.put("a", "INFO");
    world.play(1_000);
    world.now += 2_500;
    world.play(6_000);
    expect(world.stays.slice(0, 2)).toMatchObject([{ outcome: "failed", until: 980 }, { from: 3_500, outcome: "completed" }]);
  });

  it("ends with the glass", () => {
    world.put("a", "INFO");
    world.play(1_000);
    expect(world.witness.end("cut")).toMatchObject([{ id: "a", outcome: "cut", until: 980 }]);
    expect(world.witness.end("cut")).toEqual([]);
  });

  it("is nothing that only waits beside the glass, or is hidden on this one", () => {
    world.put("u", "URGENT");
    const { x } = world.timeline;
    const look = looked(world.timeline, 0, { x, pieces: pieces(world.timeline, x, GLASS) }, GLASS, () => false);
    expect(look.seen).toEqual([]);
  });
});
