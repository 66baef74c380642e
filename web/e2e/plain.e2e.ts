/** The plain page in a browser: what the server says is on is there in its time, with a script and without. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./server.ts";

/** As WeCom's browser calls itself. */
const WECOM = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 wxwork/4.1.10 MicroMessenger/7.0.1";

test.use({ viewport: { width: 390, height: 844 } });

test("a browser in a chat gets the plain page, and what is published is there in its time", async ({ browser, server }) => {
  const context = await browser.newContext({ userAgent: WECOM });
  const page = await context.newPage();
  await page.goto(`${server.url}/boards/ops`);
  expect(new URL(page.url()).pathname).toBe("/boards/ops/plain");
  await expect(page.locator(".empty")).toBeVisible();
  await server.publish({ board: "ops", text: "一号楼电梯停运检修", level: "warning" });
  await expect(page.locator("#on")).toHaveText("一号楼电梯停运检修");
  const { id } = await server.publish({ board: "ops", text: "the database is down", level: "urgent" });
  await expect(page.locator("#on .m-pin")).toHaveText("the database is down");
  await expect(page.locator("#active li")).toHaveCount(2);
  await page.screenshot({ path: "e2e/results/plain.png" });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await server.remove("ops", id);
  await expect(page.locator("#on")).toHaveText("一号楼电梯停运检修");
  await expect(page.locator("#active li")).toHaveCount(1);
  await context.close();
});

test("without a script the page is whole, and comes anew by itself", async ({ browser, server }) => {
  const { id } = await server.publish({ board: "ops", text: "all is well" });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/boards/ops/plain`);
  await expect(page.locator("#on")).toHaveText("all is well");
  await expect(page.locator(`#active [data-id="${id}"]`)).toHaveText("all is well");
  await expect(page.locator("head meta[http-equiv=refresh]")).toHaveCount(1);
  await context.close();
});

test("a server that is away is told, and what was shown stays until it is back", async ({ page, server }) => {
  test.setTimeout(90_000);
  await server.publish({ board: "ops", text: "before" });
  await page.goto(`${server.url}/boards/ops/plain`);
  await expect(page.locator("#on")).toHaveText("before");
  await server.kill();
  await expect(page.locator("#state")).toContainText("Out of touch");
  await expect(page.locator("#on")).toHaveText("before");
  await server.restart();
  await server.publish({ board: "ops", text: "after", level: "urgent" });
  await expect(page.locator("#on")).toHaveText("after", { timeout: 40_000 });
  await expect(page.locator("#state")).toHaveText("");
});
