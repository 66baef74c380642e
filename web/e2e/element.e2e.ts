/** What a reader or a wall asks of the element beyond showing: to stand still, to hide, to be read out, to look like lamps, to tell what it showed. */
import type { Page } from "@playwright/test";
import { bare } from "./bare.ts";
import { board, onRibbon, onTop, open, screen, status, watch } from "./glass.ts";
import { expect, test } from "./server.ts";

/** Whether anything on the ribbon moves within a while. */
const moves = async (page: Page): Promise<boolean> => {
  const samples = await watch(page, 400);
  const [first, last] = [samples[0]?.left ?? {}, samples.at(-1)?.left ?? {}];
  return Object.entries(first).some(([key, left]) => last[key] !== undefined && last[key] !== left);
};
const words = (page: Page, role: string) => board(page).locator(`[role=${role}] p`);

test("a mouse that moves over it, or the focus, holds the ribbon of this glass alone, and then it is in step again", async ({ page, server }) => {
  await open(page, server.url);
  const { id } = await server.publish({ text: "hold me, I am long enough to be on the glass for a while" });
  await expect(onRibbon(page, id).first()).toBeAttached();
  const box = (await board(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 200, box.y + box.height / 2);
  await page.mouse.move(box.x + 210, box.y + box.height / 2);
  await page.mouse.move(box.x + 220, box.y + box.height / 2);
  await expect(status(page)).toHaveText("Paused");
  expect(await moves(page)).toBe(false);
  // What is urgent is not held back by that.
  const urgent = await server.publish({ text: "and yet this comes", level: "urgent" });
  await expect(onTop(page, urgent.id)).toBeVisible();
  await fetch(`${server.url}/v1/boards/main/notices/${urgent.id}`, { method: "DELETE" });
  await expect(onTop(page, urgent.id)).toHaveCount(0);
  await page.mouse.move(5, 5);
  await expect(status(page)).toHaveText("Live");
  expect(await moves(page)).toBe(true);

  await page.locator("body").press("Tab");
  for (let tabs = 0; tabs < 5 && (await status(page).textContent()) !== "Paused"; tabs += 1) await page.keyboard.press("Tab");
  await expect(status(page)).toHaveText("Paused");
  expect(await moves(page)).toBe(false);
  await page.keyboard.press("Space");
  await expect(status(page)).toHaveText("Live");
  await page.keyboard.press("Space");
  await expect(status(page)).toHaveText("Paused");
});

test("a notice that is taken back leaves a ribbon that is held", async ({ page, server }) => {
  await open(page, server.url);
  const { id } = await server.publish({ text: "soon to be taken back, though somebody holds it" });
  await expect(onRibbon(page, id).first()).toBeAttached();
  await board(page).locator(".glass").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  await expect(status(page)).toHaveText("Paused");
  await fetch(`${server.url}/v1/boards/main/notices/${id}`, { method: "DELETE" });
  await expect(onRibbon(page, id)).toHaveCount(0);
});

test("what is hidden by its tags or its level leaves its stretch of the tape empty", async ({ page, context, server }) => {
  const other = await context.newPage();
  await bare(page, server.url, { tags: "db, net", "min-level": "warning" });
  await bare(other, server.url);
  const shown = await server.publish({ text: "a disk is full", level: "warning", tags: ["db"] });
  const tagless = await server.publish({ text: "nobody asked for this", level: "warning" });
  const low = await server.publish({ text: "nor for this", level: "low", tags: ["db"] });
  const urgent = await server.publish({ text: "not even for this", level: "urgent", tags: ["web"] });
  await expect(onTop(other, urgent.id)).toBeVisible();
  expect(await onTop(page, urgent.id).count()).toBe(0);
  await expect(onRibbon(page, shown.id).first()).toBeAttached();
  for (const { id } of [tagless, low]) await expect(onRibbon(other, id).first()).toBeAttached({ timeout: 30_000 });
  for (const { id } of [tagless, low]) expect(await onRibbon(page, id).count()).toBe(0);
  const at = (await screen(page)).at + 500;
  const [ours, theirs] = [await screen(page, at), await screen(other, at)];
  expect([ours.x, ours.slot, ours.trail]).toEqual([theirs.x, theirs.slot, theirs.trail]);
});

test("what is urgent is read out once, whatever becomes of the connection, and the others politely", async ({ page, server }) => {
  test.setTimeout(90_000);
  await open(page, server.url);
  await server.publish({ text: "a quiet one" });
  await expect(words(page, "log")).toHaveText(["a quiet one"]);
  const { id } = await server.publish({ id: "loud", text: "the database is down", level: "urgent" });
  await expect(onTop(page, id)).toBeVisible();
  await expect(words(page, "alert")).toHaveText(["the database is down"]);
  await server.kill();
  await expect(status(page)).toHaveAttribute("data-connected", "offline");
  await server.restart();
  await expect(status(page)).toHaveAttribute("data-connected", "live", { timeout: 40_000 });
  await server.publish({ id: "loud", text: "the database is down", level: "urgent" });
  // A new connection draws everything anew.
  await board(page).evaluate((element) => element.setAttribute("name", "lobby-1"));
  await expect(status(page)).toHaveAttribute("data-connected", "live");
  await expect(onTop(page, id)).toBeVisible();
  await server.publish({ text: "another quiet one" });
  await expect(words(page, "log")).toHaveText(["a quiet one", "another quiet one"]);
  expect(await words(page, "alert").allTextContents()).toEqual(["the database is down"]);
});

test("a terminal with a name tells what was on its glass, on the page and to the server", async ({ page, server }) => {
  const sent: { type: string; id: string; outcome: string }[] = [];
  page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => sent.push(JSON.parse(String(payload)))));
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    addEventListener("marquee-shown", (event) => told.push((event as CustomEvent).detail));
  });
  await bare(page, server.url, { name: "lobby-1" });
  await server.play("main", { speed: 100 });
  const { id } = await server.publish({ text: "short" });
  const told = (): Promise<{ id: string; outcome: string; from: number; until: number }[]> =>
    page.evaluate(() => (window as unknown as { told: never[] }).told);
  await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
  const [first] = await told();
  expect(first).toMatchObject({ id, outcome: "completed" });
  expect((first?.until ?? 0) - (first?.from ?? 0)).toBeGreaterThan(100);
  await expect.poll(() => sent.filter(({ type }) => type === "shown").length).toBeGreaterThan(0);
  expect(sent.find(({ type }) => type === "shown")).toMatchObject({ board: "main", id, play: "scroll", outcome: "completed" });
});

test("lamps: the ribbon moves from dot to dot, and nothing between them is lit", async ({ page, server }) => {
  await bare(page, server.url, { skin: "dots" });
  const { id } = await server.publish({ text: "lamps 走马灯" });
  await expect(onRibbon(page, id).first()).toBeAttached();
  const dot = await board(page).evaluate((element) => {
    const after = getComputedStyle(element.shadowRoot?.querySelector(".glass") as Element, "::after").backgroundSize;
    return Number.parseFloat(after);
  });
  expect(dot % 1).toBe(0);
  const places = await board(page).evaluate(
    (element) =>
      new Promise<number[]>((done) => {
        const seen: number[] = [];
        const look = (): void => {
          const transform = getComputedStyle(element.shadowRoot?.querySelector(".ribbon") as Element).transform;
          seen.push(new DOMMatrix(transform).m41);
          if (seen.length < 30) requestAnimationFrame(look);
          else done(seen);
        };
        requestAnimationFrame(look);
      }),
  );
  expect(places.map((place) => Math.abs((place / dot) % 1)).filter((rest) => rest > 0.001 && rest < 0.999)).toEqual([]);
  expect(new Set(places).size).toBeGreaterThan(3);
});

test("a token that is set again and is the same is no reason to connect anew, another one is", async ({ page, server }) => {
  const opened: string[] = [];
  page.on("websocket", (socket) => opened.push(socket.url()));
  await bare(page, server.url);
  await expect(status(page)).toHaveAttribute("data-connected", "live");
  const begun = opened.length;
  const set = (which: "same" | "other") =>
    board(page).evaluate((element: HTMLElementTagNameMap["marquee-board"], which) => {
      const kept = window as unknown as { kept?: () => undefined };
      kept.kept ??= () => undefined;
      element.token = which === "same" ? kept.kept : () => undefined;
    }, which);
  await set("same");
  await expect.poll(() => opened.length).toBe(begun + 1);
  await expect(status(page)).toHaveAttribute("data-connected", "live");
  const before = await screen(page);
  for (let at = 0; at < 3; at += 1) await set("same");
  expect((await screen(page)).connected).toBe(before.connected);
  await set("other");
  await expect.poll(() => opened.length).toBe(begun + 2);
  await expect(status(page)).toHaveAttribute("data-connected", "live");
  expect(opened.length).toBe(begun + 2);
});

test("a pinned text that is a little too wide is made smaller, one that is much too wide is read from its beginning to its end", async ({ page, server }) => {
  await open(page, server.url);
  const within = (id: string) =>
    onTop(page, id).evaluate((element) => {
      const [text, room] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect() ?? new DOMRect()];
      return [text.left - room.left, room.right - text.right].every((left) => left > -1);
    });
  const wide = await server.publish({ text: "the database primary is down", level: "urgent" });
  await expect(onTop(page, wide.id)).toBeVisible();
  expect(await within(wide.id)).toBe(true);
  await server.remove("main", wide.id);
  const wider = await server.publish({ text: `from ${"word ".repeat(20)} to end`, level: "urgent" });
  await expect(onTop(page, wider.id)).toBeVisible();
  expect(await within(wider.id)).toBe(false);
  const left = () => onTop(page, wider.id).evaluate((element) => element.getBoundingClientRect().left);
  const begins = await left();
  await expect.poll(left).toBeLessThan(begins - 50);
});
