/** Texts that are too much, in the console and on the plain page: the layout holds on a desk and on a phone. It says nothing of markup. */
import type { Page } from "@playwright/test";
import { openConsole, rows } from "./console-parts.ts";
import { expect, type Server, test } from "./server.ts";

/** The tallest row of one notice, in lines of its own text: a text has at most 2,000 characters, and a phone's line a dozen wide ones. */
const ROW_MAX_PX = 6_000;
/** The tallest row in the console's table: it is cut there, and whole in the drawer. */
const LISTED_MAX_PX = 420;

/** So many characters are shown of a text. */
const TEXT_MAX = 2_000;
const FLOODS: Readonly<Record<string, string>> = {
  marks: `a${"\u0301\u0489\u20dd".repeat(666)}`,
  stacked: "Z\u0337\u0321\u032a\u033a\u0353\u0489\u0300\u0308\u0358".repeat(180),
  zeros: `b${"\u200b\u200c\u200d\ufeff\u2060".repeat(399)}c`,
  turned: `\u202e\u2067turned \u2066\u202d${"\u202b".repeat(100)} around`,
  isolates: `${"\u2067\u2066".repeat(900)}deep`,
  rtl: "تنبيه: قاعدة البيانات متوقفة 42 ".repeat(60),
  word: "W".repeat(2_000),
  wide: "汉".repeat(2_000),
  emoji: "👨‍👩‍👧‍👦🏳️‍🌈🇨🇳".repeat(90),
  nbsp: "no\u00a0break\u00a0".repeat(180),
  lines: "line\n\u2028\u2029\u0085".repeat(300),
  dashes: "\u2014".repeat(2_000),
};
/** Bodies that no JSON writer of ours makes. */
const BODIES = ['{"id":"half","text":"one half \\ud83d of it"}', '{"id":"halves","text":"\\udc00\\ud83d"}', `{"id":"longest","text":"${"W".repeat(8_000)}"}`];

async function flood(server: Server): Promise<void> {
  for (const [id, text] of Object.entries(FLOODS)) {
    const tags = Array.from({ length: 16 }, (_, at) => `${at}${"T".repeat(62)}`);
    await server.publish({ board: "ops", id, text: [...text].slice(0, TEXT_MAX).join(""), ttl: 900 });
    await server.publish({ board: "ops", id: `f${id}`, text: `fields of ${id}`, key: `${id}${"K".repeat(100)}`, tags, link: `https://example.com/${"L".repeat(1_900)}`, data: { [id]: "D".repeat(3_000) }, ttl: 900 });
  }
  await server.publish({ board: "ops", id: "I".repeat(128), level: "URGENT", text: FLOODS.marks ?? "", ttl: 900 });
  for (const body of BODIES) {
    const answer = await fetch(`${server.url}/v1/notify`, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect([400, 422], body.slice(0, 60)).toContain(answer.status);
  }
}

/** How far the page is wider than its window, and what its rows take. */
const extent = (page: Page, selector: string) =>
  page.evaluate((rows) => {
    const heights = [...document.querySelectorAll(rows)].map((row) => row.getBoundingClientRect().height);
    return { wide: document.documentElement.scrollWidth - innerWidth, tallest: Math.max(0, ...heights), rows: heights.length };
  }, selector);

for (const [name, viewport] of [["desk", { width: 1280, height: 720 }], ["phone", { width: 390, height: 844 }]] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test("floods of text leave the plain page in its shape", async ({ page, server }) => {
      await flood(server);
      await page.goto(`${server.url}/boards/ops/plain`);
      await expect(page.locator("#active > li")).not.toHaveCount(0);
      const seen = await extent(page, "#active > li, #on");
      expect(seen.rows).toBeGreaterThan(20);
      expect(seen.wide).toBeLessThanOrEqual(0);
      expect(seen.tallest).toBeLessThan(ROW_MAX_PX);
      await expect(page.locator("h1")).toHaveCSS("direction", "ltr");
      await page.screenshot({ path: `e2e/results/floods-plain-${name}.png` });
    });

    test("floods of text leave the console in its shape", async ({ page, server }) => {
      await flood(server);
      await openConsole(page, server.url, "/boards/ops");
      await expect.poll(() => rows(page).count()).toBeGreaterThan(20);
      const seen = await extent(page, "mq-notices tbody tr");
      await page.screenshot({ path: `e2e/results/floods-console-${name}.png`, fullPage: false });
      expect(seen.wide).toBeLessThanOrEqual(0);
      expect(seen.tallest).toBeLessThan(LISTED_MAX_PX);
      for (const id of ["marks", "word", "isolates", "fmarks", "fword", "I".repeat(128)]) {
        await page.goto(`${server.url}/console#/boards/ops/notices/${id}`);
        await expect(page.locator("mq-lifecycle .quote")).toBeVisible();
        expect((await extent(page, "mq-lifecycle")).wide, id).toBeLessThanOrEqual(0);
      }
      await page.screenshot({ path: `e2e/results/floods-drawer-${name}.png` });
      await openConsole(page, server.url, "/boards/ops/policy");
      await expect(page.locator(".plan rect").first()).toBeAttached();
      expect((await extent(page, ".lane")).wide).toBeLessThanOrEqual(0);
      await openConsole(page, server.url, "/terminals");
      expect((await extent(page, "mq-terminals tr")).wide).toBeLessThanOrEqual(0);
    });
  });
}
