/** What the console's browser tests share: where it is opened, what stands on the boards, what axe may not find. It tests nothing itself. */
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { freePort, Running } from "./parts.ts";
import { BINARY, type Server, test as base } from "./server.ts";

/** Opens a view and waits until it is there. */
export async function openConsole(page: Page, url: string, view = "/boards"): Promise<void> {
  await page.goto(`${url}/console#${view}`);
  await expect(page.locator("mq-console main h1")).toBeVisible();
}

/** Rows of the table of active notices. */
export const rows = (page: Page): Locator => page.locator("mq-notices tbody tr");

/** The glass of the board's own view. */
export const glass = (page: Page): Locator => page.locator("mq-board .wall marquee-board");

/** axe, on everything that is there: not one violation, of whatever weight. */
export async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
}

/** Tells the server what a terminal of this name had on its glass, as the page's own origin may; it is there when it has answered. */
export async function report(page: Page, board: string, name: string, records: readonly Record<string, unknown>[]): Promise<void> {
  await page.evaluate(
    ([board, name, records]) =>
      new Promise<void>((done, failed) => {
        const query = new URLSearchParams({ board, terminal: "web", name });
        const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/v1/ws?${query}`, ["marquee.v1.json"]);
        socket.onerror = () => failed(new Error("no socket"));
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(data as string) as { type: string };
          if (frame.type === "error") failed(new Error(data as string));
          if (frame.type === "subscribed") {
            for (const record of records) socket.send(JSON.stringify({ type: "shown", board, ...record }));
            socket.send(JSON.stringify({ type: "ping", ts: 1 }));
          }
          if (frame.type === "pong") {
            socket.close();
            done();
          }
        };
      }),
    [board, name, records] as const,
  );
}

/** Boards as they are in a control room: in English and Chinese, with emoji, with some that are old and one that is to come. */
export async function furnish(server: Server): Promise<void> {
  const put = (board: string, notice: Record<string, unknown>) => server.publish({ board, ...notice });
  await put("ops", {
    id: "db-3-disk",
    level: "WARNING",
    text: "The disk of db-3 is 91 % full: it lasts until about 04:00",
    tags: ["db", "disk"],
    key: "db-3/disk",
    ttl: 7200,
    link: "https://runbooks.example/db-3/disk",
  });
  await put("ops", {
    id: "deploy-4812",
    level: "INFO",
    text: "Release 4.8.12 is out in eu-west 🚀 12 of 40 hosts",
    tags: ["deploy"],
    ttl: 1800,
  });
  await put("ops", {
    id: "oncall",
    level: "LOW",
    text: "On call tonight: 李娜, then Tomás from 06:00",
    tags: ["people"],
    ttl: 43200,
  });
  await put("ops", {
    id: "payment-gw",
    level: "URGENT",
    text: "支付网关超时:正在切换到备用线路",
    tags: ["支付", "网络"],
    key: "payment-gw",
    ttl: 900,
  });
  await put("ops", {
    id: "cert-api",
    level: "WARNING",
    text: "The certificate of api.example.com ends in 6 days",
    tags: ["tls"],
    key: "cert/api",
    ttl: 86400,
  });
  await put("ops", {
    id: "maint-sunday",
    level: "INFO",
    text: "Sunday 02:00 to 04:00: switch maintenance in hall 2 🔧",
    tags: ["planned"],
    ttl: 14400,
    starts_at: new Date(Date.now() + 5_400_000).toISOString(),
  });
  await put("ops", {
    id: "backup-ok",
    level: "LOW",
    text: "Nightly backup finished: 2.1 TB in 3 h 12 min ✅",
    tags: ["backup"],
    ttl: 21600,
  });
  await put("lobby", { level: "INFO", text: "欢迎光临 · Welcome · ようこそ", ttl: 86400 });
  await put("lobby", { level: "INFO", text: "The cafeteria closes at 14:30 today 🍜", ttl: 9000 });
  await put("lobby", { level: "LOW", text: "Lost and found: a blue umbrella, at the desk ☂️", ttl: 30000 });
  await put("platform-2", { level: "INFO", text: "G1047 广州南 15:20 正点 · Guangzhou South, on time", ttl: 3600 });
  await put("platform-2", { level: "WARNING", text: "D2281 深圳北 晚点约 12 分钟 · about 12 min late", key: "D2281", ttl: 3600 });
  await put("newsroom", { level: "INFO", text: "Markets: SSE 3,412.08 ▲ 0.6 %", key: "sse", ttl: 1200 });
}

/** The client that a locked server knows, with what it may, and the one that may only look. */
export const CLIENTS = {
  operator: { id: "desk", secret: "a-secret-of-the-desk-1", scope: "admin" },
  viewer: { id: "lobby", secret: "a-secret-of-the-lobby-1", scope: "subscribe:ops" },
} as const;

/** A server with keys and two clients, in a folder of its own. */
export class Locked {
  readonly #folder: string;
  readonly #process: Running;
  readonly url: string;

  private constructor(folder: string, url: string, process: Running) {
    this.#folder = folder;
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<Locked> {
    const folder = await mkdtemp(join(tmpdir(), "marquee-console-"));
    const listen = `127.0.0.1:${await freePort()}`;
    execFileSync(BINARY, ["init", "--dir", folder, "--listen", listen], { stdio: ["ignore", "ignore", "ignore"] });
    const config = join(folder, "marquee.toml");
    const clients = Object.values(CLIENTS).map(
      ({ id, secret, scope }) => `\n[[auth.clients]]\nclient_id = "${id}"\nclient_secret = "${secret}"\nscope = "${scope}"\n`,
    );
    await appendFile(config, clients.join(""));
    const process = new Running(BINARY, ["serve", "--config", config]);
    await process.ready(() => /listening on (http:\/\/\S+)/.exec(process.said)?.[1]);
    return new Locked(folder, `http://${listen}`, process);
  }

  token(scope: string, ttl = 900): string {
    const args = ["token", "--config", join(this.#folder, "marquee.toml"), "--sub", "e2e", "--scope", scope, "--ttl", String(ttl)];
    return execFileSync(BINARY, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  }

  async publish(notice: Record<string, unknown>): Promise<void> {
    const answer = await fetch(`${this.url}/v1/notify`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token("publish:*")}` },
      body: JSON.stringify(notice),
    });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}: ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The test with a locked server of its own. */
export const lockedTest = base.extend<{ locked: Locked }>({
  locked: async ({ browserName: _ }, use) => {
    const server = await Locked.start();
    await use(server);
    await server.stop();
  },
});
