/**
 * What the browser tests need of the machine: where it is, and how a process of it is started, asked and stopped.
 * It never stops a process that it did not start.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

/** How long a process may take until it is ready, ms. */
export const READY_MS = 20_000;
/** How long it may take to end when it is asked to, ms. */
const END_MS = 3_000;
/** How much of what it says is kept, to be shown when it fails. */
const LINES_MAX = 40;

function which(name: string): string | undefined {
  try {
    return execFileSync("which", [name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || undefined;
  } catch {
    return undefined;
  }
}

export const chromiumPath = (): string | undefined => which("chromium");

export function alertmanagerPath(): string | undefined {
  const path = "/usr/bin/prometheus-alertmanager";
  return existsSync(path) ? path : undefined;
}

export function nginxPath(): string | undefined {
  const path = "/usr/sbin/nginx";
  return existsSync(path) ? path : undefined;
}

/** Why a test that needs a part is to be skipped; with `CI=true` a part that is missing is a failure. */
export function missing(part: string, path: string | undefined): string | undefined {
  if (path) return undefined;
  const reason = `${part} is not installed: skipped`;
  if (process.env.CI === "true") throw new Error(`${part} is not installed, and CI=true wants every part`);
  console.warn(reason);
  return reason;
}

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (typeof address !== "object" || !address) throw new Error("no free port was found");
  return address.port;
}

/** A process of this test. */
export class Running {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #lines: string[] = [];
  readonly #ended: Promise<void>;
  #fault = "";

  constructor(path: string, args: readonly string[]) {
    this.#name = path;
    this.#child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#ended = new Promise((done) => {
      this.#child.once("exit", () => done());
      this.#child.once("error", (error) => {
        this.#fault = String(error);
        done();
      });
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      let rest = "";
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() ?? "";
        this.#lines.push(...lines);
        this.#lines.splice(0, this.#lines.length - LINES_MAX);
      });
    }
  }

  get lives(): boolean {
    return this.#fault === "" && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** What it said last. */
  get said(): string {
    return this.#lines.join("\n");
  }

  /** Asks until there is an answer; a process that ended, or takes too long, is an error that shows what it said. */
  async ready<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
    const until = Date.now() + READY_MS;
    while (this.lives && Date.now() < until) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await new Promise((done) => setTimeout(done, 25));
    }
    const how = this.lives ? `was not ready after ${READY_MS} ms` : `ended before it was ready ${this.#fault}`;
    throw new Error(`${this.#name} ${how}. It said:\n${this.said}`);
  }

  async kill(): Promise<void> {
    if (this.lives) this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** Asks it to end, and ends it if it does not. */
  async stop(): Promise<void> {
    if (!this.lives) return;
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), END_MS);
    await this.#ended;
    clearTimeout(late);
  }
}
