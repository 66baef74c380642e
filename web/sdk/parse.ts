/**
 * Reads one frame: a text from the network becomes a frame that is known and whole, or nothing. What is missing
 * here would be a crash or an endless loop in the timeline. It never throws.
 */
import { type Frame, LEVELS, type Notice, type Pin, type Policy, type Slot, type SnapshotFrame } from "./frames.ts";

type Json = Record<string, unknown>;

const object = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): value is string => typeof value === "string";
const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isPolicy(value: unknown): value is Policy {
  if (!object(value) || !object(value.levels)) return false;
  const levels = value.levels;
  return (
    whole(value.speed) &&
    value.speed >= 1 &&
    [value.gap, value.pin_min_ms, value.pin_queue, value.breath_ms].every(whole) &&
    LEVELS.every((name) => {
      const level = levels[name];
      return object(level) && whole(level.weight) && level.weight >= 1 && whole(level.hold_ms) && text(level.play);
    })
  );
}

function isNotice(value: unknown): value is Notice {
  return (
    object(value) &&
    text(value.id) &&
    text(value.text) &&
    (LEVELS as readonly unknown[]).includes(value.level) &&
    [value.rev, value.cells, value.starts_at, value.expires_at].every(whole) &&
    (value.tags === undefined || (Array.isArray(value.tags) && value.tags.every(text))) &&
    (value.link === undefined || text(value.link))
  );
}

const isSlot = (value: unknown): value is Slot =>
  object(value) && whole(value.head) && whole(value.end) && isNotice(value.notice);
const isPin = (value: unknown): value is Pin =>
  object(value) && whole(value.from) && whole(value.until) && isNotice(value.notice);
const absent = (value: unknown): boolean => value === null || value === undefined;

function isTimeline(value: unknown): boolean {
  return (
    object(value) &&
    [value.now, value.x, value.floor, value.rest].every(whole) &&
    (absent(value.last) || text(value.last)) &&
    Array.isArray(value.queue) &&
    value.queue.every(text) &&
    Array.isArray(value.trail) &&
    value.trail.every(isSlot) &&
    (absent(value.slot) || isSlot(value.slot)) &&
    (absent(value.pin) || isPin(value.pin))
  );
}

/** Whether a value is a snapshot that a replica can be made of. */
export function isSnapshot(value: unknown): value is SnapshotFrame {
  return (
    object(value) &&
    text(value.board) &&
    text(value.cursor) &&
    isPolicy(value.policy) &&
    Array.isArray(value.notices) &&
    value.notices.every(
      (notice) => isNotice(notice) && object(notice) && whole(notice.version) && whole(notice.pass),
    ) &&
    (absent(value.timeline) || isTimeline(value.timeline))
  );
}

const isEntry = (value: Json): boolean =>
  text(value.board) && text(value.cursor) && whole(value.version) && whole(value.at);

const CHECKS: Record<Frame["type"], (value: Json) => boolean> = {
  hello: (value) => whole(value.server_time),
  subscribed: (value) => text(value.board) && text(value.head) && text(value.resume),
  reset: (value) => text(value.board),
  snapshot: isSnapshot,
  put: (value) => isEntry(value) && isNotice(value.notice),
  delete: (value) => isEntry(value) && text(value.id),
  policy: (value) => isEntry(value) && isPolicy(value.policy),
  bookmark: (value) => text(value.board) && text(value.cursor) && whole(value.at),
  pong: (value) => Number.isSafeInteger(value.ts) && whole(value.server_time),
  error: (value) => text(value.code),
  bye: (value) => whole(value.code),
  token_expiring: (value) => whole(value.in_ms),
  lifecycle: (value) => text(value.board) && text(value.id) && text(value.stage) && whole(value.at),
  token_ok: (value) => absent(value.token_expires_at) || whole(value.token_expires_at),
};

/** The frame of a text; `null` for a type that this release does not know, and for anything that is not whole. */
export function parseFrame(message: string): Frame | null {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return null;
  }
  if (!object(value) || !text(value.type) || !Object.hasOwn(CHECKS, value.type)) return null;
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
