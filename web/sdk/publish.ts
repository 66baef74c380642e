/** Publishes one notice. It does not repeat by itself: repeating with the same id is safe, and the caller's choice. */
import { address } from "./address.ts";
import type { Level } from "./frames.ts";
import type { Token } from "./options.ts";

/** A notice to publish; the server fills in what is absent. */
export interface NoticeDraft {
  /** @default a new one */
  id?: string;
  /** @default "main" */
  board?: string;
  /** @default "INFO" */
  level?: Level | Lowercase<Level>;
  /** Required unless `html` is given. */
  text?: string;
  /** @default none */
  html?: string;
  /** @default [] */
  tags?: string[];
  /**
   * What the notice is about: a new one with that key takes the place of the active one.
   * @default none
   */
  key?: string;
  /**
   * Seconds.
   * @default the policy's
   */
  ttl?: number;
  /**
   * RFC 3339.
   * @default now
   */
  starts_at?: string;
  /** @default none */
  link?: string;
  /** @default none */
  data?: Record<string, unknown>;
}

/** What the server answered. */
export interface Published {
  id: string;
  board: string;
  version: number;
  epoch: string;
  cursor: string;
  status: "accepted" | "duplicate" | "replaced" | "folded";
  expires_at: string;
  trace_id: string;
}

/** A fault, as RFC 9457 has it. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  trace_id?: string;
  errors?: { pointer: string; detail: string }[];
}

/** The server did not take the notice. */
export class PublishError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? `the server answered ${status}`);
    this.name = "PublishError";
    this.status = status;
    this.problem = problem;
  }
}

export interface PublishOptions {
  /**
   * A token, or a function that returns (a promise of) one.
   * @default none: for a server without keys
   */
  token?: Token;
}

/** Publishes a notice on the server `src`; `undefined` is the origin of the page. */
export async function publish(
  src: string | undefined,
  notice: NoticeDraft,
  { token }: PublishOptions = {},
): Promise<Published> {
  const bearer = typeof token === "function" ? await token() : token;
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  const answer = await fetch(address(src, "/v1/notify"), { method: "POST", headers, body: JSON.stringify(notice) });
  const body: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new PublishError(answer.status, body as Problem);
  return body as Published;
}
