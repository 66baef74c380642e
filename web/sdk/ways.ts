/**
 * Over what a terminal is connected: a WebSocket; where that cannot be had, a stream of events; where a proxy holds that
 * back, polling. A pure rule: it is told what was seen, and opens nothing.
 *
 * ```text
 *   ws ──blocked three times──► sse ──silent──► poll
 *    ▲                           │               │
 *    └──── a WebSocket opened, or three tries failed
 * ```
 */

/** What a connection goes over. */
export type Over = "ws" | "sse" | "poll";

/** Handshakes in a row that fail although the server answers plain requests: so many, and something blocks them. */
const BLOCKED_MAX = 3;
/** Streams in a row that cannot be opened: so many, and the WebSocket is tried again. */
const FAILED_MAX = 3;
/** How often a WebSocket is tried while another way is taken, ms. */
const PROBE_MS = 300_000;

export class Ways {
  #over: Over = "ws";
  #blocked = 0;
  #failed = 0;
  #probeAt = Infinity;

  get over(): Over {
    return this.#over;
  }

  /** When a WebSocket is to be tried beside the way that is taken, ms; `Infinity`: never. */
  get probeAt(): number {
    return this.#probeAt;
  }

  /** The connection is open. */
  opened(): void {
    this.#blocked = 0;
    this.#failed = 0;
  }

  /** A handshake failed, and yet a plain request was answered; whether another way is taken from now on. */
  blocked(now: number): boolean {
    if (this.#over !== "ws") return false;
    this.#blocked += 1;
    if (this.#blocked < BLOCKED_MAX) return false;
    this.#over = "sse";
    this.#probeAt = now + PROBE_MS;
    return true;
  }

  /** A connection ended before it was open. */
  failed(): void {
    if (this.#over === "ws") return;
    this.#failed += 1;
    if (this.#failed >= FAILED_MAX) this.unblocked();
  }

  /** Nothing came, although the connection stood; whether there is another way now. */
  silent(): boolean {
    if (this.#over !== "sse") return false;
    this.#over = "poll";
    return true;
  }

  probed(now: number): void {
    this.#probeAt = now + PROBE_MS;
  }

  /** A WebSocket could be opened, or is worth another try. */
  unblocked(): void {
    this.#over = "ws";
    this.#probeAt = Infinity;
    this.opened();
  }
}
