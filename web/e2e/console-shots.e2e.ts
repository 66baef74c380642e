/**
 * Pictures of every view, light and dark, on a wall's monitor and on a phone, for people to look at. It is run by hand
 * (`SHOTS=folder npx playwright test console-shots`): what a picture should be is not for a program to say.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CLIENTS, furnish, glass, lockedTest, openConsole, report } from "./console-parts.ts";
import { expect, test } from "./server.ts";

const FOLDER = process.env.SHOTS ?? "";
const SIZES = { wide: { width: 1920, height: 1080 }, phone: { width: 390, height: 844 } } as const;

test.skip(FOLDER === "", "pictures are made by hand: SHOTS=folder");

lockedTest("the login, and one who may only look", async ({ browser, locked }) => {
  await mkdir(FOLDER, { recursive: true });
  await locked.publish({ board: "ops", text: "Release 4.8.12 is out in eu-west 🚀", ttl: 1800 });
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["dark", "light"] as const) {
      const context = await browser.newContext({ viewport, colorScheme, locale: "en-GB" });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const shot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size}.png`) });
      await openConsole(page, locked.url);
      await page.getByRole("radio", { name: "With a client secret" }).check();
      await page.getByLabel("Client id").fill(CLIENTS.viewer.id);
      await page.getByLabel("Client secret").last().fill("not the secret at all");
      await page.getByRole("button", { name: "Log in" }).click();
      await expect(page.locator(".failure")).toBeVisible();
      await shot("login");
      await page.getByLabel("Client secret").last().fill(CLIENTS.viewer.secret);
      await page.getByRole("button", { name: "Log in" }).click();
      await expect(page.locator("mq-boards tbody tr")).toHaveCount(1);
      await openConsole(page, locked.url, "/boards/ops/policy");
      await expect(page.getByText("needs the scope admin")).toBeVisible();
      await shot("policy-viewer");
      await context.close();
    }
  }
});

test("every view, in both themes and sizes", async ({ browser, server }) => {
  test.setTimeout(300_000);
  await mkdir(FOLDER, { recursive: true });
  await furnish(server);
  await server.play("lobby", { speed: 8, breath_ms: 8000 });
  const followers = ["lobby-east", "站台二号屏", "control-room-wall"].map((name, at) => {
    const board = ["lobby", "platform-2", "ops"][at];
    const stop = new AbortController();
    void fetch(`${server.url}/v1/sse?board=${board}&terminal=web&name=${encodeURIComponent(name)}`, { signal: stop.signal })
      .then((answer) => answer.text())
      .catch(() => undefined);
    return stop;
  });
  let number = 0;
  let reported = false;
  const traffic = setInterval(() => {
    number += 1;
    const level = ["INFO", "INFO", "LOW", "WARNING", "INFO", "LOW", "INFO", "URGENT"][number % 8];
    const board = ["newsroom", "newsroom", "platform-2", "lobby"][number % 4];
    void server.publish({ board, level, text: `Ticker item ${number}`, key: `tick-${number % 3}`, ttl: 30 }).catch(() => undefined);
  }, 140);
  try {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ["dark", "light"] as const) {
        const context = await browser.newContext({ viewport, colorScheme, locale: "en-GB" });
        const page = await context.newPage();
        page.setDefaultTimeout(10_000);
        page.on("console", (message) => {
          if (message.type() === "error") console.log(size, colorScheme, message.text());
        });
        const shot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size}.png`) });
        // One that is behind is rare on a quiet machine: here its lag is told for it.
        await page.route("**/v1/terminals*", async (route) => {
          const answer = await route.fetch();
          const body = await answer.json();
          for (const item of body.terminals) if (item.name === "lobby-east") item.lag = { versions: 214, ms: 8_340 };
          await route.fulfill({ response: answer, json: body });
        });
        await openConsole(page, server.url);
        await expect(page.locator("mq-boards tbody tr")).toHaveCount(4);
        await page.waitForTimeout(3_500);
        await shot("boards");
        await openConsole(page, server.url, "/boards/ops");
        await expect(glass(page).locator("[part=status]")).toHaveAttribute("data-connected", "live");
        await page
          .locator("mq-publish wa-textarea")
          .locator("textarea")
          .fill("东门临时关闭,请走西门 · East gate closed, use the west gate 🚧");
        await page.getByRole("radio", { name: "WARNING" }).check();
        await page.waitForTimeout(1_500);
        await shot("board");
        if (size === "phone") {
          await page.locator("mq-publish").scrollIntoViewIfNeeded();
          await shot("publish");
        }
        await page.goto(`${server.url}/console#/boards/ops/notices/db-3-disk`);
        await expect(page.locator(".stages li").first()).toBeVisible();
        await page.waitForTimeout(600);
        await shot("lifecycle");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: /^Retract: On call/ }).click();
        await expect(page.locator(".toast")).toBeVisible();
        await shot("undo");
        await page.getByRole("button", { name: "Undo" }).click();
        await openConsole(page, server.url, "/boards/ops/policy");
        await expect(page.locator(".plan svg").first()).toBeVisible();
        await page.locator("wa-input[data-place='/speed']").locator("input").fill("20");
        await page.locator("wa-input[data-place='/breath_ms']").locator("input").fill("15000");
        await expect(page.locator(".plan svg")).toHaveCount(2);
        await shot("policy");
        await server.play("ops", { speed: 9, gap: number % 100, breath_ms: 4000 });
        await page.getByRole("button", { name: "Save policy" }).click();
        await expect(page.locator(".conflict")).toBeVisible();
        await shot("conflict");
        await page.getByRole("button", { name: "Take theirs" }).click();
        await openConsole(page, server.url, "/boards/ops/shown");
        await expect(page.locator("mq-shown .panel")).toBeVisible();
        await page.waitForTimeout(500);
        if (!reported) await shot("shown-empty");
        const now = Date.now();
        const outcome = ["completed", "completed", "completed", "preempted", "expired", "cut", "failed"];
        const ids = ["db-3-disk", "deploy-4812", "oncall", "payment-gw", "cert-api", "gone-notice-17", "backup-ok"];
        for (const [wall, name] of ["lobby-east", "站台二号屏", "control-room-wall"].entries()) {
          await report(
            page,
            "ops",
            name,
            ids.map((id, at) => {
              const from = now - 90_000 + at * 12_000 + wall * 3 + (wall === 2 ? at * 7 : 0);
              const play = id === "payment-gw" ? "pin" : "scroll";
              return { id, rev: 2, play, from, until: from + 9_800, outcome: outcome[(at + wall) % 7], offset_ms: wall * 21 - 12 };
            }),
          );
        }
        reported = true;
        await page.waitForTimeout(1_500);
        await page.getByRole("button", { name: "Read again" }).click();
        await expect(page.locator("mq-shown tbody tr").first()).toBeVisible();
        await shot("shown");
        await openConsole(page, server.url, "/terminals");
        await expect(page.locator("mq-terminals tbody tr").first()).toBeVisible();
        await page.waitForTimeout(2_500);
        await shot("terminals");
        await openConsole(page, server.url, "/traffic");
        await page.waitForTimeout(7_000);
        await shot("traffic");
        await page.locator("[data-language]").click();
        await openConsole(page, server.url, "/boards/ops");
        await page.waitForTimeout(1_500);
        await shot("board-zh");
        await page.keyboard.press("?");
        await page.waitForTimeout(500);
        await shot("help");
        await context.close();
      }
    }
  } finally {
    clearInterval(traffic);
    for (const stop of followers) stop.abort();
  }
});
