/**
 * What a terminal reports of its glass: sent while it is live, and kept while it is not, bounded: the oldest goes first and is
 * counted. One without a name reports nothing. It is loaded where there is a name.
 */
import type { ShownRecord } from "./frames.ts";
import type { Shell } from "./shell.ts";

/** How many records are kept; one more, and the oldest is dropped and counted. */
const RECORDS_MAX = 1_000;
/** Older records are not taken by the server, ms. */
const AGE_MAX_MS = 7 * 86_400_000;

/** What carries reports. */
export type Carrier = Pick<Shell, "on" | "report" | "serverTime" | "tell"> & { options: { name?: string | undefined } };

export class Outbox {
  readonly #carrier: Carrier;
  #records: ShownRecord[] = [];
  #dropped = 0;

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
    carrier.on("state", ({ connected }) => {
      if (connected === "live") this.#send();
    });
  }

  shown(record: ShownRecord): void {
    if (!this.#carrier.options.name) return;
    this.#records.push(record);
    this.#send();
    if (this.#records.length <= RECORDS_MAX) return;
    this.#records.shift();
    this.#dropped += 1;
  }

  /** Sends everything that can still be told, oldest first, or keeps it. */
  #send(): void {
    const now = this.#carrier.serverTime();
    while (this.#records[0]) {
      const old = now - this.#records[0].until > AGE_MAX_MS;
      if (!old && !this.#carrier.report({ type: "shown", ...this.#records[0] })) return;
      if (old) this.#dropped += 1;
      this.#records.shift();
    }
    if (this.#dropped > 0) {
      const detail = `${this.#dropped} records of what was shown were too many or too old to keep`;
      this.#carrier.tell("error", { code: "shown-dropped", detail, board: undefined });
    }
    this.#dropped = 0;
  }
}
