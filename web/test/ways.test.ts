/** How a terminal is connected where a WebSocket cannot be had: by which rule it falls back, and comes back. In virtual time. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Action, Event, Options } from "../sdk/acts.ts";
import type { ShownRecord } from "../sdk/frames.ts";
import { parseFrame } from "../sdk/parse.ts";
import { Session } from "../sdk/session.ts";
import { notice, policy } from "./arbitrary.ts";

const EPOCH = "epoch000";
const MINUTE = 60_000;

/** A session in a world in which a clock moves only when it is told to. */
class World {
  readonly session: Session;
  now = 1_000;
  actions: Action[] = [];

  constructor(options: Partial<Options> = {}) {
    this.session = new Session({ boards: ["main"], terminal: "web", name: undefined, ...options });
  }

  do(event: Event): Action[] {
    const actions = this.session.handle(event, this.now, 0.5);
    this.actions.push(...actions);
    return actions;
  }

  say(frame: Record<string, unknown>): Action[] {
    return this.do({ type: "frame", frame: parseFrame(JSON.stringify(frame)) });
  }

  /** Waits until the next tick is due, and ticks. */
  tick(): Action[] {
    this.now = this.session.deadline();
    return this.do({ type: "tick" });
  }

  /** Starts, or comes back after a wait; what it opens. */
  opening(): Action | undefined {
    const actions = this.session.deadline() === Infinity ? this.do({ type: "start" }) : this.tick();
    expect(actions).toContainEqual({ type: "fetch-token" });
    return this.do({ type: "token", token: "t" }).find((action) => action.type === "open");
  }

  /** Handshakes fail although the server answers, until another way is taken; what is opened then. */
  blocked(): Action | undefined {
    for (let tries = 0; tries < 3; tries += 1) {
      expect(this.opening()).toMatchObject({ over: "ws" });
      this.do({ type: "closed", code: 1006 });
      this.do({ type: "blocked" });
    }
    return this.opening();
  }

  begin(): void {
    this.do({ type: "opened" });
    this.say({ type: "subscribed", board: "main", head: `${EPOCH}.4`, resume: "fresh" });
    this.say({
      type: "snapshot", board: "main", cursor: `${EPOCH}.4`, at: 1_000, policy: policy({}), notices: [],
      timeline: { now: 1_000, x: 0, floor: 0, last: null, rest: 0, queue: [], slot: null, trail: [], pin: null },
    });
  }

  get errors(): string[] {
    return this.actions.flatMap((action) => (action.type === "error" ? [action.code] : []));
  }
}

const sent = (actions: Action[], type: string) =>
  actions.flatMap((action) => (action.type === "send" && action.message.type === type ? [action.message] : []));
const record = (until: number): ShownRecord => ({ board: "main", id: `n${until}`, rev: 1, from: until - 5, until, outcome: "completed" });

describe("the way", () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  it("is a stream of events after three handshakes that fail while the server answers, and that is told once", () => {
    expect(world.blocked()).toEqual({ type: "open", over: "sse", params: [{ terminal: "web", board: "main" }], token: "t" });
    expect(world.errors).toEqual(["blocked"]);
    world.begin();
    expect(world.session.connected).toBe("live");
  });

  it("stays a WebSocket, however long the server is away", () => {
    for (let tries = 0; tries < 100; tries += 1) {
      expect(world.opening()).toMatchObject({ over: "ws" });
      world.do({ type: "closed", code: 1006 });
    }
  });

  it("stays a WebSocket if one opens between two that are blocked", () => {
    for (let tries = 0; tries < 5; tries += 1) {
      for (let fails = 0; fails < 2; fails += 1) {
        world.opening();
        world.do({ type: "closed", code: 1006 });
        world.do({ type: "blocked" });
      }
      expect(world.opening()).toMatchObject({ over: "ws" });
      world.do({ type: "opened" });
      world.do({ type: "closed", code: 1006 });
    }
    expect(world.errors).toEqual([]);
  });

  it("has one stream for each board, and is live when each has everything", () => {
    world = new World({ boards: ["a", "b"], name: "lobby" });
    expect(world.blocked()).toMatchObject({
      over: "sse",
      params: [{ terminal: "web", name: "lobby", board: "a" }, { terminal: "web", name: "lobby", board: "b" }],
    });
    expect(sent(world.do({ type: "opened" }), "subscribe")).toEqual([]);
  });

  it("is tried for a WebSocket again every five minutes, and taken without being out of touch", () => {
    world.blocked();
    world.begin();
    const since = world.now;
    const probes: number[] = [];
    while (probes.length < 2) {
      const actions = world.tick();
      if (actions.some((action) => action.type === "probe")) probes.push(world.now - since);
      world.do({ type: "alive" });
    }
    expect(probes[0]).toBeLessThanOrEqual(5 * MINUTE);
    expect((probes[1] ?? 0) - (probes[0] ?? 0)).toBe(5 * MINUTE);
    const before = world.actions.length;
    expect(world.do({ type: "unblocked" }).map((action) => action.type)).toEqual(["drop", "fetch-token"]);
    expect(world.do({ type: "token", token: "t" })).toContainEqual(
      { type: "open", over: "ws", params: [{ terminal: "web", board: "main", last_seen: `${EPOCH}.4` }], token: "t" },
    );
    expect(world.actions.slice(before)).not.toContainEqual({ type: "connected", connected: "offline" });
  });

  it("is polling after 45 s in which nothing came, not even a comment, whatever the time requests say", () => {
    world.blocked();
    world.begin();
    const since = world.now;
    while (!world.actions.some((action) => action.type === "drop")) {
      for (const { ts } of sent(world.tick(), "ping") as { ts: number }[]) world.say({ type: "pong", ts, server_time: world.now });
    }
    expect(world.now - since).toBe(45_000);
    expect(world.errors).toEqual(["blocked", "buffered"]);
    expect(world.opening()).toMatchObject({ over: "poll", params: [{ last_seen: `${EPOCH}.4` }] });
  });

  it("stays a stream while there are comments", () => {
    world.blocked();
    world.begin();
    for (const end = world.now + 4 * MINUTE; world.now < end; ) {
      world.tick();
      world.do({ type: "alive" });
    }
    expect(world.session.connected).toBe("live");
  });

  it("is polling if a stream never says its first word", () => {
    world.blocked();
    world.tick();
    expect(world.errors).toEqual(["blocked", "buffered"]);
    expect(world.opening()).toMatchObject({ over: "poll" });
  });

  it("is a WebSocket again after three streams that cannot be opened", () => {
    world.blocked();
    const ways = [];
    for (let tries = 0; tries < 3; tries += 1) {
      world.do({ type: "closed", code: 1006 });
      ways.push((world.opening() as { over: string }).over);
    }
    expect(ways).toEqual(["sse", "sse", "ws"]);
  });

  it("does not come alive again after it was stopped", () => {
    world.blocked();
    world.begin();
    world.do({ type: "stop" });
    expect([...world.do({ type: "unblocked" }), ...world.do({ type: "blocked" })]).toEqual([]);
  });
});

describe("what was shown", () => {
  it("is told at once while the terminal is live, and by one without a name never", () => {
    const world = new World({ name: "lobby" });
    world.opening();
    world.begin();
    expect(sent(world.do({ type: "shown", record: record(900) }), "shown")).toEqual([{ type: "shown", ...record(900) }]);
    const nameless = new World();
    nameless.opening();
    nameless.begin();
    expect(nameless.do({ type: "shown", record: record(900) })).toEqual([]);
  });

  it("waits through an outage, the last 1,000 of it, and what was dropped is counted", () => {
    const world = new World({ name: "lobby" });
    for (let at = 1; at <= 1_003; at += 1) expect(sent(world.do({ type: "shown", record: record(at) }), "shown")).toEqual([]);
    world.opening();
    world.begin();
    const told = sent(world.actions, "shown") as unknown as ShownRecord[];
    expect([told.length, told[0]?.until, told.at(-1)?.until]).toEqual([1_000, 4, 1_003]);
    expect(world.actions).toContainEqual(expect.objectContaining({ type: "error", code: "shown-dropped", detail: expect.stringContaining("3 records") }));
    expect(sent(world.do({ type: "tick" }), "shown")).toEqual([]);
  });

  it("is not told once it is older than the server takes", () => {
    const world = new World({ name: "lobby" });
    world.do({ type: "shown", record: record(1_000) });
    world.do({ type: "shown", record: record(7 * 24 * 60 * MINUTE) });
    world.now += 7 * 24 * 60 * MINUTE;
    world.opening();
    world.begin();
    expect(sent(world.actions, "shown")).toHaveLength(1);
  });

  it("waits while another way is taken, for a WebSocket to carry it", () => {
    const world = new World({ name: "lobby" });
    world.blocked();
    world.begin();
    expect(sent(world.do({ type: "shown", record: record(900) }), "shown")).toEqual([]);
    world.do({ type: "unblocked" });
    world.do({ type: "token", token: "t" });
    world.begin();
    expect(sent(world.actions, "shown")).toHaveLength(1);
  });
});

describe("what a terminal is told beside the board", () => {
  it("the last five notices are had through an outage, oldest first", () => {
    const world = new World();
    world.opening();
    world.begin();
    for (let version = 5; version <= 12; version += 1) {
      const id = version === 12 ? "n9" : `n${version}`;
      world.say({ type: "put", board: "main", cursor: `${EPOCH}.${version}`, version, at: 2_000, notice: notice({ id, rev: version, starts_at: 2_000, expires_at: 9_000 }) });
    }
    world.do({ type: "closed", code: 1006 });
    expect(world.session.follow("main")?.recent.map(({ id, rev }) => [id, rev])).toEqual([["n7", 7], ["n8", 8], ["n10", 10], ["n11", 11], ["n9", 12]]);
  });

  it("an admin is told what becomes of a notice", () => {
    const world = new World({ terminal: "admin" });
    expect(world.opening()).toMatchObject({ params: [{ terminal: "admin" }] });
    world.begin();
    const frame = { type: "lifecycle", board: "main", id: "a", stage: "delivered", at: 17 };
    expect(world.say(frame)).toEqual([{ type: "lifecycle", frame }]);
    expect(world.say({ ...frame, at: "soon" })).toEqual([]);
  });
});
