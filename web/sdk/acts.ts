/** What the session is told, and what it answers: the words between the pure machine and its shell. Nothing is done here. */
import type { Kind } from "./follow.ts";
import type { Connected, Entry, Frame, HelloFrame, LifecycleFrame, Message } from "./frames.ts";

/** What happened. */
export type Event =
  | { type: "start" }
  | { type: "token"; token: string | undefined }
  | { type: "opened" }
  | { type: "frame"; frame: Frame | null }
  | { type: "closed"; code: number }
  | { type: "tick" }
  | { type: "stop" };

/** What to do, in this order. */
export type Action =
  /** Find a token and say which: of the same one, or of none, too. */
  | { type: "fetch-token" }
  /** Open a connection with these query parameters. */
  | { type: "open"; params: Record<string, string>; token: string | undefined }
  | { type: "send"; message: Message }
  /** End the connection; its close is not awaited. */
  | { type: "drop" }
  | Told;

/** What is to be told to who listens: an event of the connection, by its name. */
export type Told =
  | { type: "state"; connected: Connected }
  | { type: "entry"; board: string; entry: Entry }
  /** The replica was replaced. */
  | { type: "snapshot"; board: string }
  | { type: "reset"; board: string; reason: string }
  | LifecycleFrame
  | HelloFrame
  | { type: "error"; code: string; detail: string; board: string | undefined };

/** Who connects. */
export interface Options {
  boards: readonly string[];
  terminal: Kind;
  name: string | undefined;
}
