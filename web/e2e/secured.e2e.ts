/** The walk of someone new to a server with keys: init, serve, token, publish, and the page that carries a token. */
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { board, onRibbon, status } from "./glass.ts";
import { freePort, Running } from "./parts.ts";
import { BINARY, expect, test as base } from "./server.ts";

/** Longer than the longest back-off, ms. */
const BACK_MS = 40_000;

/** A server with keys in a folder of its own, set up by the commands that people type. */
class Secured {
  readonly #folder: string;
  readonly url: string;
  readonly #process: Running;

  private constructor(folder: string, url: string, process: Running) {
    this.#folder = folder;
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<Secured> {
    const folder = await mkdtemp(join(tmpdir(), "marquee-secured-"));
    const listen = `127.0.0.1:${await freePort()}`;
    run(["init", "--dir", folder, "--listen", listen]);
    const process = new Running(BINARY, ["serve", "--config", join(folder, "marquee.toml")]);
    await process.ready(() => /listening on (http:\/\/\S+)/.exec(process.said)?.[1]);
    return new Secured(folder, `http://${listen}`, process);
  }

  token(scope: string, ttl = 900): string {
    const config = join(this.#folder, "marquee.toml");
    return run(["token", "--config", config, "--sub", "e2e", "--scope", scope, "--ttl", String(ttl)]);
  }

  /** Takes back what there is of tokens of this test. */
  async revoke(): Promise<void> {
    const file = join(this.#folder, "operator.token");
    const config = join(this.#folder, "marquee.toml");
    await writeFile(file, run(["token", "--config", config, "--sub", "operator", "--scope", "admin"]));
    run(["revoke", "--server", this.url, "--token-file", file, "--sub", "e2e"]);
  }

  /** Publishes as a program does, its token in a file; the id. */
  async publish(text: string): Promise<string> {
    const file = join(this.#folder, "cms.token");
    await writeFile(file, this.token("publish:main"));
    return JSON.parse(run(["publish", "--server", this.url, "--token-file", file, "--json", text])).id;
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const run = (args: readonly string[]): string =>
  execFileSync(BINARY, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

const test = base.extend<{ secured: Secured }>({
  secured: async ({ browserName: _ }, use) => {
    const server = await Secured.start();
    await use(server);
    await server.stop();
  },
});

const live = (page: Page): Promise<void> =>
  expect(status(page)).toHaveAttribute("data-connected", "live", { timeout: BACK_MS });

test("a board is opened by the token of the address, which is gone from it at once and stays with the tab", async ({ page, secured }) => {
  const token = secured.token("subscribe:main");
  await page.goto(`${secured.url}/boards/main#token=${token}`);
  await live(page);
  expect(page.url()).toBe(`${secured.url}/boards/main`);
  await expect(page.locator("#access")).toBeHidden();
  const id = await secured.publish("hello from a program with a token");
  await expect(onRibbon(page, id).first()).toBeAttached();
  expect(await board(page).getAttribute("token")).toBeNull();
  expect(await page.content()).not.toContain(token);
  await expect(page.locator("#command")).toContainText("$MARQUEE_TOKEN");
  await page.screenshot({ path: "e2e/results/secured.png" });
  await page.reload();
  await live(page);
});

test("a page without a token says so, takes one that is pasted, and says what is wrong with another", async ({ page, secured }) => {
  await page.goto(`${secured.url}/boards/main`);
  const why = page.locator("#access-why");
  await expect(why).toContainText("has none");
  await page.screenshot({ path: "e2e/results/closed.png" });
  const paste = async (text: string): Promise<void> => {
    await page.getByLabel("Token").fill(text);
    await page.getByRole("button", { name: "Open the board" }).click();
  };
  await paste("nonsense");
  await expect(page.locator("#access-fault")).toContainText("no token");
  await page.screenshot({ path: "e2e/results/closed-fault.png" });
  await paste(secured.token("subscribe:other"));
  await expect(why).toContainText("subscribe:main");
  await paste("eyJh.eyJz.c2ln");
  await expect(why).toContainText("does not take this token");
  await paste(`Bearer ${secured.token("subscribe:main")}`);
  await live(page);
  await expect(page.locator("#access")).toBeHidden();
});

test("a token that ends is followed by a fresh one on the same connection", async ({ page, secured }) => {
  const sockets: string[] = [];
  const heard: string[] = [];
  page.on("websocket", (socket) => {
    sockets.push(socket.url());
    socket.on("framereceived", ({ payload }) => heard.push(JSON.parse(String(payload)).type));
  });
  // With the leeway of 30 s it has less than a minute to live: that is told as soon as it has come.
  const tokens = [secured.token("subscribe:main", 25), secured.token("subscribe:main")];
  await page.goto(`${secured.url}/boards/main`);
  await expect(page.locator("#access")).toBeVisible();
  sockets.length = 0;
  await board(page).evaluate((element, fresh) => {
    Object.assign(element, { token: () => Promise.resolve(fresh.length > 1 ? fresh.shift() : fresh[0]) });
  }, tokens);
  await live(page);
  await expect.poll(() => heard).toContain("token_ok");
  expect(heard.indexOf("token_expiring")).toBeLessThan(heard.indexOf("token_ok"));
  const id = await secured.publish("still here");
  await expect(onRibbon(page, id).first()).toBeAttached();
  expect(sockets.length).toBe(1);
});

test("a page whose token is taken back is closed at once, and says so", async ({ page, secured }) => {
  await page.goto(`${secured.url}/boards/main#token=${secured.token("subscribe:main")}`);
  await live(page);
  await secured.revoke();
  await expect(page.locator("#access-why")).toContainText("taken back");
  await page.screenshot({ path: "e2e/results/revoked.png" });
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing serious on a closed board in ${colorScheme}`, async ({ page, secured }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${secured.url}/boards/main`);
    await expect(page.locator("#access")).toBeVisible();
    await page.getByRole("button", { name: "Open the board" }).click();
    await expect(page.locator("#access-fault")).not.toBeEmpty();
    if (colorScheme === "light") await page.screenshot({ path: "e2e/results/closed-light.png" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });
}
