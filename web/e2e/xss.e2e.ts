/** Texts that want to be more than texts, through each field, by an honest server and by one that lies: nothing of them becomes markup. */
import type { Page } from "@playwright/test";
import { board, open, screen, status } from "./glass.ts";
import { expect, test } from "./server.ts";
import { URLS, VECTORS } from "./xss-vectors.ts";

/** How many notices one request carries. */
const BATCH = 50;
/** What the element's shadow tree is made of; nothing else is ever in it. */
const ELEMENTS = ["A", "DIV", "P", "SPAN"];
const ATTRIBUTES =
  /^(class|part|role|tabindex|dir|hidden|style|target|rel|aria-label|href|data-(id|rev|level|color|motion|connected|state))$/;
/** What the page's list is made of. */
const LISTED = ["LI", "SPAN", "UL"];

/** A text as a browser has it in a tree: half a character is none. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

/** What is in a tree that should not be: elements, attributes, addresses, and scripts that ran. */
const intruders = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([elements, attributes, listed]) => {
      const found: string[] = [];
      const check = (all: Iterable<Element>, allowed: readonly string[]): void => {
        for (const element of all) {
          if (!allowed.includes(element.tagName)) found.push(`element ${element.outerHTML.slice(0, 80)}`);
          for (const { name, value } of element.attributes) {
            if (!new RegExp(attributes).test(name)) found.push(`attribute ${name}=${value}`);
            if (name === "href" && !value.startsWith("https://")) found.push(`address ${value}`);
            if (name === "style" && /url|expression|import|position/i.test(value)) found.push(`style ${value}`);
          }
        }
      };
      check(document.querySelector("marquee-board")?.shadowRoot?.querySelectorAll("*") ?? [], elements);
      check(document.querySelectorAll("#notices *"), listed);
      for (const element of document.querySelectorAll("*")) {
        for (const name of element.getAttributeNames()) if (name.startsWith("on")) found.push(`handler ${name} of ${element.tagName}`);
      }
      if (document.querySelectorAll("script").length !== 1) found.push("a script was added");
      if ("PWNED" in window) found.push("a script ran");
      return found;
    },
    [ELEMENTS, ATTRIBUTES.source, LISTED] as const,
  );

test("the corpus is large, and each of it is there once", () => {
  expect(VECTORS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(VECTORS).size).toBe(VECTORS.length);
});

test("through an honest server nothing but texts comes on the glass and the page", async ({ page, server }) => {
  test.setTimeout(120_000);
  await open(page, server.url);
  await server.play("main", { speed: 200, max_active: 1_000 });
  const fields = (vector: string, at: number): Record<string, unknown>[] => [
    { text: vector },
    { html: vector },
    { text: "by its tags", tags: [vector] },
    { text: "by its key", key: vector },
    { text: "by its data", data: { vector, [vector]: vector } },
    { text: "by its link", link: URLS[at % URLS.length] },
    { text: "by its id", id: vector },
  ];
  const [taken, refused] = [new Set<number>(), new Set<number>()];
  for (let from = 0; from < VECTORS.length; from += BATCH) {
    await Promise.all(
      VECTORS.slice(from, from + BATCH).flatMap((vector, at) =>
        fields(vector, from + at).map(async (notice) => {
          const answer = await fetch(`${server.url}/v1/notify`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ ttl: 3_600, ...notice }),
          });
          (answer.ok ? taken : refused).add(answer.status);
        }),
      ),
    );
    expect(await intruders(page)).toEqual([]);
  }
  // What is refused is refused as wrong: it is never a fault of the server.
  expect([...taken, ...refused].every((code) => code < 500)).toBe(true);
  await expect.poll(async () => (await screen(page)).active?.length ?? 0).toBeGreaterThan(VECTORS.length);
  const seen = new Set<string>();
  await expect
    .poll(async () => {
      expect(await intruders(page)).toEqual([]);
      for (const id of await board(page).locator("[data-id]").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id ?? ""))) seen.add(id);
      return seen.size;
    }, { timeout: 30_000 })
    .toBeGreaterThan(5);
});

test("through a server that lies in every field nothing but texts is drawn", async ({ page, server }) => {
  const at = Date.now();
  const level = { weight: 1, play: "scroll", hold_ms: 5_000, color: `#fff;background:url(javascript:window.PWNED=1)` };
  const policy = {
    speed: 1, gap: 8, ttl: 60, max_active: 100, fold_ms: 0, pin_min_ms: 5_000, pin_queue: 16, breath_ms: 0,
    levels: { URGENT: { ...level, play: "pin" }, WARNING: level, INFO: level, LOW: level },
  };
  const lie = (vector: string, index: number) => ({
    id: `${index}:${vector}`, rev: index + 1, level: "INFO", text: vector, html: vector, tags: [vector], key: vector,
    link: index % 2 === 0 ? (URLS[(index / 2) % URLS.length] ?? vector) : vector, data: { [vector]: vector }, cells: 20, count: 1,
    starts_at: at - 1_000, expires_at: at + 600_000, trace_id: vector, version: index + 1, started: true, pass: 0,
  });
  const notices = VECTORS.map(lie);
  const cursor = `epoch000.${notices.length}`;
  const timeline = {
    now: at, x: 30_000, floor: 0, last: null, rest: 0, queue: [], slot: { head: 29_000, end: 900_000, notice: notices[0] },
    trail: notices.map((notice) => ({ head: 1_000, end: 2_000, notice })), pin: { from: at, until: at + 500_000, notice: { ...notices[1], level: "URGENT" } },
  };
  await page.routeWebSocket(/\/v1\/ws/, (socket) => {
    const say = (frame: object): void => socket.send(JSON.stringify(frame));
    socket.onMessage((text) => {
      const { type, ts } = JSON.parse(String(text)) as { type: string; ts: number };
      if (type === "ping") say({ type: "pong", ts, server_time: Date.now() });
    });
    say({ type: "hello", session: VECTORS[0], server_time: at });
    say({ type: "error", code: VECTORS[1], detail: VECTORS[2], board: "main" });
    say({ type: "subscribed", board: "main", head: cursor, resume: "fresh" });
    say({ type: "snapshot", board: "main", cursor, at, policy, notices, timeline });
  });
  await page.goto(server.url);
  await expect(status(page)).toHaveAttribute("data-connected", "live");
  await expect(board(page).locator("[part=ribbon] [data-id]")).toHaveCount(VECTORS.length + 1);
  await expect(page.locator("#notices > li")).toHaveCount(VECTORS.length);
  const drawn = await board(page).locator("[part=ribbon] [data-id] .text").evaluateAll((all) => all.map(({ textContent }) => textContent));
  expect(new Set(drawn.map((text) => wellFormed(text ?? "")))).toEqual(new Set(VECTORS.map(wellFormed)));
  expect(await intruders(page)).toEqual([]);
  await board(page).locator("[part=pin]").click();
  expect(await intruders(page)).toEqual([]);
});

test("texts that want to break out of their place stay within it", async ({ page, server }) => {
  const floods = {
    marks: `a${"\u0301\u0489\u20dd".repeat(666)}`,
    zeros: `b${"\u200b\u200c\u200d\ufeff\u2060".repeat(400)}c`,
    turned: `\u202e\u2067reversed \u2066\u202d${"\u202b".repeat(100)} text`,
    lonely: "\ud83d one half \udc00",
    emoji: "👨‍👩‍👧‍👦🏳️‍🌈🇨🇳".repeat(20),
    rtl: "تنبيه: قاعدة البيانات متوقفة 42",
  };
  await open(page, server.url);
  for (const [id, text] of Object.entries(floods)) {
    const answer = await fetch(`${server.url}/v1/notify`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text, ttl: 600 }),
    });
    expect([200, 201, 202, 422, 400]).toContain(answer.status);
  }
  await expect.poll(async () => (await screen(page)).active?.length ?? 0).toBeGreaterThan(2);
  const places = await page.evaluate(() => {
    const host = document.querySelector("marquee-board")?.getBoundingClientRect();
    const style = getComputedStyle(document.querySelector("marquee-board")?.shadowRoot?.querySelector(".glass") as Element);
    const rows = [...document.querySelectorAll<HTMLElement>("#notices .text")].map((row) => getComputedStyle(row).overflow);
    return { contain: style.contain, overflow: style.overflow, height: host?.height, rows, wide: document.documentElement.scrollWidth - innerWidth };
  });
  expect(places).toMatchObject({ contain: "strict", overflow: "hidden" });
  expect(places.rows.every((overflow) => overflow === "hidden" || overflow === "clip")).toBe(true);
  expect(places.wide).toBeLessThanOrEqual(0);
  await page.screenshot({ path: "e2e/results/floods.png" });
  // A text that is turned around turns nothing else around.
  await expect(page.locator("#title")).toHaveCSS("direction", "ltr");
});
