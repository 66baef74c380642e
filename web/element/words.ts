/** The few words that the element says by itself, in the languages that it speaks. */
import type { Connected } from "../sdk/frames.ts";

/** How it stands with a board: how it is connected; no token opens it; the reader holds it. */
export type State = Connected | "closed" | "paused";

/** The words of each state, and what the ribbon is called for those who hear it. */
export type Words = Record<State | "ribbon", string>;

const ENGLISH: Words = {
  live: "Live",
  "catching-up": "Catching up…",
  offline: "Offline: out of touch, showing the last known state",
  closed: "Closed: it takes a token",
  paused: "Paused",
  ribbon: "Notices",
};

/** The words of a BCP 47 language; English where it is not spoken. Others than English are loaded when they are needed. */
export async function words(lang: string): Promise<Words> {
  if (!/^zh\b/i.test(lang)) return ENGLISH;
  const spoken = await import("./zh.ts").catch(() => null);
  return spoken?.CHINESE ?? ENGLISH;
}
