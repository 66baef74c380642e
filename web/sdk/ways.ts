/**
 * Which way a terminal takes where no WebSocket can be had: a stream of events, or polling where a proxy holds that back;
 * and when a WebSocket is worth another try. A pure rule: it is told what was seen and when, and opens nothing.
 *
 * ```text
 *   (blocked) ──► sse ──silent──► poll ──┐
 *                  └─────────────────────┴──► a WebSocket opened, or three tries failed: ws
 * ```
 */

/** What a connection goes over. */
export type Over = "ws" | "sse" | "poll";

/** Tries in a row that cannot be opened: so many, and the WebSocket is tried again. */
const FAILED_MAX = 3;
/** How often a WebSocket is tried while another way is taken, ms. */
const PROBE_MS = 300_000;
/** A stream has a comment every 15 s: three that did not come, and a proxy holds it back, ms. */
const SILENCE_MS = 45_000;

export class Ways {
  #over: Over = "sse";
  #failed = 0;
  #heard: number;
  #probeAt: number;

  constructor(now: number) {
    this.#heard = now;
    this.#probeAt = now + PROBE_MS;
  }

  get over(): Over {
    return this.#over;
  }

  /** When something is due although nothing happens, ms. */
  get deadline(): number {
    return Math.min(this.#probeAt, this.#over === "sse" ? this.#heard + SILENCE_MS : Infinity);
  }

  /** A connection is begun. */
  begun(now: number): void {
    this.#heard = now;
  }

  /** Something came. */
  heard(now: number): void {
    this.#heard = now;
    this.#failed = 0;
  }

  /** A connection ended and nothing had come. */
  failed(): void {
    this.#failed += 1;
    if (this.#failed >= FAILED_MAX) this.unblocked();
  }

  /** What is due: to try a WebSocket beside this way; or the stream is held back, and polling takes its place. */
  tick(now: number): "probe" | "buffered" | "nothing" {
    if (now >= this.#probeAt) {
      this.#probeAt = now + PROBE_MS;
      return "probe";
    }
    return now < this.deadline ? "nothing" : "buffered";
  }

  /** A connection was given up in which nothing had come. */
  silent(): void {
    this.#over = "poll";
  }

  /** A WebSocket could be opened, or is worth another try. */
  unblocked(): void {
    this.#over = "ws";
  }
}
