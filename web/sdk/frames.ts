/** What the server and a terminal say to each other, as types. It holds no behaviour; `parse.ts` reads what came. */

/** How urgent a notice is, the most urgent first. */
export type Level = "URGENT" | "WARNING" | "INFO" | "LOW";

/** Every level, the most urgent first. */
export const LEVELS: readonly Level[] = ["URGENT", "WARNING", "INFO", "LOW"];

/** What a policy says of one level. */
export interface LevelPolicy {
  /** Its share of the ribbon against other levels. */
  weight: number;
  /** Whether a notice of it is held on top when it starts. */
  play: "scroll" | "pin";
  /** How long it is held, ms. */
  hold_ms: number;
  /** `#rrggbb`. */
  color: string;
}

/** How a board plays. */
export interface Policy {
  /** Cells a second. */
  speed: number;
  /** Cells between two notices. */
  gap: number;
  ttl: number;
  max_active: number;
  fold_ms: number;
  /** How long a pin is held at least while others wait, ms. */
  pin_min_ms: number;
  /** How many may wait to be pinned. */
  pin_queue: number;
  /** How long the ribbon moves between two pins, ms. */
  breath_ms: number;
  levels: Record<Level, LevelPolicy>;
}

/** One message to show. */
export interface Notice {
  id: string;
  /** The version of its newest put. */
  rev: number;
  level: Level;
  text: string;
  html?: string;
  tags: string[];
  key?: string;
  link?: string;
  data?: Record<string, unknown>;
  /** How wide its text is. */
  cells: number;
  /** How many publishes it stands for. */
  count: number;
  starts_at: number;
  expires_at: number;
  trace_id: string;
}

interface EntryOf<T extends string> {
  type: T;
  board: string;
  cursor: string;
  version: number;
  at: number;
}

export interface PutEntry extends EntryOf<"put"> {
  notice: Notice;
}
export interface DeleteEntry extends EntryOf<"delete"> {
  id: string;
  reason: string;
}
export interface PolicyEntry extends EntryOf<"policy"> {
  policy: Policy;
}

/** One change of a board. */
export type Entry = PutEntry | DeleteEntry | PolicyEntry;

/** An active notice of a snapshot: with its place among equals and what it has used of its turns. */
export interface SnapshotNotice extends Notice {
  version: number;
  started: boolean;
  pass: number;
}

/** A stretch of the ribbon, with the notice as it was when it entered. */
export interface Slot {
  head: number;
  end: number;
  notice: Notice;
}

/** One notice on top while the ribbon stands still. */
export interface Pin {
  from: number;
  until: number;
  notice: Notice;
}

/** The part of a snapshot that the timeline is made of. */
export interface SnapshotTimeline {
  now: number;
  x: number;
  floor: number;
  last: string | null;
  rest: number;
  queue: string[];
  slot: Slot | null;
  trail: Slot[];
  pin: Pin | null;
}

/** A board's whole state as of one entry. */
export interface SnapshotFrame {
  type: "snapshot";
  board: string;
  cursor: string;
  at: number;
  policy: Policy;
  notices: SnapshotNotice[];
  timeline: SnapshotTimeline | null;
}

export interface HelloFrame {
  type: "hello";
  session: string;
  server_time: number;
}
export interface SubscribedFrame {
  type: "subscribed";
  board: string;
  head: string;
  resume: string;
}
export interface ResetFrame {
  type: "reset";
  board: string;
  reason: string;
}
export interface BookmarkFrame {
  type: "bookmark";
  board: string;
  cursor: string;
  at: number;
}
export interface PongFrame {
  type: "pong";
  ts: number;
  server_time: number;
}
export interface ErrorFrame {
  type: "error";
  code: string;
  detail: string;
  board?: string;
}
export interface ByeFrame {
  type: "bye";
  code: number;
  reason: string;
  retry_after_ms?: number;
}
export interface TokenExpiringFrame {
  type: "token_expiring";
  in_ms: number;
}
/** A token that was sent in band is the connection's from now on. */
export interface TokenOkFrame {
  type: "token_ok";
  /** When it ends, ms of the server; absent: never. */
  token_expires_at?: number;
}

/** What has become of a notice; `admin` terminals alone are told. */
export interface LifecycleFrame {
  type: "lifecycle";
  board: string;
  id: string;
  /** `accepted`, `stored`, `delivered`, `shown`, `deleted` or `expired`. */
  stage: string;
  at: number;
}

/** A frame of the server that a terminal acts on. */
export type Frame =
  | HelloFrame
  | SubscribedFrame
  | ResetFrame
  | SnapshotFrame
  | Entry
  | BookmarkFrame
  | PongFrame
  | ErrorFrame
  | ByeFrame
  | TokenExpiringFrame
  | TokenOkFrame
  | LifecycleFrame;

/** How a notice left the glass: played to its end; hurried away by another pin; over while it was on; taken away; not drawn. */
export type Outcome = "completed" | "preempted" | "expired" | "cut" | "failed";

/** What was really on one glass. */
export interface ShownRecord {
  board: string;
  id: string;
  rev: number;
  play?: "scroll" | "pin";
  /** When it came on, and when it had left, ms of the server. */
  from: number;
  until: number;
  outcome: Outcome;
  /** The server's clock minus the terminal's own, ms. */
  offset_ms?: number;
}

/** What a terminal says. */
export type Message =
  | ({ type: "shown" } & ShownRecord)
  | { type: "subscribe"; board: string; last_seen?: string }
  | { type: "ping"; ts: number }
  | { type: "token"; token: string };

/** A stretch of the ribbon, as a screen tells it. */
export interface Shown {
  id: string;
  rev: number;
  head: number;
  end: number;
}

/** What every screen of a board shows at one time: the object of `GET /v1/boards/{board}/now`. */
export interface Screen {
  at: number;
  board: string;
  cursor: string | null;
  x: number | null;
  pin: { id: string; rev: number; from: number; until: number } | null;
  slot: Shown | null;
  trail: Shown[] | null;
  active: string[] | null;
}

/** How a terminal is connected: it has all there is; it is on its way there; it is out of touch. */
export type Connected = "live" | "catching-up" | "offline";
