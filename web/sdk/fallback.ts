/**
 * The ways that are taken where no WebSocket can be had: a stream of events a board, or polling. Both give the frames of
 * a WebSocket, and ask for the time in plain requests. It is loaded only when it is needed, and decides nothing.
 */
import type { Message } from "./frames.ts";

/** How long the server may hold an answer of a poll, ms. */
const POLL_WAIT_MS = 25_000;
/** How many entries are taken in one poll. */
const POLL_LIMIT = 1_000;
/** A line of a stream may be as long, in characters: a snapshot of the largest board fits; a longer one ends the stream. */
const LINE_MAX = 67_108_864;

/** Who is told what happens. */
export interface Ears {
  /** The first word has come: what is behind it flows. */
  opened(): void;
  /** Something came. */
  alive(): void;
  /** A frame's text. */
  heard(text: string): void;
  ended(): void;
  /** An answer that is none of a board; whether it told why. */
  refused(answer: Response, board: string): Promise<boolean>;
}

/** A connection of another way. */
export interface Other {
  send(message: Message): void;
  close(): void;
}

type Params = Record<string, string>;
/** Where a path of the server is. */
type At = (path: string) => URL;

/** Opens streams, or begins to poll: each of `boards` is the query of one. */
export function openOther(over: "sse" | "poll", at: At, boards: readonly Params[], token: string | undefined, ears: Ears): Other {
  return new Line(over, at, boards, token, ears);
}

class Line implements Other {
  readonly #follow: (params: Params, signal: AbortSignal) => Promise<void>;
  readonly #at: At;
  readonly #ears: Ears;
  readonly #boards: ReadonlyMap<string, Params>;
  readonly #running = new Map<string, AbortController>();
  #token: string | undefined;
  #state: "connecting" | "open" | "closed" = "connecting";

  constructor(over: "sse" | "poll", at: At, boards: readonly Params[], token: string | undefined, ears: Ears) {
    this.#follow = over === "sse" ? this.#stream : this.#poll;
    this.#at = at;
    this.#token = token;
    this.#ears = ears;
    this.#boards = new Map(boards.map((params) => [params.board ?? "main", params]));
    for (const params of this.#boards.values()) this.#begin(params);
  }

  /** What a WebSocket would be told: the time is asked for, a board is begun anew, a token is for what is asked next. */
  readonly send = (message: Message): void => {
    if (this.#state !== "open") return;
    switch (message.type) {
      case "ping":
        void this.#time(message.ts);
        break;
      case "subscribe": {
        const { last_seen: _, ...params } = this.#boards.get(message.board) ?? {};
        this.#begin({ ...params, board: message.board });
        break;
      }
      case "token":
        this.#token = message.token;
        break;
    }
  };

  readonly close = (): void => {
    this.#state = "closed";
    for (const controller of this.#running.values()) controller.abort();
  };

  /** Follows one board; what followed it before is ended. The end of one is the end of all. */
  #begin(params: Params): void {
    const board = params.board ?? "main";
    this.#running.get(board)?.abort();
    const controller = new AbortController();
    this.#running.set(board, controller);
    const over = (): void => {
      if (controller.signal.aborted || this.#state === "closed") return;
      this.close();
      this.#ears.ended();
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

  #hear(...frames: unknown[]): void {
    if (this.#state === "connecting") {
      this.#state = "open";
      this.#ears.opened();
    }
    for (const frame of frames) this.#ears.heard(typeof frame === "string" ? frame : JSON.stringify(frame));
  }

  readonly #stream = async (params: Params, signal: AbortSignal): Promise<void> => {
    const answer = await this.#fetch("/v1/sse", params, signal);
    if (!answer.ok || !answer.body) {
      await this.#ears.refused(answer, params.board ?? "main");
      return;
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; rest.length <= LINE_MAX; ) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      const lines = (rest + value).split(/\r?\n/);
      rest = lines.pop() ?? "";
      this.#hear();
      this.#ears.alive();
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
        if (!answer.ok) return void (await this.#ears.refused(answer, board));
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
      if (!answer.ok) return void (await this.#ears.refused(answer, board));
      const page = await answer.json();
      if (signal.aborted) return;
      if (!begun) this.#hear(seen("incremental", page.cursor));
      this.#ears.alive();
      this.#hear(...page.entries);
      if (!page.more) this.#hear(mark(page.cursor, page.at));
      cursor = page.cursor as string;
    }
  };
}
