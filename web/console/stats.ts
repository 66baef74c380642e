/** Rates and latencies of the last minutes, in memory that has a bound. It never reads a clock. */

/** How far back is looked, s. */
export const WINDOW_S = 600;
/** Series of one kind beside "others": what comes after them is counted together. */
export const SERIES_MAX = 8;
/** Samples of one latency: five a second for the window. Beyond it the oldest go. */
export const SAMPLES_MAX = 3_000;

/** The value below which so many of a hundred lie (nearest rank); `null` of none. */
export function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

/** Counts by second and by series. */
export class Rates {
  readonly #seconds = new Map<number, Map<string, number>>();
  readonly #names = new Set<string>();
  readonly others: string;

  constructor(others = "others") {
    this.others = others;
  }

  /** One more of a series at a time, ms. */
  add(series: string, at: number): void {
    if (!this.#names.has(series)) {
      if (this.#names.size < SERIES_MAX) this.#names.add(series);
      else series = this.others;
    }
    const second = Math.floor(at / 1_000);
    const counts = this.#seconds.get(second) ?? new Map<string, number>();
    counts.set(series, (counts.get(series) ?? 0) + 1);
    this.#seconds.set(second, counts);
    this.forget(at);
  }

  /** What is older than the window goes; so there are never more seconds than it has, and one that comes from ahead. */
  forget(now: number): void {
    const oldest = Math.floor(now / 1_000) - WINDOW_S;
    for (const second of this.#seconds.keys()) if (second <= oldest) this.#seconds.delete(second);
    while (this.#seconds.size > WINDOW_S) this.#seconds.delete(this.#seconds.keys().next().value as number);
  }

  get size(): number {
    return this.#seconds.size;
  }

  /** The series that were met, in order of appearance, others last. */
  get series(): string[] {
    const others = [...this.#seconds.values()].some((counts) => counts.has(this.others));
    return [...this.#names, ...(others && !this.#names.has(this.others) ? [this.others] : [])];
  }

  /** How many a second there were in the `span` seconds before `now`, the running second left out. */
  rate(now: number, span: number, series?: string): number {
    const end = Math.floor(now / 1_000);
    let count = 0;
    for (let second = end - span; second < end; second += 1) {
      const counts = this.#seconds.get(second);
      if (!counts) continue;
      if (series !== undefined) count += counts.get(series) ?? 0;
      else for (const value of counts.values()) count += value;
    }
    return count / span;
  }

  /** Points of the whole window, `step` seconds each: times in s, and a rate for each series that is asked for. */
  points(now: number, step: number, series: readonly string[]): [number[], ...number[][]] {
    const end = Math.floor(now / 1_000 / step) * step;
    const times: number[] = [];
    const lines = series.map((): number[] => []);
    for (let from = end - WINDOW_S; from < end; from += step) {
      times.push(from + step);
      for (const [at, name] of series.entries()) lines[at]?.push(this.rate((from + step) * 1_000, step, name));
    }
    return [times, ...lines];
  }
}

/** The stages that are measured, one after the other. */
const STAGES = ["accepted", "stored", "delivered", "shown"] as const;
/** Notices whose stages are remembered; beyond it the oldest go. */
export const NOTICES_MAX = 1_000;
export type Stage = (typeof STAGES)[number];

/** How long notices take from one stage to the next. The frames that tell of them come in any order. */
export class Steps {
  readonly #notices = new Map<string, Partial<Record<Stage, number>>>();

  /** Takes in that a notice reached a stage; gives the steps that are whole by that: the stage that ends each, and ms. */
  take(notice: string, stage: string, at: number): [Stage, number][] {
    const place = STAGES.indexOf(stage as Stage);
    if (place < 0) return [];
    const known = this.#notices.get(notice) ?? {};
    // A notice that is replaced goes through its stages again: what an older put reached is no end of this one.
    for (const later of STAGES.slice(place + 1)) if ((known[later] ?? Infinity) < at) delete known[later];
    known[stage as Stage] = at;
    this.#notices.set(notice, known);
    for (const oldest of this.#notices.keys()) {
      if (this.#notices.size <= NOTICES_MAX) break;
      this.#notices.delete(oldest);
    }
    return [place, place + 1].flatMap((end): [Stage, number][] => {
      const [from, to] = [STAGES[end - 1], STAGES[end]];
      const [began, ended] = [from && known[from], to && known[to]];
      // Times of terminals are what they believe the server's clock to be.
      if (!from || !to || began === undefined || ended === undefined) return [];
      delete known[from];
      return [[to, Math.max(0, ended - began)]];
    });
  }

  get size(): number {
    return this.#notices.size;
  }
}

/** Samples with their times. */
export class Samples {
  readonly #samples: { at: number; value: number }[] = [];

  add(value: number, at: number): void {
    this.#samples.push({ at, value });
    this.forget(at);
  }

  forget(now: number): void {
    const oldest = now - WINDOW_S * 1_000;
    let gone = Math.max(0, this.#samples.length - SAMPLES_MAX);
    while ((this.#samples[gone]?.at ?? Infinity) < oldest) gone += 1;
    this.#samples.splice(0, gone);
  }

  get size(): number {
    return this.#samples.length;
  }

  /** What was measured in so many seconds before `now`. */
  values(now: number, span = WINDOW_S): number[] {
    return this.#samples.filter(({ at }) => at > now - span * 1_000 && at <= now).map(({ value }) => value);
  }

  /** Percentiles of the whole window, `step` seconds each; a step without samples has none. */
  points(now: number, step: number, percents: readonly number[]): (number | null)[][] {
    const end = Math.floor(now / 1_000 / step) * step;
    const lines = percents.map((): (number | null)[] => []);
    for (let to = end - WINDOW_S + step; to <= end; to += step) {
      const values = this.values(to * 1_000, step);
      for (const [at, percent] of percents.entries()) lines[at]?.push(percentile(values, percent));
    }
    return lines;
  }
}
