/**
 * The server's public interface as functions, and its problems as errors. It keeps nothing but the clock's offset, and
 * knows no path that PROTOCOL.md does not name.
 */
import type { Notice, Policy, Screen } from "../sdk/frames.ts";
import type { NoticeDraft, Published } from "../sdk/publish.ts";
import { session } from "./session.ts";
import type { Word } from "./words.ts";

/** No answer within this, ms, is none. */
const TIMEOUT_MS = 15_000;
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
