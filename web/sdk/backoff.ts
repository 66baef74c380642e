/** When a terminal that lost its connection comes back: it never gives up, and never comes in a crowd. */

/** The least and the most that is waited after an ordinary end, ms. */
export const BACKOFF_MIN_MS = 500;
export const BACKOFF_MAX_MS = 20_000;
/** What is waited at least after an end that says that the terminal itself is at fault, ms. */
export const FAULT_WAIT_MS = 300_000;
/** The doublings after which the bound is reached in any case. */
const DOUBLINGS_MAX = 16;

/** Message too big; bad messages; token revoked. */
const FAULTS: readonly number[] = [1009, 4400, 4403];
/** Token expired; token revoked. */
const TOKENS: readonly number[] = [4401, 4403];

/** Full jitter: anything from the least to a bound that doubles with each attempt. `random` is in [0, 1). */
export function backoffMs(attempt: number, random: number): number {
  const bound = Math.min(BACKOFF_MAX_MS, 2 * BACKOFF_MIN_MS * 2 ** Math.min(attempt, DOUBLINGS_MAX));
  return BACKOFF_MIN_MS + Math.floor(random * (bound - BACKOFF_MIN_MS));
}

/** What a close code demands, ms. */
export function floorMs(code: number): number {
  return FAULTS.includes(code) ? FAULT_WAIT_MS : 0;
}

/** Whether it takes another token to come back after this code. */
export function needsToken(code: number): boolean {
  return TOKENS.includes(code);
}
