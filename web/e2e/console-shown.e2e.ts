/** What was on terminals' glass, in the console: listed, narrowed down, taken away as a file, with and without keys. It makes the records by hand. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accessible, furnish, lockedTest, openConsole, report } from "./console-parts.ts";
import { expect, test } from "./server.ts";

const records = (page: Page) => page.locator("mq-shown tbody tr");

test("records stand newest first with how late they came, and are narrowed down by terminal and outcome", async ({ page, server }) => {
  const { version: rev } = await server.publish({ id: "a", board: "ops", text: "on the wall", ttl: 900 });
  await openConsole(page, server.url, "/boards/ops");
  await page.keyboard.press("s");
  await expect(page.locator(".tabs [aria-current]")).toHaveText("Shown");
  await expect(page.locator("mq-shown .empty")).toContainText("when they have a name");
  await expect(page.locator("mq-shown .empty pre")).toContainText('name="lobby-east"');

  const now = Date.now();
  await report(page, "ops", "lobby-east", [
    { id: "a", rev, play: "scroll", from: now - 9_000, until: now - 5_000, outcome: "completed", offset_ms: -12 },
    { id: "gone", rev, play: "pin", from: now - 20_000, until: now - 15_000, outcome: "cut", offset_ms: 3 },
  ]);
  await report(page, "ops", "站台二号屏", [{ id: "a", rev, from: now - 4_000, until: now - 2_000, outcome: "failed" }]);
  await expect(async () => {
    await page.getByRole("button", { name: "Read again" }).click();
    await expect(records(page)).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
  await expect(records(page).locator(".name")).toHaveText(["站台二号屏", "lobby-east", "lobby-east"]);
  await expect(records(page).nth(1)).toContainText("on the wall");
  await expect(records(page).nth(1)).toContainText("−12 ms");
  // It is active no more: its id is all that is known of it.
  await expect(records(page).nth(2)).toContainText("gone");
  await expect(records(page).nth(2).locator(".tag")).toHaveText("pin");

  await page.keyboard.press("/");
  await page.keyboard.type("lobby");
  await expect(records(page)).toHaveCount(2);
  await page.getByLabel("Outcome").selectOption("cut");
  await expect(records(page)).toHaveCount(1);
  await page.getByLabel("Outcome").selectOption("preempted");
  await expect(page.getByText("No record matches")).toBeVisible();
  await page.getByLabel("Outcome").selectOption("");
  await expect(records(page)).toHaveCount(2);
  await records(page).getByRole("link", { name: "on the wall" }).click();
  await expect(page).toHaveURL(/#\/boards\/ops\/notices\/a$/);
});

test("of many records the newest are drawn, and it is said; the file has all of them", async ({ page, server }) => {
  const { version: rev } = await server.publish({ id: "a", board: "ops", text: "again and again", ttl: 900 });
  await openConsole(page, server.url, "/boards/ops/shown");
  const now = Date.now();
  const many = Array.from({ length: 510 }, (_, at) => {
    const from = now - 600_000 + at * 1_000;
    return { id: "a", rev, from, until: from + 900, outcome: "completed" };
  });
  // One that the last hour leaves out.
  many.unshift({ id: "a", rev, from: now - 7_200_000, until: now - 7_100_000, outcome: "completed" });
  await report(page, "ops", "wall", many);
  await page.getByRole("radio", { name: "24 h" }).check();
  await expect(async () => {
    await page.getByRole("button", { name: "Read again" }).click();
    await expect(page.locator(".count")).toHaveText("511 records", { timeout: 1_000 });
  }).toPass();
  await expect(records(page)).toHaveCount(500);
  await expect(page.getByText("The newest 500 are listed")).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^ops-shown-.*\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split(/\r?\n/);
  expect(lines.length).toBe(512);
  expect(lines[0]).toBe("terminal,board,id,rev,play,planned,in,out,outcome,offset_ms");
  await page.getByRole("radio", { name: "1 h" }).check();
  await expect(page.locator(".count")).toHaveText("510 records");
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing on what was shown in ${colorScheme}, nor is it wider than a phone`, async ({ page, server }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await furnish(server);
    await openConsole(page, server.url, "/boards/ops/shown");
    await expect(page.locator("mq-shown .empty")).toBeVisible();
    await accessible(page, "nothing shown");
    const now = Date.now();
    const outcomes = ["completed", "preempted", "expired", "cut", "failed"];
    const all = outcomes.map((outcome, at) => ({ id: "db-3-disk", rev: 2, from: now - 9_000 - at, until: now - 5_000, outcome }));
    await report(page, "ops", "a-terminal-with-a-name-as-long-as-names-may-be-in-the-hall-of-platform-2", all);
    await expect(async () => {
      await page.getByRole("button", { name: "Read again" }).click();
      await expect(records(page)).toHaveCount(outcomes.length, { timeout: 1_000 });
    }).toPass();
    await accessible(page, "shown");
    await page.setViewportSize({ width: 390, height: 844 });
    await accessible(page, "shown on a phone");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "中文" }).click();
    await expect(page.locator("mq-shown h2")).toContainText("播出记录");
  });
}

lockedTest("on a server with keys the file comes by the login, and one who is no operator is told so", async ({ page, locked }) => {
  await locked.publish({ id: "a", board: "ops", text: "behind the door" });
  await openConsole(page, locked.url, "/boards/ops/shown");
  const logIn = async (scope: string) => {
    await page.getByLabel("Token", { exact: true }).fill(locked.token(scope));
    await page.getByRole("button", { name: "Log in" }).click();
  };
  await logIn("subscribe:ops");
  await expect(page.getByText("for tokens with the scope admin")).toBeVisible();
  await expect(page.locator(".tabs a")).toHaveText(["Live", "Policy"]);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  await logIn("admin");
  await expect(page.locator(".tabs a")).toHaveText(["Live", "Policy", "Shown"]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
  expect(await readFile(await file.path(), "utf8")).toContain("terminal,board,id");
});
