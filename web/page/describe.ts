/** What the page says in words: of its address, and of how long a notice lives. Pure, so that it is tested alone. */
import type { Notice } from "../sdk/frames.ts";

/** The board that a path names; `main` where it names none. */
export function boardOf(path: string): string {
  const name = /^\/boards\/([^/]+)\/?$/.exec(path)?.[1];
  if (name === undefined) return "main";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const UNITS = [
  [86_400, "d", 3_600, "h"],
  [3_600, "h", 60, "min"],
  [60, "min", 1, "s"],
] as const;

function duration(seconds: number): string {
  for (const [size, unit, smaller, smallerUnit] of UNITS) {
    if (seconds < size) continue;
    const rest = Math.floor((seconds % size) / smaller);
    return `${Math.floor(seconds / size)} ${unit}${rest > 0 ? ` ${rest} ${smallerUnit}` : ""}`;
  }
  return `${seconds} s`;
}

/** How long a notice is still to be seen, or when it begins. */
export function timeLeft(notice: Pick<Notice, "starts_at" | "expires_at">, now: number): string {
  if (notice.starts_at > now) return `in ${duration(Math.ceil((notice.starts_at - now) / 1_000))}`;
  return `${duration(Math.max(0, Math.ceil((notice.expires_at - now) / 1_000)))} left`;
}
