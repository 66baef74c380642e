/** Markup in every field of a notice, on the plain page: with a script and without, by the server as it is and by one that lies. What is no text never comes of it. */
import type { Page } from "@playwright/test";
import { expect, type Server, test } from "./server.ts";
import { URLS, VECTORS } from "./xss-vectors.ts";

/** So many requests are on their way at once. */
const AT_ONCE = 50;
/** What the server lets through in markup, and what the page itself is made of below `#on` and `#active`. */
const ELEMENTS = ["A", "B", "CODE", "DIV", "EM", "I", "LI", "S", "SPAN", "STRONG", "U"];
const ATTRIBUTES = /^(class|dir|href|rel|target|data-id)$/;
const CLASSES = /^(m-[a-z0-9-]+( |$))*$/;
/** A notice's own level, and its places on the page. */
const PARTS = "#on *, #active *";

/** An address has no half characters. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const fields = (vector: string, at: number): Record<string, unknown>[] => [
  { text: vector },
  { html: `<b>ok</b>${vector}` },
  { text: "by its tags", tags: [vector] },
  { text: "by its key", key: vector },
  { text: "by its data", data: { vector, [vector]: vector } },
  { text: "by its link", link: URLS[at % URLS.length] },
  { text: "by its address", link: `https://example.com/?${encodeURIComponent(wellFormed(vector))}#${encodeURI(wellFormed(vector))}` },
  { text: "by its id", id: vector },
];

/** Publishes all of them; what is refused is refused as wrong, and is never a fault of the server. */
async function furnish(server: Server): Promise<void> {
  await server.play("ops", { speed: 200, max_active: 1_000 });
  const all = VECTORS.flatMap(fields);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const answers = all.slice(from, from + AT_ONCE).map((notice) =>
      fetch(`${server.url}/v1/notify`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ttl: 3_600, board: "ops", ...notice }),
      }),
    );
    expect((await Promise.all(answers)).filter(({ status }) => status >= 500)).toEqual([]);
  }
}

/** Elements, attributes, addresses and scripts that are not the page's own. */
const intruders = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([elements, attributes, classes, parts]) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll(parts)) {
        if (!elements.includes(element.tagName)) found.push(`element ${element.outerHTML.slice(0, 80)}`);
        for (const { name, value } of element.attributes) {
          if (!new RegExp(attributes).test(name)) found.push(`attribute ${name}=${value}`);
          if (name === "class" && !new RegExp(classes).test(value)) found.push(`class ${value}`);
          if (name === "href" && !value.startsWith("https://")) found.push(`address ${value}`);
        }
      }
      for (const element of document.querySelectorAll("*"))
        for (const name of element.getAttributeNames()) if (name.startsWith("on")) found.push(`handler ${name} of ${element.tagName}`);
      const count = (name: string): number => document.querySelectorAll(name).length;
      const own = [count("script"), count("body > *"), count("main > *"), count("iframe, object, embed, base, style, svg, math, form, img")];
      if (own.join() !== "1,1,6,0") found.push(`the page is another: ${own.join()}`);
      if ("PWNED" in window) found.push("a script ran");
      return found;
    },
    [ELEMENTS, ATTRIBUTES.source, CLASSES.source, PARTS] as const,
  );

/** What the page says of each notice, as the server has written it: the fragments that terminals of the kind `html` are told. */
async function fragments(server: Server): Promise<string[]> {
  const page = await (await fetch(`${server.url}/boards/ops/plain`)).text();
  return [...page.matchAll(/<li data-id="[^"]*">(.*?)<\/li>/gs)].map(([, fragment]) => fragment ?? "");
}

const show = (fragment: string, index: number, id = `${index}`): string =>
  `event: show\ndata: ${JSON.stringify({ id, rev: index + 1, play: "scroll", from: 0, until: 9e12, fragment, level: "INFO", count: 1 })}\n\n`;

/** Opens the plain page, whose stream says all of these, one after the other; tells what was wrong after any of them. */
async function told(page: Page, server: Server, shows: readonly string[], strict: boolean): Promise<void> {
  await page.route(/\/v1\/sse/, (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      body: `retry: 60000\nevent: hello\ndata: {"session":"x","server_time":1}\n\n${shows.join("")}event: clear\ndata: {"id":"end"}\n\n`,
    }),
  );
  // Looks after each change, before the next one is put in.
  await page.addInitScript((allowed) => {
    const seen = { changes: 0, found: [] as string[] };
    Object.assign(window, { seen });
    addEventListener("DOMContentLoaded", () => {
      const on = document.getElementById("on") as HTMLElement;
      new MutationObserver(() => {
        seen.changes += 1;
        for (const element of on.querySelectorAll("*")) {
          if (!allowed.includes(element.tagName)) seen.found.push(`element ${element.outerHTML.slice(0, 80)}`);
          for (const name of element.getAttributeNames()) if (name.startsWith("on")) seen.found.push(`handler ${name} of ${element.tagName}`);
        }
      }).observe(on, { childList: true });
    });
  }, ELEMENTS);
  await page.goto(`${server.url}/boards/ops/plain`);
  const seen = () => page.evaluate(() => (window as unknown as { seen: { changes: number; found: string[] } }).seen);
  await expect.poll(async () => (await seen()).changes, { timeout: 30_000 }).toBeGreaterThanOrEqual(shows.length);
  if (strict) expect((await seen()).found).toEqual([]);
}

test("what the server makes of each vector is a text in the plain page's list and on its card", async ({ page, server }) => {
  test.setTimeout(120_000);
  await furnish(server);
  await page.goto(`${server.url}/boards/ops/plain`);
  await expect.poll(() => page.locator("#active > li").count()).toBeGreaterThan(VECTORS.length * 2);
  await expect(page.locator("#on .m-notice")).toBeVisible();
  expect(await intruders(page)).toEqual([]);
  const texts = await page.locator("#active > li").allTextContents();
  expect(texts).toContain("<script>window.PWNED=1</script>");
  // One that is told of while the page is open comes by the stream, and the list by the page's own reading.
  await server.publish({ board: "ops", id: "new", level: "URGENT", text: VECTORS[0], html: `<b>ok</b>${VECTORS[30]}`, ttl: 60 });
  await expect(page.locator("#on .m-pin")).toContainText("ok");
  await expect(page.locator("#active > [data-id=new]")).toBeAttached();
  expect(await intruders(page)).toEqual([]);
});

test("without a script, too, where noscript is read as markup", async ({ browser, server }) => {
  test.setTimeout(120_000);
  await furnish(server);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/boards/ops/plain`);
  expect(await page.locator("#active > li").count()).toBeGreaterThan(VECTORS.length * 2);
  expect(await intruders(page)).toEqual([]);
  await context.close();
});

test("a stream that says each fragment leaves nothing but texts, each looked at as it comes", async ({ page, server }) => {
  test.setTimeout(120_000);
  await furnish(server);
  const all = await fragments(server);
  expect(all.length).toBeGreaterThan(VECTORS.length * 2);
  await told(page, server, all.map((fragment, at) => show(fragment, at, VECTORS[at % VECTORS.length])), true);
  expect(await intruders(page)).toEqual([]);
});

test("a stream of markup that no server of ours writes runs nothing and loads nothing", async ({ page, server }) => {
  const got: string[] = [];
  const foreign = (address: string): boolean => !address.startsWith(server.url) && !/^(data|blob):/.test(address);
  page.on("requestfailed", (request) => {
    if (foreign(request.url()) && request.failure()?.errorText !== "csp") got.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (answer) => foreign(answer.url()) && got.push(answer.url()));
  await told(page, server, VECTORS.map((vector, at) => show(vector, at)), false);
  await page.locator("#on").dispatchEvent("click");
  expect(await page.evaluate(() => "PWNED" in window)).toBe(false);
  expect(new URL(page.url()).pathname).toBe("/boards/ops/plain");
  expect(got).toEqual([]);
});

test("a board's name that is markup is answered as a problem, never as a page", async ({ server }) => {
  for (let from = 0; from < VECTORS.length; from += AT_ONCE) {
    const some = VECTORS.slice(from, from + AT_ONCE).map(async (vector) => {
      const answer = await fetch(`${server.url}/boards/${encodeURIComponent(wellFormed(vector))}/plain`);
      return `${answer.status} ${answer.headers.get("content-type")}`;
    });
    for (const one of await Promise.all(some)) expect(one).toMatch(/^4\d\d application\/problem\+json$/);
  }
});
