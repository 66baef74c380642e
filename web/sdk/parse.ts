/**
 * Reads one frame: a text from the network becomes a frame that is known and whole, or nothing. What is missing
 * here would be a crash or an endless loop in the timeline. It never throws.
 */
import { type Frame, type Level, LEVELS, type SnapshotFrame } from "./frames.ts";

type Json = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const object = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === "string";
const integer: Check = (value) => Number.isSafeInteger(value);
const whole: Check = (value) => integer(value) && (value as number) >= 0;
const positive: Check = (value) => whole(value) && value !== 0;
/** It may be missing. */
const maybe = (check: Check): Check => (value) => value === null || value === undefined || check(value);
const list = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
/** An object whose members are as told; others are passed over. */
const shape = (members: Record<string, Check>): Check => (value) =>
  object(value) && Object.keys(members).every((name) => members[name]?.(value[name]));

const levelPolicy = shape({ weight: positive, hold_ms: whole, play: text });
const policy = shape({
  speed: positive,
  gap: whole,
  pin_min_ms: whole,
  pin_queue: whole,
  breath_ms: whole,
  levels: shape(Object.fromEntries(LEVELS.map((level) => [level, levelPolicy]))),
});
const noticeMembers = {
  id: text,
  text,
  level: (value: unknown) => LEVELS.includes(value as Level),
  rev: whole,
  cells: whole,
  starts_at: whole,
  expires_at: whole,
  tags: maybe(list(text)),
  link: maybe(text),
};
const notice = shape(noticeMembers);
const slot = shape({ head: whole, end: whole, notice });
const board = { board: text };
const placed = { ...board, cursor: text };
const entry = { ...placed, version: whole, at: whole };
const snapshot = shape({
  ...placed,
  policy,
  notices: list(shape({ ...noticeMembers, version: whole, pass: whole })),
  timeline: maybe(
    shape({
      now: whole,
      x: whole,
      floor: whole,
      rest: whole,
      last: maybe(text),
      queue: list(text),
      trail: list(slot),
      slot: maybe(slot),
      pin: maybe(shape({ from: whole, until: whole, notice })),
    }),
  ),
});

/** Whether a value is a snapshot that a replica can be made of. */
export function isSnapshot(value: unknown): value is SnapshotFrame {
  return snapshot(value);
}

const CHECKS: Record<Frame["type"], Check> = {
  hello: shape({ server_time: whole }),
  subscribed: shape({ ...board, head: text, resume: text }),
  reset: shape(board),
  snapshot,
  put: shape({ ...entry, notice }),
  delete: shape({ ...entry, id: text }),
  policy: shape({ ...entry, policy }),
  bookmark: shape({ ...placed, at: whole }),
  pong: shape({ ts: integer, server_time: whole }),
  error: shape({ code: text }),
  bye: shape({ code: whole, retry_after_ms: maybe(whole) }),
  token_expiring: shape({ in_ms: whole }),
  lifecycle: shape({ ...board, id: text, stage: text, at: whole }),
  token_ok: shape({ token_expires_at: maybe(whole) }),
};

/** The frame of a text; `null` for a type that this release does not know, and for anything that is not whole. */
export function parseFrame(message: string): Frame | null {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return null;
  }
  if (!object(value) || !Object.hasOwn(CHECKS, value.type as string)) return null;
  return CHECKS[value.type as Frame["type"]](value) ? (value as unknown as Frame) : null;
}

/** A cursor taken apart: opaque to clients, but a terminal checks that versions grow by one. */
export interface Position {
  epoch: string;
  version: number;
}

/** The position of a cursor; `null` if it is none. */
export function parseCursor(cursor: string): Position | null {
  const match = /^([a-z0-9]{8,32})\.(0|[1-9][0-9]{0,15})$/.exec(cursor);
  const version = Number(match?.[2]);
  return match?.[1] !== undefined && Number.isSafeInteger(version) ? { epoch: match[1], version } : null;
}
