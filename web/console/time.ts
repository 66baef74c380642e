/** Times in words: how long ago, how long still, and exactly. It never reads a clock. */
import { type Language, say } from "./words.ts";

const UNITS = [
  [86_400_000, { en: " d", zh: " 天" }],
  [3_600_000, { en: " h", zh: " 小时" }],
  [60_000, { en: " min", zh: " 分" }],
  [1_000, { en: " s", zh: " 秒" }],
] as const;
/** What is nearer than this is now, ms. */
const NOW_MS = 1_000;

/** A stretch of time with its largest unit; below a minute in seconds, with the next unit where that says more. */
export function span(ms: number, language: Language): string {
  const whole = Math.max(0, Math.floor(ms));
  for (const [at, [unit, name]] of UNITS.entries()) {
    if (whole < unit && unit > 1_000) continue;
    const count = Math.floor(whole / unit);
    const next = UNITS[at + 1];
    const rest = next ? Math.floor((whole % unit) / next[0]) : 0;
    // Two parts only while the first is small: 1 h 20 min, but 14 h.
    const more = next && rest > 0 && count < 10 && unit > 1_000 ? ` ${rest}${next[1][language]}` : "";
    return `${count}${name[language]}${more}`;
  }
  return `0${UNITS[3][1][language]}`;
}

/** A time as seen from another. */
export function relative(at: number, now: number, language: Language): string {
  const away = at - now;
  if (Math.abs(away) < NOW_MS) return say(language, "now");
  return say(language, away < 0 ? "ago" : "in", { t: span(Math.abs(away), language) });
}

/** The exact time, in the reader's zone and in UTC. */
export function exact(at: number): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return "–";
  return `${time.toLocaleString(undefined, { hour12: false })} · ${time.toISOString()}`;
}

/** The time of day with milliseconds. */
export function clock(at: number): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return "–";
  const two = (value: number): string => String(value).padStart(2, "0");
  const ms = String(time.getMilliseconds()).padStart(3, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${ms}`;
}
