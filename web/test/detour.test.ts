/** The ways beside a WebSocket, on a server that is made up, and a storage that is kept or denied. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Detour } from "../sdk/detour.ts";
import { connect, type ConnectionEvents, type Store } from "../sdk/index.ts";
import type { Ears, Link } from "../sdk/shell.ts";
import { notice, policy } from "./arbitrary.ts";

const EPOCH = "epoch000";
const src = "http://server.example/base/";
const at = (path: string): URL => new URL(path, "http://server.example");
const snapshot = (version: number) => ({
  type: "snapshot", board: "ops", cursor: `${EPOCH}.${version}`, at: 1_000, policy: policy({}), notices: [],
  timeline: { now: 1_000, x: 0, floor: 0, last: null, rest: 0, queue: [], slot: null, trail: [], pin: null },
});

/** What was asked for, and how it is answered. */
const asked = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();
/** What was heard, in order. */
let told: string[] = [];
const ears: Ears = {
  opened: () => told.push("opened"),
  heard: (text) => told.push((JSON.parse(String(text)) as { type: string }).type),
  ended: () => told.push("ended"),
  fault: (code) => told.push(`fault ${code}`),
};
const never = new Promise<Response>(() => {});
/** The way is taken: a stream, or, if that is held back, polling. */
const open = (over: "sse" | "poll", params: Record<string, string>, token?: string): Link => {
  const detour = new Detour(at, ears);
  if (over === "poll") {
    vi.stubGlobal("fetch", () => never);
    detour.open({ board: "none" }, token, ears)?.close();
    vi.stubGlobal("fetch", asked);
  }
  told = [];
  return detour.open(params, token, ears) as Link;
};
/** Everything that waits for nothing but its turn has had it. */
const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 40; turns += 1) await new Promise((done) => setImmediate(done));
};
/** A body that is written piece by piece. */
function flowing(): { response: Response; write(text: string): void; end(): void } {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const bytes = new TextEncoder();
  return { response: new Response(body), write: (text) => controller.enqueue(bytes.encode(text)), end: () => controller.close() };
}
beforeEach(() => {
  told = [];
  asked.mockReset();
  vi.stubGlobal("fetch", asked);
});
afterEach(() => vi.unstubAllGlobals());

describe("a stream of events", () => {
  it("is asked for with a bearer token, opens at its first word, and gives frames however they are cut", async () => {
    const stream = flowing();
    asked.mockResolvedValue(stream.response);
    const line = open("sse", { terminal: "web", board: "ops", last_seen: `${EPOCH}.4` }, "a.b.c");
    await settled();
    expect(String(asked.mock.calls[0]?.[0])).toBe(`http://server.example/v1/sse?terminal=web&board=ops&last_seen=${EPOCH}.4`);
    expect(asked.mock.calls[0]?.[1].headers).toEqual({ authorization: "Bearer a.b.c" });
    expect(told).toEqual([]);
    stream.write('event: hello\r\nda');
    stream.write('ta: {"type":"hello","text":"走');
    stream.write('马灯"}\n\n: comment\n\n');
    await settled();
    expect(told).toEqual(["opened", "hello"]);
    stream.end();
    await settled();
    expect(told.at(-1)).toBe("ended");
    line.close();
  });

  it("asks for the time where a WebSocket would ping", async () => {
    const stream = flowing();
    asked.mockImplementation((url) => Promise.resolve(url.pathname === "/v1/time" ? Response.json({ server_time: 5 }) : stream.response));
    const line = open("sse", { board: "ops" });
    stream.write(": hello\n\n");
    await settled();
    line.send({ type: "ping", ts: 17 });
    await settled();
    expect(told).toEqual(["opened", "pong"]);
    line.close();
  });

  it("of several boards is one stream a board, ends as one, and a board that is begun anew gets another without a cursor", async () => {
    const streams = [flowing(), flowing(), flowing()];
    let given = 0;
    asked.mockImplementation(() => Promise.resolve((streams[given++] as ReturnType<typeof flowing>).response));
    const line = open("sse", { terminal: "web" });
    await settled();
    expect(told).toEqual(["opened"]);
    line.send({ type: "subscribe", board: "a", last_seen: "x" });
    line.send({ type: "subscribe", board: "b" });
    line.send({ type: "subscribe", board: "a" });
    await settled();
    expect(asked.mock.calls.map(([url]) => url.search)).toEqual(["?terminal=web&board=a&last_seen=x", "?terminal=web&board=b", "?terminal=web&board=a"]);
    expect(told).not.toContain("ended");
    streams[1]?.end();
    await settled();
    expect(told.filter((word) => word === "ended")).toHaveLength(1);
    expect(asked.mock.calls[2]?.[1].signal?.aborted).toBe(true);
  });

  it("that is silent for 45 s is given up for polling, and says so", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const stream = flowing();
    asked.mockResolvedValue(stream.response);
    const line = open("sse", { board: "ops" });
    stream.write(": \n\n");
    await settled();
    await vi.advanceTimersByTimeAsync(44_000);
    expect(told).toEqual(["opened"]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual(["opened", "fault buffered", "ended"]);
    line.close();
    vi.useRealTimers();
  });

  it("that is refused says so, and ends", async () => {
    asked.mockResolvedValue(Response.json({}, { status: 401 }));
    open("sse", { board: "ops" });
    await settled();
    expect(told).toEqual(["fault unauthorized", "ended"]);
  });
});

describe("polling", () => {
  it("begins with the snapshot, goes on from its cursor, and says how far it is", async () => {
    asked.mockResolvedValueOnce(Response.json(snapshot(4)));
    asked.mockResolvedValueOnce(Response.json({ entries: [{ type: "put" }], cursor: `${EPOCH}.5`, at: 2_000, more: false }));
    asked.mockReturnValue(never);
    open("poll", { board: "ops" }, "a.b.c");
    await settled();
    expect(told).toEqual(["opened", "subscribed", "snapshot", "bookmark", "put", "bookmark"]);
    expect(asked.mock.calls.map(([url]) => url.pathname + url.search)).toEqual([
      "/v1/snapshot?board=ops",
      `/v1/sync?board=ops&since=${EPOCH}.4&limit=1000&wait_ms=25000`,
      `/v1/sync?board=ops&since=${EPOCH}.5&limit=1000&wait_ms=25000`,
    ]);
  });

  it("goes on from a cursor that is had, and begins anew with one that cannot be continued", async () => {
    asked.mockResolvedValueOnce(Response.json({ entries: [], cursor: `${EPOCH}.4`, at: 1_000, more: false }));
    asked.mockResolvedValueOnce(Response.json({}, { status: 410 }));
    asked.mockResolvedValueOnce(Response.json(snapshot(9)));
    asked.mockReturnValue(never);
    open("poll", { board: "ops", last_seen: `${EPOCH}.4` });
    await settled();
    expect(asked.mock.calls[0]?.[0].search).toContain("wait_ms=0");
    expect(told).toEqual(["opened", "subscribed", "bookmark", "subscribed", "snapshot", "bookmark"]);
  });
});

describe("a whole connection where WebSockets are blocked", () => {
  it("goes over a stream, and is live", async () => {
    class Blocked {
      onclose?: (event: { code: number }) => void;
      constructor() {
        queueMicrotask(() => this.onclose?.({ code: 1006 }));
      }
      close(): void {}
    }
    vi.stubGlobal("WebSocket", Blocked);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const stream = flowing();
    asked.mockImplementation((url) => {
      if (url.pathname === "/base/v1/time") return Promise.resolve(Response.json({ server_time: 1_000 }));
      return Promise.resolve(url.pathname === "/base/v1/sse" ? stream.response : Response.json({}));
    });
    const states: string[] = [];
    const connection = connect({ src, board: "ops" });
    connection.on("state", ({ connected }) => states.push(connected));
    const streamed = (): boolean => asked.mock.calls.some(([url]) => url.pathname === "/base/v1/sse");
    for (let turns = 0; turns < 1_000 && !streamed(); turns += 1) {
      await settled();
      await vi.advanceTimersByTimeAsync(100);
    }
    vi.useRealTimers();
    stream.write(`data: {"type":"subscribed","board":"ops","head":"${EPOCH}.4","resume":"fresh"}\n\n`);
    stream.write(`data: ${JSON.stringify(snapshot(4))}\n\n`);
    await settled();
    expect(states.at(-1)).toBe("live");
    expect(connection.cursor("ops")).toBe(`${EPOCH}.4`);
    connection.close();
  });
});

describe("a storage", () => {
  class Silent {
    static open: Silent[] = [];
    onopen?: () => void;
    onmessage?: (event: { data: string }) => void;
    onclose?: (event: { code: number }) => void;
    constructor(readonly url: URL) {
      Silent.open.push(this);
    }
    send(): void {}
    close(): void {}
  }
  beforeEach(() => {
    Silent.open = [];
    vi.stubGlobal("WebSocket", Silent);
  });
  /** Runs a connection until it has a snapshot, and ends it. */
  const run = async (storage: Store): Promise<{ url: string; errors: ConnectionEvents["error"][]; cursor: string | null }> => {
    const connection = connect({ src, board: "ops", storage });
    const before = connection.cursor("ops");
    const errors: ConnectionEvents["error"][] = [];
    connection.on("error", (error) => errors.push(error));
    await settled();
    const socket = Silent.open.at(-1);
    socket?.onopen?.();
    for (const frame of [{ type: "subscribed", board: "ops", head: `${EPOCH}.4`, resume: "fresh" }, snapshot(4)]) {
      socket?.onmessage?.({ data: JSON.stringify(frame) });
    }
    connection.close();
    return { url: String(socket?.url), errors, cursor: before };
  };

  it("keeps cursor and state from one run to the next", async () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    expect((await run(storage)).cursor).toBeNull();
    const again = await run(storage);
    expect(again.cursor).toBe(`${EPOCH}.4`);
    expect(again.url).toContain(`last_seen=${EPOCH}.4`);
    for (const key of kept.keys()) kept.set(key, '{"cursor":"epoch000.9","snapshot":{"type":"snapshot"}}');
    expect(await run(storage)).toMatchObject({ cursor: null, errors: [] });
  });

  it("is of no matter to the last five notices, which are had through an outage, oldest first", async () => {
    const connection = connect({ src, board: "ops" });
    await settled();
    const socket = Silent.open.at(-1);
    const say = (frame: object): void => socket?.onmessage?.({ data: JSON.stringify(frame) });
    socket?.onopen?.();
    say({ type: "subscribed", board: "ops", head: `${EPOCH}.4`, resume: "fresh" });
    const old = { ...notice({ id: "old", rev: 3, expires_at: 9_000 }), version: 3, started: true, pass: 0 };
    say({ ...snapshot(4), notices: [old] });
    expect(connection.recent("ops").map(({ id }) => id)).toEqual(["old"]);
    for (let version = 5; version <= 12; version += 1) {
      const id = version === 12 ? "n9" : `n${version}`;
      say({ type: "put", board: "ops", cursor: `${EPOCH}.${version}`, version, at: 2_000, notice: notice({ id, rev: version, starts_at: 2_000, expires_at: 9_000 }) });
    }
    socket?.onclose?.({ code: 1006 });
    expect(connection.recent("ops").map(({ id, rev }) => [id, rev])).toEqual([["n7", 7], ["n8", 8], ["n10", 10], ["n11", 11], ["n9", 12]]);
    connection.close();
  });

  it("that throws is told once, and changes nothing else", async () => {
    const denied = (): never => {
      throw new DOMException("denied", "SecurityError");
    };
    const { errors, cursor } = await run({ getItem: denied, setItem: denied });
    expect(errors.map(({ code }) => code)).toEqual(["storage"]);
    expect(cursor).toBeNull();
  });
});
