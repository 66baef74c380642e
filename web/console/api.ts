/**
 * The server's public interface as functions, and its problems as errors. It keeps nothing but the clock's offset, and
 * knows no path that PROTOCOL.md does not name.
 */
import type { Notice, Outcome, Policy, Screen } from "../sdk/frames.ts";
import type { NoticeDraft, Published } from "../sdk/publish.ts";
import { session } from "./session.ts";
import type { Word } from "./words.ts";

/** No answer within this, ms, is none. */
const TIMEOUT_MS = 15_000;
/** A long answer is whole within this, ms. */
const LONG_MS = 120_000;
/** The longest page of a list. */
const PAGE = 1_000;

/** What is wrong at one place. */
export interface PointedFault {
  pointer: string;
  detail: string;
}

/** A refusal (RFC 9457), or a server that was not reached: status 0. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly errors: readonly PointedFault[];
  readonly slug: string;
  readonly traceId: string;

  constructor(
    status: number,
    problem: { type?: unknown; detail?: unknown; title?: unknown; errors?: unknown; trace_id?: unknown } = {},
  ) {
    const text = (value: unknown): string => (typeof value === "string" ? value : "");
    super(text(problem.detail) || text(problem.title));
    this.status = status;
    this.slug = text(problem.type).replace(/^.*\//, "");
    this.traceId = text(problem.trace_id);
    this.errors = Array.isArray(problem.errors) ? problem.errors.filter(isFault) : [];
  }

  /** What it is, in a word of the dictionary. */
  get word(): Word {
    const known = {
      0: "eNetwork",
      401: "e401",
      403: "e403",
      404: "e404",
      409: "e409",
      413: "e413",
      422: "e422",
      429: "e429",
      503: "e503",
    } as const;
    return known[this.status as keyof typeof known] ?? "eOther";
  }

  /** Faults by their place; those below `prefix` only, without it. */
  at(prefix = ""): Map<string, string> {
    return new Map(
      this.errors
        .filter(({ pointer }) => pointer.startsWith(prefix))
        .map(({ pointer, detail }) => [pointer.slice(prefix.length), detail]),
    );
  }
}

const isFault = (value: unknown): value is PointedFault =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as PointedFault).pointer === "string" &&
  typeof (value as PointedFault).detail === "string";

/** Any failure as one of ours. */
export const asError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError(0));

/** A body and the ETag that came with it. */
export interface Tagged<T> {
  body: T;
  etag: string;
}

interface Call {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  ifMatch?: string;
  signal?: AbortSignal | undefined;
}

async function call<T>(path: string, { method = "GET", body, ifMatch, signal }: Call = {}): Promise<Tagged<T>> {
  const token = await session.fresh();
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  if (ifMatch !== undefined) headers["if-match"] = ifMatch;
  const late = AbortSignal.timeout(TIMEOUT_MS);
  const asked = fetch(path, {
    method,
    headers,
    // Where signals cannot be joined the call ends by its time alone; who asked looks at his own.
    signal: signal && "any" in AbortSignal ? AbortSignal.any([signal, late]) : late,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  try {
    const { value, etag } = await answered(asked);
    if (token === undefined && path.startsWith("/v1/boards")) session.needed(false);
    return { body: value as T, etag };
  } catch (error) {
    if (asError(error).status === 401) session.refused(token);
    throw error;
  }
}

/** The body of an answer; a refusal, or none at all, is an error. */
async function answered(asked: Promise<Response>): Promise<{ value: unknown; etag: string }> {
  const answer = await asked.catch(() => {
    throw new ApiError(0);
  });
  const value: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, typeof value === "object" && value !== null ? value : {});
  return { value, etag: answer.headers.get("etag") ?? "" };
}

/** A token to ask with, and for how long an answer that may be long is waited for. */
async function long(path: string, signal: AbortSignal | undefined): Promise<Response> {
  const token = await session.fresh();
  const late = AbortSignal.timeout(LONG_MS);
  const answer = await fetch(path, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    signal: signal && "any" in AbortSignal ? AbortSignal.any([signal, late]) : late,
    cache: "no-store",
  }).catch(() => {
    throw new ApiError(0);
  });
  if (answer.ok) return answer;
  if (answer.status === 401) session.refused(token);
  throw new ApiError(answer.status, ((await answer.json().catch(() => null)) as object | null) ?? {});
}

/** The last lines of a text that comes in pieces: what is before them is let go at once. */
async function lastLines(answer: Response, most: number): Promise<{ lines: string[]; more: boolean }> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let [lines, rest, more]: [string[], string, boolean] = [[], "", false];
  for (;;) {
    const read = await reader?.read().catch(() => {
      throw new ApiError(0);
    });
    if (!read || read.done) return { lines: [...lines, rest].filter(Boolean).slice(-most), more };
    const found = (rest + read.value).split("\n");
    rest = found.pop() ?? "";
    lines.push(...found);
    if (lines.length > 2 * most) {
      lines = lines.slice(-most);
      more = true;
    }
  }
}

const of = (board: string): string => `/v1/boards/${encodeURIComponent(board)}`;
const noticeAt = (board: string, id: string): string => `${of(board)}/notices/${encodeURIComponent(id)}`;

export interface BoardItem {
  board: string;
  version: number;
  cursor: string;
  active: number;
}

/** A notice as lists show it: times in RFC 3339. */
export interface Listed extends Omit<Notice, "starts_at" | "expires_at"> {
  board: string;
  version: number;
  started: boolean;
  starts_at: string;
  expires_at: string;
}

export interface PolicyAnswer {
  version: number;
  cursor: string;
  own: boolean;
  policy: Policy;
}

export interface Stretch {
  from: number;
  until: number;
  id: string;
}

export interface Plan {
  slots: Stretch[];
  pins: Stretch[];
}

export interface TerminalItem {
  session: string;
  board: string;
  kind: string;
  transport: string;
  name?: string;
  since: string;
  cursor: string;
  lag: { versions: number; ms: number };
}

export type { Outcome };

/** A record of what was on a terminal's glass. */
export interface ShownItem {
  terminal: string;
  board: string;
  id: string;
  rev: number;
  play: "scroll" | "pin" | null;
  planned: string | null;
  in: string;
  out: string;
  outcome: Outcome;
  offset_ms: number | null;
}

export interface Stage {
  stage: string;
  at: string;
  terminals?: number;
  reason?: string;
}

export interface Lifecycle {
  id: string;
  board: string;
  version: number;
  rev: number;
  trace_id: string;
  stages: Stage[];
}

interface Page<T> {
  next: string | null;
  items: T[];
}

let offset = 0;

/** The server's clock as far as it is known, ms. */
export const serverNow = (): number => Date.now() + offset;

export const api = {
  /** Learns the server's clock. */
  async time(): Promise<void> {
    const before = Date.now();
    const { body } = await call<{ server_time: number }>("/v1/time");
    offset = body.server_time - (before + Date.now()) / 2;
  },
  /** The first thousand boards: what comes after them is told by `next`. */
  async boards(signal?: AbortSignal): Promise<Page<BoardItem>> {
    const { body } = await call<{ boards: BoardItem[]; next: string | null }>(`/v1/boards?limit=${PAGE}`, { signal });
    return { items: body.boards, next: body.next };
  },
  /** When the board's last entry was, ms: a time before it is taken as its. */
  async lastChange(board: string): Promise<number> {
    return (await call<Screen>(`${of(board)}/now?at=0`)).body.at;
  },
  async now(board: string): Promise<Screen> {
    return (await call<Screen>(`${of(board)}/now`)).body;
  },
  /** A board has at most a thousand active notices. */
  async notices(board: string, signal?: AbortSignal): Promise<Listed[]> {
    return (await call<{ notices: Listed[] }>(`${of(board)}/notices?limit=${PAGE}`, { signal })).body.notices;
  },
  async notice(board: string, id: string): Promise<Listed> {
    return (await call<Listed>(noticeAt(board, id))).body;
  },
  async publish(draft: NoticeDraft): Promise<Published> {
    return (await call<Published>("/v1/notify", { method: "POST", body: draft })).body;
  },
  async put(board: string, id: string, draft: NoticeDraft): Promise<Published> {
    return (await call<Published>(noticeAt(board, id), { method: "PUT", body: draft })).body;
  },
  async retract(board: string, id: string): Promise<void> {
    await call(noticeAt(board, id), { method: "DELETE" });
  },
  async lifecycle(board: string, id: string): Promise<Lifecycle> {
    return (await call<Lifecycle>(`${noticeAt(board, id)}/lifecycle`)).body;
  },
  policy: (board: string): Promise<Tagged<PolicyAnswer>> => call<PolicyAnswer>(`${of(board)}/policy`),
  savePolicy: (board: string, policy: Policy, ifMatch: string): Promise<Tagged<PolicyAnswer>> =>
    call<PolicyAnswer>(`${of(board)}/policy`, { method: "PUT", body: policy, ifMatch }),
  resetPolicy: (board: string, ifMatch: string): Promise<Tagged<PolicyAnswer>> =>
    call<PolicyAnswer>(`${of(board)}/policy`, { method: "DELETE", ifMatch }),
  async dryRun(board: string, policy: Policy, forMs: number): Promise<Plan> {
    return (await call<Plan>(`${of(board)}/policy/preview`, { method: "POST", body: { policy, for_ms: forMs } })).body;
  },
  async terminals(after?: string): Promise<Page<TerminalItem>> {
    const more = after === undefined ? "" : `&after=${encodeURIComponent(after)}`;
    const { body } = await call<{ terminals: TerminalItem[]; next: string | null }>(`/v1/terminals?limit=${PAGE}${more}`);
    return { items: body.terminals, next: body.next };
  },
  /** What was shown since then: the newest so many, newest first, and whether there are more. */
  async shown(board: string, from: number, most: number, signal?: AbortSignal): Promise<{ items: ShownItem[]; more: boolean }> {
    const path = `${of(board)}/shown?from=${new Date(from).toISOString()}&format=ndjson`;
    const { lines, more } = await lastLines(await long(path, signal), most + 1);
    const items = lines.slice(-most).map((line) => JSON.parse(line) as ShownItem);
    return { items: items.reverse(), more: more || lines.length > most };
  },
  /** The same as a file for a spreadsheet, whole. */
  async shownCsv(board: string, from: number): Promise<Blob> {
    const answer = await long(`${of(board)}/shown?from=${new Date(from).toISOString()}&format=csv`, undefined);
    return answer.blob().catch(() => {
      throw new ApiError(0);
    });
  },
  /** Logs in by a token that the server takes; one that it does not take ends no login that there is. */
  async takeToken(token: string): Promise<void> {
    await answered(fetch("/v1/boards?limit=1", { headers: { authorization: `Bearer ${token}` } }));
    session.take(token);
  },
  /** Logs a client in; a wrong secret is an error of this call, and ends no login that there is. */
  async logIn(id: string, secret: string): Promise<void> {
    const asked = fetch("/v1/auth/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id: id, client_secret: secret }),
    });
    session.takeTokens((await answered(asked)).value as Parameters<typeof session.takeTokens>[0]);
  },
};
