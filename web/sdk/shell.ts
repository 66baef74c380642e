/** The thin shell around the session: the WebSocket, the timer, the clock and the dice. It decides nothing. */
import type { Action, Event } from "./acts.ts";
import { address } from "./address.ts";
import type { Detour } from "./detour.ts";
import type { Follow } from "./follow.ts";
import type { Connected, Message, Screen } from "./frames.ts";
import type { Connection, ConnectionEvents, ConnectOptions } from "./options.ts";
import { parseFrame } from "./parse.ts";
import { Playhead } from "./playhead.ts";
import { Session } from "./session.ts";

/** The subprotocol that is spoken, and the one that carries a token. */
const PROTOCOL = "marquee.v1.json";
const BEARER = "marquee.bearer.";
/** The longest wait that a timer takes, ms. */
const TIMER_MAX_MS = 2_147_483_647;
/** What stands for an end without a code. */
const NO_CODE = 1006;
/** After how long a server that refused, or is away, is asked again why, ms. */
const ASK_AGAIN_MS = 30_000;

/** Handshakes in a row that fail although the server answers plain requests: so many, and something blocks them. */
const BLOCKED_MAX = 3;

/** What is connected: a socket, or another way. */
export interface Link {
  /** Whether reports can be told over it. */
  reports: boolean;
  send(message: Message): void;
  close(): void;
}

/** Who is told what becomes of a link. */
export interface Ears {
  opened(): void;
  heard(text: unknown): void;
  ended(code: number): void;
  fault(code: string, detail: string, board?: string): void;
}

/** A clock that never goes back, near wall time. */
const clockMs = (): number => performance.timeOrigin + performance.now();

/** The screen of a board that is not known. */
export const unknown = (board: string, at: number): Screen => ({
  at: Math.floor(at), board, cursor: null, x: null, pin: null, slot: null, trail: null, active: null,
});

export class Shell implements Omit<Connection, "recent" | "shown" | "session"> {
  readonly options: ConnectOptions;
  readonly boards: readonly string[];
  readonly #url: URL;
  readonly #session: Session;
  readonly #listeners = new Map<string, Set<(detail: never) => void>>();
  #link: Link | null = null;
  /** Handshakes that were blocked, and the way that is taken since. */
  #blocked = 0;
  #detour: Detour | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askAgain = -Infinity;

  constructor(options: ConnectOptions) {
    this.options = options;
    this.#url = address(options.src, "/v1/ws", "ws");
    this.boards = options.boards ?? [options.board ?? "main"];
    this.#session = new Session({ boards: this.boards, terminal: options.terminal ?? "web", name: options.name });
    // Whoever connects can still listen before anything happens.
    queueMicrotask(() => this.#feed({ type: "start" }));
  }

  get connected(): Connected {
    return this.#session.connected;
  }

  on<K extends keyof ConnectionEvents>(event: K, fn: (detail: ConnectionEvents[K]) => void): () => void {
    const all = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, all.add(fn));
    return () => all.delete(fn);
  }

  follow(board: string): Follow | undefined {
    return this.#session.follow(board);
  }

  screen(board: string, at?: number): Screen {
    const time = Math.floor(at ?? this.serverTime());
    return { ...unknown(board, time), ...this.follow(board)?.timeline?.screen(time), cursor: this.cursor(board) };
  }

  cursor(board: string): string | null {
    return this.follow(board)?.cursor ?? null;
  }

  /** Sends a report of the terminal's, if it is live and over a WebSocket; whether it did. */
  report(message: Message): boolean {
    const link = this.#link;
    if (this.connected !== "live" || !link?.reports) return false;
    link.send(message);
    return true;
  }

  /** The server's clock at a time of this one's; by default now. */
  serverTime(local = clockMs()): number {
    return this.#session.clock.serverTime(local);
  }

  offsetMs(): number {
    return this.#session.clock.offset(clockMs());
  }

  playhead(board: string): Playhead {
    return new Playhead(this.follow(board) ?? { timeline: null, revision: 0 });
  }

  close(): void {
    this.#feed({ type: "stop" });
    clearTimeout(this.#timer);
  }

  /** Calls who listens. A listener's fault is the page's to see, and must not stop the connection. */
  tell<K extends keyof ConnectionEvents>(event: K, detail: ConnectionEvents[K]): void {
    for (const fn of [...(this.#listeners.get(event) ?? [])]) {
      try {
        fn(detail as never);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  #feed(event: Event): void {
    for (const action of this.#session.handle(event, clockMs(), Math.random())) this.#act(action);
    clearTimeout(this.#timer);
    const deadline = this.#session.deadline();
    if (deadline === Infinity) return;
    const wait = Math.min(TIMER_MAX_MS, Math.max(0, Math.ceil(deadline - clockMs())));
    this.#timer = setTimeout(() => this.#feed({ type: "tick" }), wait);
  }

  #act(action: Action): void {
    switch (action.type) {
      case "fetch-token":
        void this.#fetchToken();
        break;
      case "open":
        this.#open(action.params, action.token);
        break;
      case "send":
        this.#link?.send(action.message);
        break;
      case "drop": {
        const link = this.#link;
        this.#link = null;
        link?.close();
        break;
      }
      default: {
        const { type, ...detail } = action;
        this.tell(type, detail as never);
      }
    }
  }

  #fault(code: string, detail: string, board?: string): void {
    this.tell("error", { code, detail, board });
  }

  async #fetchToken(): Promise<void> {
    const { token } = this.options;
    let found: string | undefined;
    try {
      found = (typeof token === "function" ? await token() : token) || undefined;
    } catch (error) {
      this.#fault("token", String(error));
    }
    this.#feed({ type: "token", token: found });
  }

  #open(params: Record<string, string>, token: string | undefined): void {
    let link: Link | null = null;
    let opened = false;
    const current = (event: Event): void => {
      if (this.#link === link) this.#feed(event);
    };
    const ears: Ears = {
      opened: () => {
        opened = true;
        current({ type: "opened" });
      },
      heard: (text) => current({ type: "frame", frame: typeof text === "string" ? parseFrame(text) : null }),
      ended: (code) => {
        if (this.#link !== link) return;
        this.#link = null;
        this.#feed({ type: "closed", code });
        if (!opened) void this.#askWhy(token, ears);
      },
      fault: (code, detail, board) => this.#fault(code, detail, board),
    };
    try {
      link = this.#detour?.open(params, token, ears) ?? null;
      if (!link) {
        this.#detour = null;
        link = this.#socket(params, token, ears);
      }
    } catch (error) {
      this.#fault("connect", String(error));
      queueMicrotask(() => ears.ended(NO_CODE));
    }
    this.#link = link;
  }

  #socket(params: Record<string, string>, token: string | undefined, ears: Ears): Link {
    const url = new URL(this.#url);
    url.search = new URLSearchParams(params).toString();
    const socket = new WebSocket(url, token === undefined ? [PROTOCOL] : [PROTOCOL, BEARER + token]);
    socket.onopen = () => {
      this.#blocked = 0;
      ears.opened();
    };
    socket.onmessage = ({ data }) => ears.heard(data);
    socket.onclose = ({ code }) => ears.ended(code);
    return { reports: true, send: (message) => socket.send(JSON.stringify(message)), close: () => socket.close() };
  }

  /** Asks in a plain request why a handshake failed. A server that is not there says nothing, and that is known already. */
  async #askWhy(token: string | undefined, ears: Ears): Promise<void> {
    if (clockMs() < this.#askAgain) return;
    this.#askAgain = clockMs() + ASK_AGAIN_MS;
    for (const board of this.boards) {
      const url = address(this.options.src, `/v1/boards/${encodeURIComponent(board)}/now`);
      const answer = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }).catch(() => null);
      if (!answer?.ok) {
        if (answer) await (await import("./detour.ts")).refused(answer, board, ears);
        return;
      }
    }
    // It answers, and yet no socket opens: the next failure is asked about too.
    this.#askAgain = -Infinity;
    this.#blocked += 1;
    if (this.#blocked < BLOCKED_MAX || this.#detour) return;
    const { Detour } = await import("./detour.ts");
    this.#blocked = 0;
    this.#detour = new Detour((path, protocol) => address(this.options.src, path, protocol), ears);
  }
}
