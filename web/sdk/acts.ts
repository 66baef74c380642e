/** What the session is told, and what it answers: the words between the pure machine and its shell. Nothing is done here. */
import type { Kind } from "./follow.ts";
import type { Connected, Entry, Frame, LifecycleFrame, Message, ShownRecord } from "./frames.ts";
import type { Over } from "./ways.ts";

/** What happened. */
export type Event =
  | { type: "start" }
  | { type: "token"; token: string | undefined }
  | { type: "opened" }
  | { type: "frame"; frame: Frame | null }
  /** Something came that is no frame: a stream's comment. */
  | { type: "alive" }
  | { type: "closed"; code: number }
  /** A handshake failed, and yet a plain request was answered. */
  | { type: "blocked" }
  /** A WebSocket could be opened beside the way that is taken. */
  | { type: "unblocked" }
  | { type: "shown"; record: ShownRecord }
  | { type: "tick" }
  | { type: "stop" };

/** What to do, in this order. */
export type Action =
  /** Find a token and say which: of the same one, or of none, too. */
  | { type: "fetch-token" }
  /** Open a connection over this, with these query parameters; of a way that takes one board at a time, several. */
  | { type: "open"; over: Over; params: Record<string, string>[]; token: string | undefined }
  /** Try whether a WebSocket can be had, and keep what there is. */
  | { type: "probe"; token: string | undefined }
  | { type: "send"; message: Message }
  /** End the connection; its close is not awaited. */
  | { type: "drop" }
  | { type: "connected"; connected: Connected }
  | { type: "entry"; entry: Entry }
  /** The replica was replaced. */
  | { type: "snapshot"; board: string }
  | { type: "reset"; board: string; reason: string }
  | { type: "lifecycle"; frame: LifecycleFrame }
  | { type: "error"; code: string; detail: string; board: string | undefined };

/** Who connects. */
export interface Options {
  boards: readonly string[];
  terminal: Kind;
  name: string | undefined;
}
