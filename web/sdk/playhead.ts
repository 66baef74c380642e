/**
 * A copy of a replica that is advanced picture by picture, so that drawing sixty times a second costs no sixty copies.
 * It never changes the replica: an entry replaces what was guessed, and the copy is made anew.
 */
import type { Timeline } from "./timeline.ts";

/** Where the replica is found: it changes with each `revision`. */
export interface Source {
  readonly timeline: Timeline | null;
  readonly revision: number;
}

export class Playhead {
  readonly #source: Source;
  #copy: Timeline | null = null;
  #revision = -1;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The play at a time, ms; `null` while there is none. It is good until the next call. */
  at(time: number): Timeline | null {
    const { timeline, revision } = this.#source;
    const stale = revision !== this.#revision || (this.#copy !== null && this.#copy.now > time);
    if (stale) {
      this.#copy = timeline?.clone() ?? null;
      this.#revision = revision;
    }
    this.#copy?.advance(time);
    return this.#copy;
  }
}
