/** What a terminal reports of its glass while it is out of touch: bounded, the oldest goes first. It sends nothing itself. */
import type { ShownRecord } from "./frames.ts";

/** How many records are kept; one more, and the oldest is dropped and counted. */
const RECORDS_MAX = 1_000;
/** Older records are not taken by the server, ms. */
const AGE_MAX_MS = 7 * 86_400_000;

export class Outbox {
  #records: ShownRecord[] = [];
  #dropped = 0;

  push(record: ShownRecord): void {
    this.#records.push(record);
    if (this.#records.length <= RECORDS_MAX) return;
    this.#records.shift();
    this.#dropped += 1;
  }

  /** Everything that can still be told at this time of the server, oldest first, and how many were dropped; it is empty then. */
  take(serverTime: number): { records: ShownRecord[]; dropped: number } {
    const records = this.#records.filter(({ until }) => serverTime - until < AGE_MAX_MS);
    const dropped = this.#dropped + this.#records.length - records.length;
    this.#records = [];
    this.#dropped = 0;
    return { records, dropped };
  }
}
