/**
 * The ways that are taken where no WebSocket can be had: a stream of events a board, or polling. Both give the frames of
 * a WebSocket, and ask for the time in plain requests. It is loaded only when it is needed; `ways.ts` decides.
 */
import type { Message } from "./frames.ts";
import type { Ears, Link } from "./shell.ts";
import { Ways } from "./ways.ts";

/** How long the server may hold an answer of a poll, ms. */
const POLL_WAIT_MS = 25_000;
/** How many entries are taken in one poll. */
const POLL_LIMIT = 1_000;
/** A line of a stream may be as long, in characters: a snapshot of the largest board fits; a longer one ends the stream. */
const LINE_MAX = 67_108_864;

/** What stands for an end without a code. */
const NO_CODE = 1006;

type Params = Record<string, string>;
/** Where a path of the server is. */
type At = (path: string, protocol?: "ws") => URL;

/** What a server says to who may not: a browser does not tell why a handshake was refused, a plain request does. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [401, "unauthorized"],
  [403, "forbidden"],
]);

/** Tells of an answer that says that this one may not. */
export async function refused(answer: Response, board: string, ears: Ears): Promise<void> {
  const code = REFUSALS.get(answer.status);
  if (code === undefined) return;
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
  ears.fault(code, problem.detail ?? `the server answered ${answer.status}`, board);
}

/** Another way, for as long as there is no WebSocket. */
export class Detour {
  readonly #at: At;
  readonly #ways = new Ways(performance.now());

  constructor(at: At, ears: Ears) {
    this.#at = at;
    ears.fault("blocked", "no WebSocket can be had: a stream of events takes its place");
  }

  /** A connection with the query of a WebSocket; nothing where one is to be tried again. */
  open(params: Params, token: string | undefined, ears: Ears): Link | undefined {
    const { over } = this.#ways;
    return over === "ws" ? undefined : new Line(over, this.#ways, this.#at, params, token, ears);
  }
}

class Line implements Link {
  readonly reports = false;
  readonly #follow: (params: Params, signal: AbortSignal) => Promise<void>;
  readonly #ways: Ways;
  readonly #at: At;
  readonly #ears: Ears;
  readonly #params: Params;
  readonly #running = new Map<string, AbortController>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #token: string | undefined;
  #state: "connecting" | "open" | "closed" = "connecting";

  constructor(over: "sse" | "poll", ways: Ways, at: At, params: Params, token: string | undefined, ears: Ears) {
    this.#follow = over === "sse" ? this.#stream : this.#poll;
    this.#ways = ways;
    this.#at = at;
    this.#params = params;
    this.#token = token;
    this.#ears = ears;
    ways.begun(performance.now());
    this.#arm();
    if (params.board !== undefined) this.#begin(params);
    // Several boards are subscribed to as over a WebSocket: that is open at once.
    else queueMicrotask(() => this.#hear());
  }

  /** What a WebSocket would be told: the time is asked for, a board is begun, a token is for what is asked next. */
  send(message: Message): void {
    if (this.#state !== "open") return;
    switch (message.type) {
      case "ping":
        void this.#time(message.ts);
        break;
      case "subscribe": {
        const { last_seen: _, ...params } = this.#params;
        const { board, last_seen } = message;
        this.#begin({ ...params, board, ...(last_seen === undefined ? {} : { last_seen }) });
        break;
      }
      case "token":
        this.#token = message.token;
        break;
    }
  }

  close(): void {
    if (this.#state === "connecting") this.#buffered();
    this.#state = "closed";
    clearTimeout(this.#timer);
    for (const controller of this.#running.values()) controller.abort();
  }

  #end(): void {
    if (this.#state === "closed") return;
    if (this.#state === "connecting") this.#ways.failed();
    this.#state = "closed";
    this.close();
    this.#ears.ended(NO_CODE);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, Math.ceil(this.#ways.deadline - performance.now())));
  }

  #tick(): void {
    switch (this.#ways.tick(performance.now())) {
      case "probe":
        this.#probe();
        break;
      case "buffered":
        this.#buffered();
        this.#end();
        return;
    }
    this.#arm();
  }

  #buffered(): void {
    this.#ways.silent();
    this.#ears.fault("buffered", "a proxy holds the stream of events back: polling takes its place");
  }

  /** Whether a WebSocket can be had. It asks for no board, and is closed as soon as it is open. */
  #probe(): void {
    const socket = new WebSocket(this.#at("/v1/ws", "ws"), ["marquee.v1.json", ...(this.#token ? [`marquee.bearer.${this.#token}`] : [])]);
    socket.onopen = () => {
      socket.close();
      this.#ways.unblocked();
      this.#end();
    };
  }

  /** Follows one board; what followed it before is ended. The end of one is the end of all. */
  #begin(params: Params): void {
    const board = params.board ?? "main";
    this.#running.get(board)?.abort();
    const controller = new AbortController();
    this.#running.set(board, controller);
    const over = (): void => {
      if (!controller.signal.aborted) this.#end();
    };
    this.#follow(params, controller.signal).then(over, over);
  }

  #fetch(path: string, query: Params, signal: AbortSignal | null): Promise<Response> {
    const url = this.#at(path);
    url.search = new URLSearchParams(query).toString();
    const headers: Params = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
    return fetch(url, { headers, signal, cache: "no-store" });
  }

  async #time(ts: number): Promise<void> {
    try {
      const answer = await this.#fetch("/v1/time", {}, null);
      const { server_time } = (await answer.json()) as { server_time: number };
      if (this.#state === "open") this.#ears.heard(JSON.stringify({ type: "pong", ts, server_time }));
    } catch {
      // The next ping asks again.
    }
  }

  /** Something came; frames, or at least a sign of life. */
  #hear(...frames: unknown[]): void {
    this.#ways.heard(performance.now());
    this.#arm();
    if (this.#state === "connecting") {
      this.#state = "open";
      this.#ears.opened();
    }
    for (const frame of frames) this.#ears.heard(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  readonly #stream = async (params: Params, signal: AbortSignal): Promise<void> => {
    const answer = await this.#fetch("/v1/sse", params, signal);
    if (!answer.ok || !answer.body) {
      await refused(answer, params.board ?? "main", this.#ears);
      return;
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; rest.length <= LINE_MAX; ) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      const lines = (rest + value).split(/\r?\n/);
      rest = lines.pop() ?? "";
      this.#hear();
      for (const line of lines) if (line.startsWith("data:") && !signal.aborted) this.#hear(line.slice(5).trimStart());
    }
  };

  readonly #poll = async (params: Params, signal: AbortSignal): Promise<void> => {
    const board = params.board ?? "main";
    const seen = (resume: string, head: string) => ({ type: "subscribed", board, resume, head });
    const mark = (cursor: string, at: number) => ({ type: "bookmark", board, cursor, at });
    let cursor = params.last_seen;
    for (let begun = false; ; begun = true) {
      if (cursor === undefined) {
        const answer = await this.#fetch("/v1/snapshot", { board }, signal);
        if (!answer.ok) return void (await refused(answer, board, this.#ears));
        const snapshot = await answer.json();
        this.#hear(seen("reset", snapshot.cursor), snapshot, mark(snapshot.cursor, snapshot.at));
        cursor = snapshot.cursor as string;
        begun = true;
      }
      // The first answer is not waited for: it says that polling works.
      const wait_ms = String(begun ? POLL_WAIT_MS : 0);
      const answer = await this.#fetch("/v1/sync", { board, since: cursor, limit: String(POLL_LIMIT), wait_ms }, signal);
      if (answer.status === 410) {
        cursor = undefined;
        continue;
      }
      if (!answer.ok) return void (await refused(answer, board, this.#ears));
      const page = await answer.json();
      if (signal.aborted) return;
      if (!begun) this.#hear(seen("incremental", page.cursor));
      this.#hear(...page.entries);
      if (!page.more) this.#hear(mark(page.cursor, page.at));
      cursor = page.cursor as string;
    }
  };
}
