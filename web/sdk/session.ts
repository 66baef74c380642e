/**
 * The terminal's side of a connection, as a pure machine: it is told what happened and answers what to do. It owns no
 * socket, no timer, no clock and no chance; `connect.ts` does.
 *
 * ```text
 *   token ──► connecting ──► open ──┐
 *     ▲                             │ closed, or silent for too long
 *     └──────── waiting ◄───────────┘
 * ```
 */
import type { Action, Event, Options } from "./acts.ts";
import { backoffMs, floorMs, needsToken } from "./backoff.ts";
import { Clock } from "./clock.ts";
import { Follow, type Taken } from "./follow.ts";
import type { Connected, Frame, Message } from "./frames.ts";

/** A first few pings in quick succession find the clock's offset; then they only watch over it. */
const QUICK_PINGS = 4;
const QUICK_PING_MS = 250;
const PING_MS = 10_000;
/** A ping carries its time in whole microseconds. */
const TICKS_OF_MS = 1_000;
/** A server that says nothing for so long is dead, ms: an outage is told, not waited out. */
const SILENCE_MS = 25_000;
/** It has been asked for at least so long, so that a machine that slept does not blame the server. */
const ASKED_MS = SILENCE_MS - PING_MS;
/** A connection that lasted for so long starts the back-off from its beginning, ms. */
const LASTING_MS = 10_000;
/** Subscriptions that break before a board is live again: more, and the connection is given up. */
const BROKEN_MAX = 5;
/** A token that ends is asked for again this often until there is another one, ms. */
const RENEW_MS = 10_000;
/** What stands for an end that nobody gave a code. */
const NO_CODE = 1006;
/** Ends that are about the token, by their code: what they are called. */
const TOKEN_ENDS: ReadonlyMap<number, string> = new Map([
  [4401, "token-expired"],
  [4403, "token-revoked"],
]);

type Phase =
  | { name: "idle" }
  | { name: "token" }
  | { name: "connecting"; since: number }
  | { name: "open"; since: number }
  | { name: "waiting"; until: number }
  | { name: "stopped" };

export class Session {
  readonly clock = new Clock();
  readonly #options: Options;
  readonly #follows: Map<string, Follow>;
  #phase: Phase = { name: "idle" };
  #connected: Connected = "catching-up";
  #attempt = 0;
  /** Not to come back before, ms. */
  #notBefore = 0;
  #token: string | undefined;
  /** Whether the server refused the token that is had. */
  #standing: "good" | "refused" = "good";
  /** While the token of an open connection ends: when it is asked for again, and when it is too late, ms. */
  #renewal: { next: number; until: number } | null = null;
  #heard = 0;
  /** When the server was first asked for a word that has not come, ms. */
  #asked: number | null = null;
  #pinged = 0;
  #nextPing = Infinity;
  #broken = 0;
  #actions: Action[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.#follows = new Map(options.boards.map((board) => [board, new Follow(board, options.terminal)]));
  }

  get connected(): Connected {
    return this.#connected;
  }

  follow(board: string): Follow | undefined {
    return this.#follows.get(board);
  }

  /** Takes what happened at this time (ms, of a clock that never goes back); `random` is in [0, 1). */
  handle(event: Event, now: number, random: number): Action[] {
    this.#actions = [];
    switch (event.type) {
      case "start":
        if (this.#phase.name === "idle") this.#fetchToken();
        break;
      case "token":
        this.#takeToken(event.token, now, random);
        break;
      case "opened":
        if (this.#phase.name === "connecting") this.#open(now);
        break;
      case "frame":
        if (this.#phase.name === "open") this.#frame(event.frame, now, random);
        break;
      case "closed":
        this.#closed(event.code, now, random);
        break;
      case "tick":
        this.#tick(now, random);
        break;
      case "stop":
        if (this.#phase.name === "connecting" || this.#phase.name === "open") this.#do({ type: "drop" });
        this.#phase = { name: "stopped" };
        this.#tell("offline");
        break;
    }
    if (this.#phase.name === "open") this.#tell(this.#isLive() ? "live" : "catching-up");
    return this.#actions;
  }

  /** When a tick is due although nothing happens, ms; `Infinity`: never. */
  deadline(): number {
    switch (this.#phase.name) {
      case "waiting":
        return this.#phase.until;
      case "connecting":
        return this.#phase.since + SILENCE_MS;
      case "open":
        return Math.min(this.#nextPing, this.#deadAt(), this.#renewal?.next ?? Infinity);
      default:
        return Infinity;
    }
  }

  #isLive(): boolean {
    return [...this.#follows.values()].every((follow) => follow.isLive);
  }

  #do(action: Action): void {
    this.#actions.push(action);
  }

  #send(message: Message): void {
    this.#do({ type: "send", message });
  }

  #fault(code: string, detail: string, board?: string): void {
    this.#do({ type: "error", code, detail, board });
  }

  #tell(connected: Connected): void {
    if (this.#connected === connected) return;
    this.#connected = connected;
    if (connected === "live") this.#broken = 0;
    this.#do({ type: "state", connected });
  }

  #fetchToken(): void {
    this.#phase = { name: "token" };
    this.#do({ type: "fetch-token" });
  }

  #takeToken(token: string | undefined, now: number, random: number): void {
    const fresh = token !== this.#token;
    this.#token = token;
    if (fresh) this.#standing = "good";
    if (this.#phase.name === "open" && fresh && token !== undefined) this.#send({ type: "token", token });
    if (this.#phase.name !== "token") return;
    if (this.#standing === "refused") {
      this.#wait(now, random);
      return;
    }
    const { boards, terminal, name } = this.#options;
    const params: Record<string, string> = { terminal };
    if (name !== undefined) params.name = name;
    const [only, ...others] = boards;
    if (only !== undefined && others.length === 0) {
      params.board = only;
      const cursor = this.#follows.get(only)?.cursor;
      if (cursor) params.last_seen = cursor;
    }
    this.#phase = { name: "connecting", since: now };
    this.#do({ type: "open", params, token });
  }

  #open(now: number): void {
    this.#phase = { name: "open", since: now };
    this.#heard = now;
    this.#asked = null;
    this.#broken = 0;
    this.#pinged = 0;
    this.#nextPing = now;
    this.#renewal = null;
    for (const follow of this.#follows.values()) {
      follow.ask();
      if (this.#follows.size > 1) this.#subscribe(follow);
    }
    this.#ping(now);
  }

  #subscribe(follow: Follow): void {
    const { board, cursor } = follow;
    this.#send({ type: "subscribe", board, ...(cursor ? { last_seen: cursor } : {}) });
  }

  #ping(now: number): void {
    this.#asked ??= now;
    this.#pinged += 1;
    this.#nextPing = now + (this.#pinged < QUICK_PINGS ? QUICK_PING_MS : PING_MS);
    // What comes back says itself when it was sent: nothing is to be remembered.
    this.#send({ type: "ping", ts: Math.round(now * TICKS_OF_MS) });
  }

  #deadAt(): number {
    return this.#asked === null ? Infinity : Math.max(this.#heard + SILENCE_MS, this.#asked + ASKED_MS);
  }

  #tick(now: number, random: number): void {
    switch (this.#phase.name) {
      case "waiting":
        if (now >= this.#phase.until) this.#fetchToken();
        break;
      case "connecting":
        if (now >= this.#phase.since + SILENCE_MS) this.#giveUp(now, random);
        break;
      case "open":
        if (now >= this.#deadAt()) this.#giveUp(now, random);
        else {
          if (now >= this.#nextPing) this.#ping(now);
          if (this.#renewal && now >= this.#renewal.next) this.#renew(now, this.#renewal.until);
        }
        break;
    }
  }

  /** Asks for a token, and again until the server has taken another one or the old one is over. */
  #renew(now: number, until: number): void {
    this.#renewal = now < until ? { next: now + RENEW_MS, until } : null;
    if (this.#renewal) this.#do({ type: "fetch-token" });
  }

  #giveUp(now: number, random: number): void {
    this.#do({ type: "drop" });
    this.#closed(NO_CODE, now, random);
  }

  #closed(code: number, now: number, random: number): void {
    const phase = this.#phase;
    if (phase.name !== "connecting" && phase.name !== "open") return;
    if (phase.name === "open" && now - phase.since >= LASTING_MS) this.#attempt = 0;
    if (needsToken(code)) this.#standing = "refused";
    const end = TOKEN_ENDS.get(code);
    if (end !== undefined) this.#fault(end, "it takes another token to come back");
    this.#notBefore = Math.max(this.#notBefore, now + floorMs(code));
    this.#wait(now, random);
  }

  #wait(now: number, random: number): void {
    this.#phase = { name: "waiting", until: Math.max(this.#notBefore, now + backoffMs(this.#attempt, random)) };
    this.#attempt += 1;
    this.#tell("offline");
  }

  #frame(frame: Frame | null, now: number, random: number): void {
    this.#heard = now;
    this.#asked = null;
    // A type of a later protocol is a sign of life and nothing more.
    if (!frame) return;
    switch (frame.type) {
      case "hello":
        this.clock.hello(frame.server_time, now);
        this.#do(frame);
        return;
      case "pong":
        this.clock.sample(frame.ts / TICKS_OF_MS, frame.server_time, now);
        return;
      case "error":
        this.#fault(frame.code, frame.detail ?? "", frame.board);
        return;
      case "lifecycle":
        this.#do(frame);
        return;
      case "bye":
        this.#notBefore = now + (frame.retry_after_ms ?? 0);
        return;
      case "token_expiring":
        this.#renew(now, now + frame.in_ms);
        return;
      case "token_ok":
        this.#renewal = null;
        return;
    }
    const follow = this.#follows.get(frame.board);
    if (!follow) return;
    if (this.#take(follow, frame) === "broken") this.#begin(follow, now, random);
  }

  #take(follow: Follow, frame: Extract<Frame, { board: string; type: Exclude<Frame["type"], "error" | "lifecycle"> }>): Taken {
    let taken: Taken;
    switch (frame.type) {
      case "subscribed":
        return follow.subscribed(frame);
      case "bookmark":
        return follow.bookmark(frame);
      case "reset":
        taken = follow.reset();
        if (taken === "taken") this.#do({ type: "reset", board: frame.board, reason: frame.reason });
        return taken;
      case "snapshot":
        taken = follow.snapshot(frame);
        if (taken === "taken") this.#do({ type: "snapshot", board: frame.board });
        return taken;
      default:
        taken = follow.entry(frame);
        if (taken === "taken") this.#do({ type: "entry", board: frame.board, entry: frame });
        return taken;
    }
  }

  /** Subscribes again, without a cursor. */
  #begin(follow: Follow, now: number, random: number): void {
    this.#broken += 1;
    follow.forget();
    if (this.#broken > BROKEN_MAX) this.#giveUp(now, random);
    else this.#subscribe(follow);
  }
}
