/** The clock: what it learns from pings, and that it leans where a ribbon would be seen to jump. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Clock } from "../sdk/clock.ts";

/** A ping at `at` with this round trip, to a server whose clock is `offset` ahead; the way there takes `share` of it. */
function ping(clock: Clock, at: number, offset: number, roundTrip: number, share = 0.5): void {
  clock.sample(at, at + roundTrip * share + offset, at + roundTrip);
}

describe("the clock", () => {
  it("takes its first rough offset from hello, and the first ping's at once", () => {
    const clock = new Clock();
    clock.hello(5_000, 1_000);
    expect(clock.offset(1_000)).toBe(4_000);
    ping(clock, 1_100, 4_030, 20);
    expect(clock.offset(1_120)).toBe(4_030);
  });

  it("ignores outliers: the slow half has no say", () => {
    const clock = new Clock();
    for (let n = 0; n < 16; n += 1) ping(clock, n * 1_000, 100, n % 2 === 0 ? 10 : 1_500, n % 2 === 0 ? 0.5 : 1);
    expect(clock.offset(60_000)).toBe(100);
  });

  it("slews by a twentieth of the passing time and does not jump", () => {
    const clock = new Clock();
    ping(clock, 0, 0, 0);
    for (let n = 0; n < 16; n += 1) ping(clock, 1, 1_000, 0);
    expect(clock.offset(1)).toBe(0);
    expect(clock.offset(1_001)).toBeCloseTo(50);
    expect(clock.offset(10_001)).toBeCloseTo(500);
    expect(clock.offset(100_001)).toBe(1_000);
  });

  it("jumps if it is more than two seconds off", () => {
    const clock = new Clock();
    ping(clock, 0, 0, 0);
    for (let n = 0; n < 16; n += 1) ping(clock, 1, 2_001, 0);
    expect(clock.offset(1)).toBe(2_001);
    clock.hello(10_000, 10);
    expect(clock.offset(10)).toBe(9_990);
  });

  it("is not moved by the hello of a second connection that is only rough", () => {
    const clock = new Clock();
    ping(clock, 0, 300, 4);
    clock.hello(1_000, 1_000);
    expect(clock.offset(1_000)).toBe(300);
  });

  it("never goes back while it is less than two seconds off, and finds the offset", () => {
    const samples = fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.nat(400)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), samples, (drift, pings) => {
        const clock = new Clock();
        ping(clock, 0, 0, 10);
        let now = 10;
        let last = clock.serverTime(now);
        for (const [wait, roundTrip] of pings) {
          for (const step of [wait / 2, wait]) {
            const time = clock.serverTime(now + step);
            expect(time).toBeGreaterThan(last);
            last = time;
          }
          now += wait;
          ping(clock, now, drift, roundTrip);
          now += roundTrip;
        }
        for (let n = 0; n < 16; n += 1) ping(clock, now + n, drift, 0);
        expect(clock.offset(now + 100_000)).toBeCloseTo(drift);
      }),
    );
  });
});
