/** The thin shell around the session: the WebSocket, the timer, the clock and the dice. It decides nothing. */
import type { Action, Event } from "./acts.ts";
import { address } from "./address.ts";
import type { Other } from "./fallback.ts";
import type { Follow } from "./follow.ts";
import type { Connected, Message, Notice, Screen, ShownRecord } from "./frames.ts";
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
/** What a server says to who may not: a browser does not tell why a handshake was refused, a plain request does. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [401, "unauthorized"],
  [403, "forbidden"],
]);

/** What is connected: a socket, or another way. */
type Link = Pick<Other, "send" | "close">;

/** A clock that never goes back, near wall time. */
const clockMs = (): number => performance.timeOrigin + performance.now();

export class Shell implements Connection {
  readonly options: ConnectOptions;
  readonly boards: readonly string[];
  readonly #url: URL;
  readonly #session: Session;
  readonly #listeners = new Map<string, Set<(detail: never) => void>>();
  #link: Link | null = null;
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

  get host(): string {
    return this.#url.host;
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
    const cursor = this.cursor(board);
    const nothing = { at: time, x: null, pin: null, slot: null, trail: null, active: null };
    return { ...(this.follow(board)?.timeline?.screen(time) ?? nothing), board, cursor };
  }

  cursor(board: string): string | null {
    return this.follow(board)?.cursor ?? null;
  }

  recent(board: string): Notice[] {
    return [...(this.follow(board)?.recent ?? [])];
  }

  shown(record: ShownRecord): void {
    this.#feed({ type: "shown", record });
  }

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
        if (action.over === "ws") this.#open(action.params[0] ?? {}, action.token);
        else void this.#openOther(action.over, action.params, action.token);
        break;
      case "probe":
        this.#probe(action.token);
        break;
      case "send":
        this.#link?.send(action.message);
        break;
      case "drop":
        this.#drop();
        break;
      case "connected":
        this.tell("state", { connected: action.connected });
        break;
      case "entry":
        this.tell("entry", { board: action.entry.board, entry: action.entry });
        break;
      case "lifecycle": {
        const { board, id, stage, at } = action.frame;
        this.tell("lifecycle", { board, id, stage, at });
        break;
      }
      case "snapshot":
        this.tell("snapshot", { board: action.board });
        break;
      case "reset":
        this.tell("reset", { board: action.board, reason: action.reason });
        break;
      case "error":
        this.#fault(action.code, action.detail, action.board);
        break;
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
      this.#fault("token", `no token could be had: ${String(error)}`);
    }
    this.#feed({ type: "token", token: found });
  }

  #socket(params: Record<string, string>, token: string | undefined): WebSocket {
    const url = new URL(this.#url);
    url.search = new URLSearchParams(params).toString();
    return new WebSocket(url, token === undefined ? [PROTOCOL] : [PROTOCOL, BEARER + token]);
  }

  #open(params: Record<string, string>, token: string | undefined): void {
    let socket: WebSocket;
    try {
      socket = this.#socket(params, token);
    } catch (error) {
      this.#fault("connect", `${this.#url.origin} cannot be connected to: ${String(error)}`);
      queueMicrotask(() => this.#ended(null, NO_CODE));
      void this.#askWhy(token);
      return;
    }
    let opened = false;
    const link: Link = {
      send: (message: Message) => {
        if (opened) socket.send(JSON.stringify(message));
      },
      close: () => socket.close(),
    };
    this.#link = link;
    socket.onopen = () => {
      opened = true;
      if (this.#link === link) this.#feed({ type: "opened" });
    };
    socket.onmessage = ({ data }) => this.#heard(link, data);
    socket.onclose = ({ code }) => {
      if (this.#ended(link, code) && !opened) void this.#askWhy(token);
    };
  }

  #heard(link: Link, data: unknown): void {
    if (this.#link === link) this.#feed({ type: "frame", frame: typeof data === "string" ? parseFrame(data) : null });
  }

  /** Whether it was the link that is in use that ended. */
  #ended(link: Link | null, code: number): boolean {
    if (this.#link !== link) return false;
    this.#link = null;
    this.#feed({ type: "closed", code });
    return true;
  }

  /** Another way: its code is loaded when it is needed. */
  async #openOther(over: "sse" | "poll", params: Record<string, string>[], token: string | undefined): Promise<void> {
    const link: Link = { send: () => {}, close: () => {} };
    this.#link = link;
    try {
      const { openOther } = await import("./fallback.ts");
      if (this.#link !== link) return;
      const at = (path: string): URL => address(this.options.src, path);
      const other = openOther(over, at, params, token, {
        opened: () => this.#link === link && this.#feed({ type: "opened" }),
        alive: () => this.#link === link && this.#feed({ type: "alive" }),
        heard: (text) => this.#heard(link, text),
        ended: () => this.#ended(link, NO_CODE),
        refused: (answer, board) => this.#refused(answer, board),
      });
      link.send = other.send;
      link.close = other.close;
    } catch (error) {
      this.#fault("connect", `there is no other way than a WebSocket: ${String(error)}`);
      this.#ended(link, NO_CODE);
    }
  }

  /** Whether a WebSocket can be had: it is closed as soon as it is open. */
  #probe(token: string | undefined): void {
    const socket = this.#socket({}, token);
    socket.onopen = () => {
      socket.close();
      this.#feed({ type: "unblocked" });
    };
  }

  /** Asks in a plain request why a handshake failed. A server that is not there says nothing, and that is known already. */
  async #askWhy(token: string | undefined): Promise<void> {
    if (clockMs() < this.#askAgain) return;
    this.#askAgain = clockMs() + ASK_AGAIN_MS;
    for (const board of this.boards) {
      try {
        const url = address(this.options.src, `/v1/boards/${encodeURIComponent(board)}/now`);
        const answer = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
        if (await this.#refused(answer, board)) return;
        if (!answer.ok) return;
      } catch {
        return;
      }
    }
    // It answers, and yet no socket opens: the next failure is asked about too.
    this.#askAgain = -Infinity;
    this.#feed({ type: "blocked" });
  }

  /** Whether an answer says that this one may not; then it is told. */
  async #refused(answer: Response, board: string): Promise<boolean> {
    const code = REFUSALS.get(answer.status);
    if (code === undefined) return false;
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
    this.#fault(code, problem.detail ?? `the server answered ${answer.status}`, board);
    return true;
  }

  #drop(): void {
    const link = this.#link;
    this.#link = null;
    link?.close();
  }
}
