/** The back-off: its bounds, and what close codes demand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffMs, floorMs, needsToken } from "../sdk/backoff.ts";

describe("the back-off", () => {
  it("is between half a second and twenty, whatever the attempt and the dice", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
        const wait = backoffMs(attempt, random);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(20_000);
        expect(Number.isInteger(wait)).toBe(true);
      }),
    );
  });

  it("spreads over its whole range once it has grown", () => {
    expect(backoffMs(9, 0)).toBe(500);
    expect(backoffMs(9, 0.999_999)).toBeGreaterThan(19_900);
    expect(backoffMs(0, 0.999_999)).toBeLessThanOrEqual(1_000);
  });

  it("waits five minutes after an end that is the terminal's own fault", () => {
    expect([1009, 4400, 4403].map(floorMs)).toEqual([300_000, 300_000, 300_000]);
    expect([1000, 1001, 1006, 1011, 1012, 1013, 4401, 4408, 4999].map(floorMs)).toEqual(Array(9).fill(0));
  });

  it("wants a new token after one that expired or was revoked, and never else", () => {
    expect([1006, 1012, 4400, 4401, 4403, 4408].filter(needsToken)).toEqual([4401, 4403]);
  });
});
