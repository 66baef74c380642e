/** The session machine: what it does at each turn of a connection's life, and that nothing makes it stumble. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Follow } from "../sdk/follow.ts";
import type { Entry } from "../sdk/frames.ts";
import { parseFrame } from "../sdk/parse.ts";
import type { Action, Event, Options } from "../sdk/acts.ts";
import { kept, restore } from "../sdk/kept.ts";
import { Session } from "../sdk/session.ts";
import { notice, policy } from "./arbitrary.ts";

const EPOCH = "epoch000";

class Rig {
  readonly session: Session;
  now = 1_000;
  actions: Action[] = [];

  constructor(options: Partial<Options> = {}) {
    this.session = new Session({ boards: ["main"], terminal: "web", name: undefined, ...options });
  }

  do(event: Event, random = 0.5): Action[] {
    this.actions = this.session.handle(event, this.now, random);
    return this.actions;
  }

  say(frame: Record<string, unknown>): Action[] {
    return this.do({ type: "frame", frame: parseFrame(JSON.stringify(frame)) });
  }

  open(token?: string): Action[] {
    this.do({ type: "start" });
    const opening = this.do({ type: "token", token });
    this.do({ type: "opened" });
    return opening;
  }

  get cursor(): string | null {
    return this.session.follow("main")?.cursor ?? null;
  }

  /** The next connection's parameters, once the back-off is over. */
  again(token?: string): Action[] {
    this.now = this.session.deadline();
    this.do({ type: "tick" });
    return this.do({ type: "token", token });
  }
}

const subscribed = (version: number, resume = "fresh") => ({ type: "subscribed", board: "main", head: `${EPOCH}.${version}`, resume });
const snapshot = (version: number, at = 1_000) => ({
  type: "snapshot", board: "main", cursor: `${EPOCH}.${version}`, at, policy: policy({}), notices: [],
  timeline: { now: at, x: 0, floor: 0, last: null, rest: 0, queue: [], slot: null, trail: [], pin: null },
});
const put = (version: number, at = 2_000, epoch = EPOCH) => ({
  type: "put", board: "main", cursor: `${epoch}.${version}`, version, at,
  notice: notice({ id: `n${version}`, rev: version, starts_at: at, expires_at: at + 60_000 }),
});
const bookmark = (version: number, at: number) => ({ type: "bookmark", board: "main", cursor: `${EPOCH}.${version}`, at });
const sent = (actions: Action[]) => actions.flatMap((action) => (action.type === "send" ? [action.message] : []));
const resubscribed = [{ type: "subscribe", board: "main" }];

describe("a session", () => {
  let rig: Rig;
  beforeEach(() => {
    rig = new Rig();
  });
  const live = () => {
    rig.open();
    rig.say(subscribed(4));
    rig.say(snapshot(4));
  };

  it("connects with its board, and is live once it has the snapshot", () => {
    expect(rig.open()).toContainEqual({ type: "open", params: { terminal: "web", board: "main" }, token: undefined });
    expect(rig.session.connected).toBe("catching-up");
    rig.say(subscribed(4));
    expect(rig.session.connected).toBe("catching-up");
    expect(rig.say(snapshot(4))).toContainEqual({ type: "state", connected: "live" });
    expect(rig.cursor).toBe(`${EPOCH}.4`);
  });

  it("subscribes in band if it follows several boards", () => {
    rig = new Rig({ boards: ["a", "b"], name: "lobby" });
    expect(rig.open()).toContainEqual({ type: "open", params: { terminal: "web", name: "lobby" }, token: undefined });
    expect(sent(rig.actions).filter((message) => message.type === "subscribe")).toEqual([
      { type: "subscribe", board: "a" },
      { type: "subscribe", board: "b" },
    ]);
  });

  it("goes on from its cursor and keeps the last picture through an outage", () => {
    live();
    rig.say(put(5));
    expect(rig.do({ type: "closed", code: 1006 })).toContainEqual({ type: "state", connected: "offline" });
    expect(rig.session.follow("main")?.timeline?.active).toHaveLength(1);
    expect(rig.again()).toContainEqual({ type: "open", params: { terminal: "web", board: "main", last_seen: `${EPOCH}.5` }, token: undefined });
    rig.do({ type: "opened" });
    rig.say(subscribed(6, "incremental"));
    expect(rig.session.connected).toBe("catching-up");
    rig.say(put(6, 3_000));
    expect(rig.session.connected).toBe("live");
    expect(rig.session.follow("main")?.timeline?.active.map((one) => one.notice.id)).toEqual(["n5", "n6"]);
  });

  it.each([
    ["a hole", put(6)],
    ["a repeat", put(4)],
    ["a version that its cursor denies", { ...put(5), version: 6 }],
    ["a cursor that its version denies", { ...put(6), version: 5 }],
    ["another epoch", put(5, 2_000, "epoch111")],
    ["an entry below the kept time", put(5, 999)],
    ["a bookmark that is further than it", bookmark(7, 3_000)],
  ])("begins anew at %s, and takes nothing until that is answered", (_, frame) => {
    live();
    expect(sent(rig.say(frame))).toEqual(resubscribed);
    expect(rig.cursor).toBeNull();
    expect(rig.say(put(5))).toEqual([]);
    rig.say(subscribed(9));
    rig.say(snapshot(9));
    expect(rig.cursor).toBe(`${EPOCH}.9`);
    expect(rig.session.connected).toBe("live");
  });

  it("keeps its replica as of the watermark of a bookmark", () => {
    live();
    rig.say(bookmark(4, 30_000));
    expect(rig.session.follow("main")?.timeline?.now).toBe(30_000);
    expect(rig.cursor).toBe(`${EPOCH}.4`);
    expect(sent(rig.say(put(5, 29_999)))).toEqual(resubscribed);
  });

  it("takes a reset and the snapshot after it", () => {
    live();
    expect(rig.say({ type: "reset", board: "main", reason: "lagged" })).toContainEqual({ type: "reset", board: "main", reason: "lagged" });
    expect(rig.session.connected).toBe("catching-up");
    rig.say(snapshot(4_000, 9_000));
    expect(rig.cursor).toBe(`${EPOCH}.4000`);
  });

  it("begins a board that was never written with its first policy", () => {
    rig.open();
    rig.say(subscribed(0));
    rig.say({ ...snapshot(0), timeline: null });
    expect(rig.session.connected).toBe("live");
    rig.say({ type: "policy", board: "main", cursor: `${EPOCH}.1`, version: 1, at: 5_000, policy: policy({}) });
    rig.say(put(2, 5_000));
    expect(rig.session.follow("main")?.timeline?.slot?.notice.id).toBe("n2");
  });

  it("goes on playing under a policy that changes", () => {
    live();
    rig.say(put(5));
    rig.say({ type: "policy", board: "main", cursor: `${EPOCH}.6`, version: 6, at: 3_000, policy: policy({ speed: 20 }) });
    const timeline = rig.session.follow("main")?.timeline;
    expect(timeline?.policy.speed).toBe(20);
    expect(timeline?.x).toBe(24_000);
    expect(timeline?.slot?.notice.id).toBe("n5");
  });

  it("lets a feed jump by bookmarks, and only forward", () => {
    rig = new Rig({ terminal: "feed" });
    rig.open();
    rig.say(subscribed(4));
    rig.say(bookmark(4, 1_000));
    rig.say(bookmark(9, 2_000));
    rig.say(put(10));
    expect(rig.cursor).toBe(`${EPOCH}.10`);
    expect(sent(rig.say(bookmark(3, 3_000)))).toEqual(resubscribed);
  });

  it("ignores types, fields and shapes that it does not know", () => {
    live();
    for (const frame of [{ type: "confetti" }, { type: "put" }, { type: "snapshot", board: "main" }, { type: "toString" }, { ...put(5), later: true }]) rig.say(frame);
    expect(rig.cursor).toBe(`${EPOCH}.5`);
    expect(parseFrame("{")).toBeNull();
    expect(parseFrame("null")).toBeNull();
  });

  it("pings four times in quick succession, then every ten seconds", () => {
    rig.open();
    const pings = [rig.now];
    while (rig.now < 25_000) {
      rig.now = rig.session.deadline();
      const asked = sent(rig.do({ type: "tick" })).filter((message) => message.type === "ping");
      if (asked.length > 0) pings.push(rig.now);
      rig.say({ type: "pong", ts: rig.now * 1_000, server_time: rig.now });
    }
    expect(pings).toEqual([1_000, 1_250, 1_500, 1_750, 11_750, 21_750, 31_750]);
  });

  it("tells an outage when nothing at all has come for 25 seconds", () => {
    live();
    let actions: Action[] = [];
    while (!actions.some((action) => action.type === "drop")) {
      rig.now = rig.session.deadline();
      actions = rig.do({ type: "tick" });
    }
    expect(rig.now).toBe(26_000);
    expect(actions).toContainEqual({ type: "state", connected: "offline" });
  });

  it("does not blame the server for having slept itself", () => {
    live();
    rig.say({ type: "pong", ts: 1_000_000, server_time: 1_000 });
    rig.now = 3_600_000;
    expect(rig.do({ type: "tick" }).map((action) => action.type)).toEqual(["send"]);
    rig.now += 14_999;
    expect(rig.do({ type: "tick" }).map((action) => action.type)).not.toContain("drop");
    rig.say({ type: "pong", ts: 3_600_000_000, server_time: 3_600_000 });
    expect(rig.session.connected).toBe("live");
  });

  it("comes back no sooner than a bye allows", () => {
    live();
    rig.say({ type: "bye", code: 1012, reason: "restart", retry_after_ms: 8_000 });
    rig.do({ type: "closed", code: 1012 });
    expect(rig.session.deadline()).toBe(9_000);
  });

  it.each([1009, 4400, 4403])("waits five minutes after %i", (code) => {
    live();
    rig.do({ type: "closed", code });
    expect(rig.session.deadline()).toBe(301_000);
  });

  it.each([4401, 4403])("wants another token after %i, however often the old one is offered", (code) => {
    rig.open("old");
    rig.do({ type: "closed", code });
    for (let tries = 0; tries < 5; tries += 1) expect(rig.again("old")).toEqual([]);
    expect(rig.again("new")).toContainEqual(expect.objectContaining({ type: "open", token: "new" }));
  });

  it("hands over a fresh token in band before the old one expires", () => {
    rig.open("old");
    expect(rig.say({ type: "token_expiring", in_ms: 60_000 })).toContainEqual({ type: "fetch-token" });
    expect(sent(rig.do({ type: "token", token: "new" }))).toEqual([{ type: "token", token: "new" }]);
  });

  it("asks for a token again until the server has taken another one, and no longer than the old one lasts", () => {
    const fetches = (actions: Action[]) => actions.filter((action) => action.type === "fetch-token").length;
    /** Lives through so long, as a server that answers pings would have it; how often a token was asked for. */
    const live = (rig: Rig, forMs: number, frame: Record<string, unknown>, token: string) => {
      let asked = fetches(rig.say(frame));
      for (const end = rig.now + forMs; rig.session.deadline() <= end; ) {
        rig.now = rig.session.deadline();
        asked += fetches(rig.do({ type: "tick" }));
        rig.do({ type: "token", token });
        rig.say({ type: "pong", ts: rig.now * 1_000, server_time: rig.now });
      }
      return asked;
    };
    const stale = new Rig();
    stale.open("old");
    expect(live(stale, 200_000, { type: "token_expiring", in_ms: 60_000 }, "old")).toBe(6);
    const fresh = new Rig();
    fresh.open("old");
    expect(fetches(fresh.say({ type: "token_expiring", in_ms: 60_000 }))).toBe(1);
    expect(sent(fresh.do({ type: "token", token: "new" }))).toEqual([{ type: "token", token: "new" }]);
    expect(live(fresh, 200_000, { type: "token_ok", token_expires_at: 9_000_000 }, "new")).toBe(0);
  });

  it("says of an end that is about the token what it was", () => {
    for (const [code, name] of [[4401, "token-expired"], [4403, "token-revoked"]] as const) {
      const rig = new Rig();
      rig.open("old");
      const errors = rig.do({ type: "closed", code }).flatMap((action) => (action.type === "error" ? [action.code] : []));
      expect(errors).toEqual([name]);
    }
    const rig = new Rig();
    rig.open("old");
    expect(rig.do({ type: "closed", code: 1012 }).map((action) => action.type)).not.toContain("error");
  });

  it("comes back after 4403 not before five minutes, with another token too", () => {
    const rig = new Rig();
    rig.open("old");
    rig.do({ type: "closed", code: 4403 });
    expect(rig.session.deadline()).toBe(rig.now + 300_000);
    expect(rig.again("new")).toContainEqual(expect.objectContaining({ type: "open", token: "new" }));
  });

  it("never gives up, and gives up no server for good that answers late", () => {
    rig.do({ type: "start" });
    rig.do({ type: "token", token: undefined });
    for (let tries = 0; tries < 200; tries += 1) {
      rig.do({ type: "closed", code: 1006 }, 0.999);
      expect(rig.session.deadline() - rig.now).toBeLessThanOrEqual(20_000);
      expect(rig.again().map((action) => action.type)).toEqual(["open"]);
    }
  });

  it("stops when it is told to", () => {
    live();
    expect(rig.do({ type: "stop" }).map((action) => action.type)).toEqual(["drop", "state"]);
    expect(rig.session.deadline()).toBe(Infinity);
    expect(rig.do({ type: "start" })).toEqual([]);
  });

  it("goes on from what was kept of it", () => {
    live();
    rig.say(put(5));
    const found = kept(rig.session.follow("main") as Follow);
    const later = new Rig();
    restore(later.session.follow("main") as Follow, JSON.parse(JSON.stringify(found)));
    expect(later.open()).toContainEqual(expect.objectContaining({ params: { terminal: "web", board: "main", last_seen: `${EPOCH}.5` } }));
    expect(later.session.follow("main")?.timeline?.parts()).toEqual(rig.session.follow("main")?.timeline?.parts());
  });
});

describe("whatever comes", () => {
  const version = fc.nat(6);
  const time = fc.integer({ min: 0, max: 20_000 });
  const anyFrame = fc.oneof(
    fc.tuple(version, fc.constantFrom("fresh", "reset", "incremental", "none", "odd")).map(([v, resume]) => subscribed(v, resume)),
    fc.tuple(version, time).map(([v, at]) => snapshot(v, at)),
    fc.tuple(version, time, fc.constantFrom(EPOCH, "epoch111")).map(([v, at, epoch]) => put(v, at, epoch)),
    fc.tuple(version, time).map(([v, at]) => bookmark(v, at)),
    fc.constant({ type: "reset", board: "main", reason: "lagged" }),
    fc.constant({ type: "bye", code: 1012, retry_after_ms: 100 }),
    time.map((at) => ({ type: "pong", ts: at, server_time: at })),
    fc.record({ type: fc.constantFrom("put", "snapshot", "policy", "delete", "bookmark", "hello", "error", "x") }),
  );
  const anyEvent = fc.oneof(
    { weight: 8, arbitrary: anyFrame.map((frame): Event => ({ type: "frame", frame: parseFrame(JSON.stringify(frame)) })) },
    { weight: 1, arbitrary: fc.constantFrom<Event>({ type: "opened" }, { type: "tick" }, { type: "token", token: "t" }) },
    { weight: 1, arbitrary: fc.constantFrom(1006, 1012, 4400, 4401, 4403).map((code): Event => ({ type: "closed", code })) },
  );

  it("it never throws, and its cursor grows by one or is replaced by a snapshot or void", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.nat(12_000)), { maxLength: 80 }), (events) => {
        const rig = new Rig();
        rig.open();
        for (const [event, wait] of events) {
          const before = rig.cursor;
          rig.now += wait;
          const actions = rig.do(event);
          const entries = actions.filter((action): action is { type: "entry"; board: string; entry: Entry } => action.type === "entry");
          expect(entries.length).toBeLessThanOrEqual(1);
          for (const { entry } of entries) expect(entry.cursor).toBe(`${EPOCH}.${Number(before?.split(".")[1]) + 1}`);
          if (rig.cursor !== before && rig.cursor !== null && entries.length === 0) {
            expect(actions.some((action) => action.type === "snapshot")).toBe(true);
          }
          if (event.type === "closed") rig.now = Math.max(rig.now, Math.min(rig.session.deadline(), 1e12));
          expect(rig.session.deadline()).not.toBeNaN();
        }
      }),
      { numRuns: 400 },
    );
  });

  it("any text at all is a frame or nothing", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseFrame(text)));
  });
});
