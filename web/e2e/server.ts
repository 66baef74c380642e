/** A real server for a browser test, on data of its own: it can be killed, and started again on the same port. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base } from "@playwright/test";
import { chromiumPath, missing, Running } from "./parts.ts";

/** The server's binary. */
export const BINARY = process.env.MARQUEE_BIN ?? fileURLToPath(new URL("../../target/debug/marquee", import.meta.url));

/** What a publish answers, as far as the tests look at it. */
export interface Answer {
  id: string;
  version: number;
  cursor: string;
  status: string;
}

export class Server {
  readonly #data: string;
  #process: Running | null = null;
  /** Where it listens; the same after a restart. */
  url = "";

  private constructor(data: string) {
    this.#data = data;
  }

  static async start(): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), "marquee-e2e-")));
    try {
      await server.restart();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Starts it on its data, and on its port if it has had one. */
  async restart(): Promise<void> {
    const listen = this.url ? new URL(this.url).host : "127.0.0.1:0";
    const started = new Running(BINARY, ["serve", "--listen", listen, "--data", this.#data]);
    this.#process = started;
    this.url = await started.ready(() => /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(started.said)?.[1]);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
    await rm(this.#data, { recursive: true, force: true });
  }

  publish(notice: Record<string, unknown>): Promise<Answer> {
    return this.#send("POST", "/v1/notify", notice);
  }

  async remove(board: string, id: string): Promise<void> {
    const answer = await fetch(`${this.url}/v1/boards/${board}/notices/${id}`, { method: "DELETE" });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}: ${await answer.text()}`);
  }

  /** Gives a board a policy of its own. */
  async play(board: string, policy: Record<string, unknown>): Promise<void> {
    await this.#send("PUT", `/v1/boards/${board}/policy`, policy);
  }

  async #send(method: string, path: string, body: Record<string, unknown>): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}

/** Playwright's test with a server of its own. */
export const test = base.extend<{ server: Server }>({
  server: async ({ browserName: _ }, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  },
});

const reason = missing("chromium", chromiumPath());
test.skip(reason !== undefined, reason ?? "");

export { expect } from "@playwright/test";
