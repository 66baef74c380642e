/** The shell around the session, on a network that is made up: where a token is carried, and what is asked when a handshake fails. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connect, type Connection, type ConnectionEvents, type ConnectOptions, publish } from "../sdk/index.ts";

/** Each socket that was opened, as it was asked for. */
let sockets: FakeSocket[] = [];

class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  readonly sent: string[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;

  constructor(
    readonly url: URL,
    readonly protocols: string[],
  ) {
    sockets.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {}

  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  says(frame: Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const src = "http://server.example";
const asked = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();
const errors: ConnectionEvents["error"][] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  errors.length = 0;
  asked.mockReset();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("fetch", asked);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function connected(options: ConnectOptions): Promise<Connection> {
  const connection = connect({ src, board: "ops", ...options });
  connection.on("error", (error) => errors.push(error));
  await vi.advanceTimersByTimeAsync(0);
  return connection;
}

describe("a token", () => {
  it("goes as a subprotocol beside the real one, and stands in no address", async () => {
    const connection = await connected({ token: "a.b.c" });
    expect(sockets.map((socket) => socket.protocols)).toEqual([["marquee.v1.json", "marquee.bearer.a.b.c"]]);
    expect(String(sockets[0]?.url)).not.toContain("a.b.c");
    connection.close();
  });

  it("goes in Authorization where it is fetched", async () => {
    asked.mockResolvedValue(Response.json({ id: "x" }));
    await publish(src, { text: "hello" }, { token: () => Promise.resolve("a.b.c") });
    expect(asked.mock.calls[0]?.[1].headers).toMatchObject({ authorization: "Bearer a.b.c" });
  });

  it("of a function is asked anew while it ends, and handed over on the same connection", async () => {
    const tokens = ["one.a.b", "two.a.b"];
    const connection = await connected({ token: () => Promise.resolve(tokens.shift()) });
    const [socket] = sockets;
    socket?.opens();
    socket?.says({ type: "token_expiring", in_ms: 60_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect(socket?.sent.map((text) => JSON.parse(text))).toContainEqual({ type: "token", token: "two.a.b" });
    expect(sockets.length).toBe(1);
    connection.close();
  });

  it("that a handshake is refused for is told, with why, and not asked about all the time", async () => {
    asked.mockImplementation(() => Promise.resolve(Response.json({ detail: "it has ended" }, { status: 401 })));
    const connection = await connected({ token: "a.b.c" });
    sockets[0]?.onclose?.({ code: 1006 });
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(0);
    expect(errors).toEqual([{ code: "unauthorized", detail: "it has ended", board: "ops" }]);
    expect(String(asked.mock.calls[0]?.[0])).toBe(`${src}/v1/boards/ops/now`);
    expect(asked.mock.calls[0]?.[1].headers).toEqual({ authorization: "Bearer a.b.c" });
    await vi.advanceTimersByTimeAsync(1_000);
    sockets[1]?.onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(0);
    expect([sockets.length, asked.mock.calls.length]).toEqual([2, 1]);
    connection.close();
  });

  it("is not blamed for a server that is away", async () => {
    asked.mockRejectedValue(new TypeError("failed to fetch"));
    const connection = await connected({ token: "a.b.c" });
    sockets[0]?.onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(0);
    expect(errors).toEqual([]);
    connection.close();
  });
});

describe("a connection", () => {
  it("knows what the server calls it, for as long as there is one", async () => {
    const connection = await connected({});
    expect(connection.session).toBeNull();
    const [first] = sockets;
    first?.opens();
    expect(connection.session).toBeNull();
    first?.says({ type: "hello", session: "one", server_time: 1_700_000_000_000 });
    expect(connection.session).toBe("one");
    first?.onclose?.({ code: 1012 });
    expect(connection.session).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    sockets[1]?.opens();
    sockets[1]?.says({ type: "hello", session: "two", server_time: 1_700_000_060_000 });
    expect(connection.session).toBe("two");
    connection.close();
    expect(connection.session).toBeNull();
  });
});
