/** What the page says in words: of its address, of how long a notice lives, and of why a board stays closed. Pure, so that it is tested alone. */
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

/** The text of a token, in whatever it was pasted: alone, after `Bearer`, or in the address of a board. */
export function tokenIn(text: string): string | undefined {
  return /(?:^|[\s#&=])([\w-]+\.[\w-]+\.[\w-]+)\s*$/.exec(text)?.[1];
}

/** The token of an address's fragment, `#token=…`. */
export function tokenOf(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("token") || undefined;
}

/** Why a board stays closed, by the code of an error; nothing for an error that is not about tokens. */
export function whyClosed(code: string, board: string, had: "a token" | "none"): string | undefined {
  switch (code) {
    case "unauthorized":
      return had === "none"
        ? "This server asks for a token, and this page has none."
        : "The server does not take this token: it may have ended, or be of another server.";
    case "forbidden":
      return `This token does not open the board ${board}: it takes one with subscribe:${board}.`;
    case "token-expired":
      return "The token has ended. Ask whoever runs this server for a new one.";
    case "token-revoked":
      return "The token was taken back. Ask whoever runs this server for a new one.";
    default:
      return undefined;
  }
}
