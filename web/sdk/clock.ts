/**
 * The server's clock as a terminal knows it, learnt from pings. It leans towards what it learns and never jumps,
 * unless it is far off: a ribbon that jumps is seen. It reads no clock itself.
 */

/** How many samples are remembered. */
const SAMPLES_MAX = 16;
/** The share of the passing time that a correction may take. */
const SLEW = 0.05;
/** A clock that is further off than this jumps, ms. */
const JUMP_MS = 2_000;

interface Sample {
  offsetMs: number;
  roundTripMs: number;
}

/** What the offset rests on so far. */
type Ground = "nothing" | "hello" | "samples";

/** The rule: the median of the better half of the last samples, slewed. */
export class Clock {
  #samples: Sample[] = [];
  #ground: Ground = "nothing";
  #targetMs = 0;
  #appliedMs = 0;
  #appliedAt = 0;

  /** The server's time minus this one's, as it is applied now, ms. */
  offset(now: number): number {
    const most = SLEW * Math.max(0, now - this.#appliedAt);
    const missing = this.#targetMs - this.#appliedMs;
    return this.#appliedMs + Math.max(-most, Math.min(most, missing));
  }

  /** The server's time, ms; with a fraction. */
  serverTime(now: number): number {
    return now + this.offset(now);
  }

  /** A new connection says what time it is: rough, as nobody knows how long it was on its way. */
  hello(serverTime: number, received: number): void {
    this.#samples = [];
    const offsetMs = serverTime - received;
    if (this.#ground === "nothing" || this.#isFar(offsetMs, received)) this.#aim(offsetMs, offsetMs, received);
    if (this.#ground === "nothing") this.#ground = "hello";
  }

  /** A ping came back. */
  sample(sent: number, serverTime: number, received: number): void {
    const sample = { offsetMs: serverTime - (sent + received) / 2, roundTripMs: Math.max(0, received - sent) };
    this.#samples = [...this.#samples, sample].slice(-SAMPLES_MAX);
    const target = this.#median();
    const jumps = this.#ground !== "samples" || this.#isFar(target, received);
    this.#aim(target, jumps ? target : this.offset(received), received);
    this.#ground = "samples";
  }

  #isFar(offsetMs: number, now: number): boolean {
    return Math.abs(offsetMs - this.offset(now)) > JUMP_MS;
  }

  #median(): number {
    const best = [...this.#samples]
      .sort((a, b) => a.roundTripMs - b.roundTripMs)
      .slice(0, Math.ceil(this.#samples.length / 2))
      .map((sample) => sample.offsetMs)
      .sort((a, b) => a - b);
    const middle = Math.floor(best.length / 2);
    const upper = best[middle] ?? 0;
    return best.length % 2 === 1 ? upper : ((best[middle - 1] ?? upper) + upper) / 2;
  }

  #aim(target: number, applied: number, now: number): void {
    this.#targetMs = target;
    this.#appliedMs = applied;
    this.#appliedAt = now;
  }
}
