/** The page in a browser, against a real server: what is published is seen, in step, whatever happens to the server. */
import AxeBuilder from "@axe-core/playwright";
import { board, onRibbon, onTop, open, screen, speed, status, watch } from "./glass.ts";
import { expect, test } from "./server.ts";

/** The default policy's speed, in cells a second. */
const SPEED = 12;
/** A speed that is seen may be off by this part of it. */
const SPEED_OFF_MAX = 0.15;
/** A piece may be off from where its speed takes it by so much between two pictures, in cells. */
const JUMP_MAX_CELLS = 2;
/** A rounding of the browser is no way back, in cells. */
const ROUNDING_CELLS = 0.05;
/** Longer than the longest back-off, ms. */
const BACK_MS = 40_000;

test("a published notice appears on the ribbon and in the list", async ({ page, server }) => {
  await open(page, server.url);
  const { id } = await server.publish({ text: "the disk of db-3 is nearly full", level: "warning", tags: ["db"] });
  await expect(onRibbon(page, id).first()).toHaveText("the disk of db-3 is nearly full");
  await expect(page.locator("#notices")).toContainText("the disk of db-3 is nearly full");
});

test("an urgent notice is pinned on top, and the ribbon stands still beneath", async ({ page, server }) => {
  await open(page, server.url);
  await server.publish({ text: "all is well", level: "info" });
  const { id } = await server.publish({ text: "the database is down", level: "urgent" });
  await expect(onTop(page, id)).toBeVisible();
  await expect(onTop(page, id)).toHaveText("the database is down");
  await expect(board(page).locator("[role=alert] p")).toHaveText(["the database is down"]);
  const before = await screen(page);
  expect(before.pin?.id).toBe(id);
  await page.screenshot({ path: "e2e/results/pinned.png" });
  const after = await screen(page);
  expect(after.x).toBe(before.x);
});

test("the ribbon moves smoothly and never backwards", async ({ page, server }) => {
  await open(page, server.url);
  for (const text of ["a first notice of some length", "二号通知：走马灯", "a third one 🎉"]) await server.publish({ text });
  await expect(onRibbon(page).first()).toBeAttached();
  const samples = await watch(page, 10_000);
  let compared = 0;
  samples.slice(1).forEach((sample, at) => {
    const before = samples[at];
    if (!before) return;
    for (const [key, left] of Object.entries(sample.left)) {
      const from = before.left[key];
      if (from === undefined) continue;
      const moved = from - left;
      const due = (SPEED * (sample.at - before.at)) / 1_000;
      expect(moved, `${key} went back`).toBeGreaterThanOrEqual(-ROUNDING_CELLS);
      expect(Math.abs(moved - due), `${key} jumped`).toBeLessThanOrEqual(JUMP_MAX_CELLS);
      compared += 1;
    }
  });
  expect(compared).toBeGreaterThan(100);
});

test("a text is exactly as wide as its cells", async ({ page, server }) => {
  await open(page, server.url);
  const { id } = await server.publish({ text: "ok 走马灯" });
  await expect(onRibbon(page, id).first()).toBeAttached();
  const cells = await board(page).evaluate((element, wanted) => {
    const root = element.shadowRoot;
    const cell = (root?.querySelector(".probe")?.getBoundingClientRect().width ?? 0) / 64;
    return (root?.querySelector(`[data-id="${wanted}"]`)?.getBoundingClientRect().width ?? 0) / cell;
  }, id);
  expect(cells).toBeCloseTo(9, 1);
});

test("a killed server is told, the last state plays on, and nothing is missing or doubled afterwards", async ({ page, server }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    addEventListener("marquee-entry", (event) => seen.push((event as CustomEvent).detail.entry.version));
  });
  await open(page, server.url);
  const first = await server.publish({ text: "before the outage" });
  await expect(onRibbon(page, first.id).first()).toBeAttached();

  await server.kill();
  await expect(status(page)).toHaveAttribute("data-connected", "offline");
  await expect(status(page)).toContainText("last known state");
  const during = await screen(page);
  expect(during.active).toEqual([first.id]);
  await expect.poll(async () => (await screen(page)).x).toBeGreaterThan(during.x ?? Infinity);
  await expect(onRibbon(page, first.id).first()).toBeAttached();

  await server.restart();
  const second = await server.publish({ text: "while the page was away" });
  await expect(status(page)).toHaveAttribute("data-connected", "live", { timeout: BACK_MS });
  const third = await server.publish({ text: "after the outage" });
  await expect.poll(async () => (await screen(page)).active).toEqual([first.id, second.id, third.id]);
  expect((await screen(page)).cursor).toBe(third.cursor);
  await expect(page.locator("#notices > li")).toHaveCount(3);
  await expect(onRibbon(page, second.id).first()).toBeAttached({ timeout: BACK_MS });
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
});

test("two pages show the same at the same time", async ({ page, context, server }) => {
  const other = await context.newPage();
  await open(page, server.url);
  for (const text of ["one", "two is longer", "three"]) await server.publish({ text });
  const last = await server.publish({ text: "four", level: "urgent" });
  await open(other, server.url);
  await expect.poll(async () => (await screen(page)).cursor).toBe(last.cursor);
  await expect.poll(async () => (await screen(other)).cursor).toBe(last.cursor);
  const now = (await screen(page)).at;
  for (const ahead of [1_500, 5_000, 15_500, 60_000]) {
    const [a, b] = [await screen(page, now + ahead), await screen(other, now + ahead)];
    expect([b.x, b.pin, b.slot, b.trail, b.active]).toEqual([a.x, a.pin, a.slot, a.trail, a.active]);
  }
  const answer = await fetch(`${server.url}/v1/boards/main/now?at=${now + 1_500}`);
  expect(answer.ok).toBe(true);
  const truth = (await answer.json()) as Record<string, unknown>;
  const mine = await screen(page, now + 1_500);
  expect(mine).toMatchObject(truth);
});

test("a policy that is put changes the speed of a page that stays connected", async ({ page, server }) => {
  const sockets: string[] = [];
  page.on("websocket", (socket) => sockets.push(socket.url()));
  const pages: string[] = [];
  page.on("framenavigated", (frame) => pages.push(frame.url()));
  await open(page, server.url);
  const { id } = await server.publish({ text: "a notice that is on the ribbon all the while" });
  await expect(onRibbon(page, id).first()).toBeAttached();
  for (const due of [SPEED, 40, 5]) {
    if (due !== SPEED) await server.play("main", { speed: due });
    // How it differs from one due is a ratio: a busy machine draws late, but not twice as fast.
    await expect.poll(async () => Math.abs((await speed(page)) / due - 1)).toBeLessThan(SPEED_OFF_MAX);
  }
  expect([sockets.length, pages.length]).toEqual([1, 1]);
});

test("a page that is called by a name in its address is known by it", async ({ page, server }) => {
  await page.goto(`${server.url}/boards/main?name=lobby-1`);
  await expect(status(page)).toHaveAttribute("data-connected", "live");
  const answer = await fetch(`${server.url}/v1/terminals`);
  const { terminals } = (await answer.json()) as { terminals: { name?: string }[] };
  expect(terminals.map(({ name }) => name)).toEqual(["lobby-1"]);
});

test("markup in a text is shown as text", async ({ page, server }) => {
  const text = "<img src=x onerror=\"document.title='broken in'\"> & <b>bold</b>";
  await open(page, server.url);
  const { id } = await server.publish({ text });
  await expect(onRibbon(page, id).first()).toHaveText(text);
  await expect(page.locator("#notices")).toContainText(text);
  expect(await board(page).locator("[data-id] img, [data-id] b").count()).toBe(0);
  expect(await page.title()).not.toContain("broken in");
});

test("nothing scrolls for those who asked for less motion", async ({ page, server }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, server.url);
  const { id } = await server.publish({ text: "standing still" });
  await expect(onRibbon(page, id)).toBeVisible();
  const samples = await watch(page, 1_000);
  const places = new Set(samples.flatMap((sample) => Object.values(sample.left)));
  expect(places.size).toBe(1);
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing serious on the page in ${colorScheme}`, async ({ page, server }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, server.url);
    await server.publish({ text: "see the runbook", level: "warning", link: "https://example.com/", tags: ["ops"] });
    await expect(page.locator("#notices > li")).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });
}
