/** How a terminal is connected where a WebSocket cannot be had: by which rule another way is taken, and left again. In virtual time. */
import { beforeEach, describe, expect, it } from "vitest";
import { Outbox } from "../sdk/outbox.ts";
import { parseFrame } from "../sdk/parse.ts";
import { Session } from "../sdk/session.ts";
import { Ways } from "../sdk/ways.ts";
import type { ConnectionEvents } from "../sdk/options.ts";
import type { Message, ShownRecord } from "../sdk/frames.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe("the other way", () => {
  let ways: Ways;
  beforeEach(() => {
    ways = new Ways(0);
  });

  it("is a stream of events, and stays one while there is a comment every 15 s", () => {
    for (let now = 0; now < 4 * MINUTE; now += 15_000) {
      ways.heard(now);
      expect(ways.tick(now)).toBe("nothing");
    }
    expect(ways.over).toBe("sse");
  });

  it("is held back by a proxy if nothing has come for 45 s, and is polling then", () => {
    ways.heard(10_000);
    expect(ways.deadline).toBe(55_000);
    expect([ways.tick(54_999), ways.tick(55_000)]).toEqual(["nothing", "buffered"]);
    ways.silent();
    expect(ways.over).toBe("poll");
    ways.begun(60_000);
    expect(ways.tick(4 * MINUTE)).toBe("nothing");
  });

  it("is left for a WebSocket that is tried every five minutes", () => {
    ways.silent();
    expect(ways.deadline).toBe(5 * MINUTE);
    expect([ways.tick(5 * MINUTE), ways.tick(5 * MINUTE), ways.tick(10 * MINUTE)]).toEqual(["probe", "nothing", "probe"]);
    ways.unblocked();
    expect(ways.over).toBe("ws");
  });

  it("is left for a WebSocket after three tries that fail in a row", () => {
    for (const _ of [1, 2]) ways.failed();
    ways.heard(1_000);
    for (const _ of [1, 2]) ways.failed();
    expect(ways.over).toBe("sse");
    ways.failed();
    expect(ways.over).toBe("ws");
  });
});

describe("what was shown", () => {
  let told: Message[];
  let errors: ConnectionEvents["error"][];
  let connected: boolean;
  let now: number;
  let live: () => void;
  const record = (until: number): ShownRecord => ({ board: "main", id: `n${until}`, rev: 1, from: until - 5, until, outcome: "completed" });
  const outbox = (name: string | undefined): Outbox =>
    new Outbox({
      options: { name },
      on: (event, fn) => {
        if (event === "state") live = () => ((connected = true), (fn as (detail: ConnectionEvents["state"]) => void)({ connected: "live" }));
        return () => {};
      },
      report: (message) => connected && told.push(message) > 0,
      serverTime: () => now,
      tell: (_, detail) => void errors.push(detail as ConnectionEvents["error"]),
    });
  beforeEach(() => {
    [told, errors, connected, now] = [[], [], false, 2_000];
  });

  it("is told at once while the terminal is live, and by one without a name never", () => {
    const box = outbox("lobby");
    connected = true;
    box.shown(record(900));
    expect(told).toEqual([{ type: "shown", ...record(900) }]);
    outbox(undefined).shown(record(901));
    outbox("").shown(record(902));
    expect(told).toHaveLength(1);
  });

  it("waits through an outage, the last 1,000 of it, and what was dropped is counted", () => {
    const box = outbox("lobby");
    for (let at = 1; at <= 1_003; at += 1) box.shown(record(at));
    expect(told).toEqual([]);
    live();
    expect([told.length, (told[0] as unknown as ShownRecord).until]).toEqual([1_000, 4]);
    expect(errors).toEqual([{ code: "shown-dropped", detail: expect.stringMatching(/^3 records/), board: undefined }]);
    live();
    expect([told.length, errors.length]).toEqual([1_000, 1]);
  });

  it("is not told once it is older than the server takes", () => {
    const box = outbox("lobby");
    box.shown(record(1_000));
    box.shown(record(7 * DAY));
    now += 7 * DAY;
    live();
    expect(told).toHaveLength(1);
    expect(errors[0]?.detail).toMatch(/^1 records/);
  });
});

describe("an admin", () => {
  it("is told what becomes of a notice, and takes nothing that is not whole", () => {
    const session = new Session({ boards: ["main"], terminal: "admin", name: undefined });
    session.handle({ type: "start" }, 0, 0);
    expect(session.handle({ type: "token", token: undefined }, 0, 0)).toMatchObject([{ params: { terminal: "admin" } }]);
    session.handle({ type: "opened" }, 0, 0);
    const frame = { type: "lifecycle", board: "main", id: "a", stage: "delivered", at: 17 };
    const say = (said: object) => session.handle({ type: "frame", frame: parseFrame(JSON.stringify(said)) }, 0, 0);
    expect(say(frame)).toEqual([frame]);
    expect(say({ ...frame, at: "soon" })).toEqual([]);
  });
});
