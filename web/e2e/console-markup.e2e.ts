/** Markup in every field of a notice, a terminal, a policy and a refusal: in the console it is words, and no element, attribute or handler comes of it. */
import type { Page } from "@playwright/test";
import { glass, openConsole, rows } from "./console-parts.ts";
import { expect, type Server, test } from "./server.ts";
import { VECTORS as CORPUS } from "./xss-vectors.ts";

/** Ways in that are of this page's making, after the corpus of all pages; each says that it ran, or leaves an element of a name that nothing else has. */
const VECTORS: readonly string[] = [
  ...CORPUS,
  `<img src=x onerror="window.PWNED=1" class=m-x id=hit>`,
  `"><svg onload=window.PWNED=2><x-hit>`,
  `'><script>window.PWNED=3</script>`,
  `\${window.PWNED=5}<x-hit></x-hit>`,
  `<!--?lit$1$--><x-hit></x-hit>`,
  `--><x-hit onfocus=window.PWNED=7 autofocus tabindex=1>`,
  `<style>@import 'data:text/css,*{color:red}'</style><x-hit>`,
  `<wa-icon name="x" src="data:image/svg+xml,<svg onload=window.PWNED=8>"></wa-icon>`,
  `<mq-publish board="ops" onclick="window.PWNED=9"></mq-publish>`,
];
/** So many requests are on their way at once. */
const AT_ONCE = 50;
/** What the console's own tree is made of, besides its own elements and those of its library. */
const ELEMENTS =
  "A BODY BUTTON CODE DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 HEAD HEADER HTML INPUT KBD LABEL LEGEND LI LINK MAIN META NAV " +
  "OL OPTION P PRE SCRIPT SECTION SELECT SLOT SMALL SPAN STRONG STYLE SUMMARY TABLE TBODY TD TEXTAREA TFOOT TH THEAD TIME TITLE TR UL DIALOG CANVAS";
/** What is drawn. */
const DRAWN = "svg g path rect line text title tspan circle polyline";

const many = async <T>(all: readonly T[], act: (one: T, at: number) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map((one, at) => act(one, from + at)));
};
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** What is in the page's trees that is not its own. */
const intruders = (page: Page, within = ":root"): Promise<string[]> =>
  page.evaluate(
    ([elements, drawn, from]) => {
      const bad = new Set<string>();
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll("*")) {
          const name = element.localName;
          const own = element instanceof SVGElement ? drawn.includes(name) : elements.includes(element.tagName) || /^(wa|mq)-|^marquee-board$/.test(name);
          if (element.matches("body > noscript")) continue;
          if (!own || element.id === "hit") bad.add(`element ${element.outerHTML.slice(0, 120)}`);
          if (name === "script" && !(element as HTMLScriptElement).src) bad.add(`script ${element.outerHTML.slice(0, 120)}`);
          for (const attribute of element.getAttributeNames()) {
            if (attribute.startsWith("on")) bad.add(`handler ${attribute} of ${name}`);
            const value = element.getAttribute(attribute) ?? "";
            if (/^(href|src|srcdoc|action|formaction|data|xlink:href)$/.test(attribute) && !/^(#|https:|\/|data:(,|image)|\.)/.test(value))
              bad.add(`address ${attribute}=${value} of ${name}`);
          }
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      for (const root of document.querySelectorAll(from)) walk(root);
      if ("PWNED" in window) bad.add("a script ran");
      return [...bad];
    },
    [ELEMENTS.split(" "), DRAWN.split(" "), within] as const,
  );

/** Each vector in each field that the server takes it in; what it refuses is refused as wrong. */
async function furnish(server: Server): Promise<void> {
  await server.play("ops", { fold_ms: 0, max_active: 1_000, speed: 60, levels: { INFO: { color: "#e8eaed" } } });
  const publish = async (notice: Record<string, unknown>): Promise<boolean> => {
    const answer = await fetch(`${server.url}/v1/notify`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ board: "ops", ttl: 900, ...notice }),
    });
    expect(answer.status).toBeLessThan(500);
    return answer.ok;
  };
  await many(VECTORS, async (vector, at) => {
    const fields = {
      // The key and the tags keep the vector's end, too.
      key: `${at} ${vector}`.slice(0, 128),
      tags: [vector.slice(0, 64), vector.slice(-64)],
      html: `<b>ok</b>${vector}`,
      link: `https://example.com/?${encodeURIComponent(wellFormed(vector))}#${encodeURI(wellFormed(vector))}`,
      data: { [vector]: vector },
    };
    // One that may not stand in a key or a tag is there as a text all the same.
    if (!(await publish({ id: `n-${at}`, text: vector, ...fields }))) await publish({ id: `n-${at}`, text: vector, html: fields.html });
  });
}

/** Goes to each address within the page and waits for what it brings; says what was wrong. */
const each = (page: Page, hashes: readonly string[], ready: string): Promise<string[]> =>
  page.evaluate(
    async ([all, selector]) => {
      const late: string[] = [];
      for (const [hash = "", text = ""] of all) {
        location.hash = hash;
        const begun = performance.now();
        while (![...document.querySelectorAll(selector)].some(({ textContent }) => text === "" || textContent?.includes(text))) {
          if (performance.now() - begun > 5_000) {
            late.push(hash);
            break;
          }
          await new Promise((done) => setTimeout(done, 4));
        }
        for (const element of document.querySelectorAll("mq-lifecycle *, mq-policy *"))
          if (/^(x-hit|img|iframe|script|svg|math|object|embed|style|b|i|video|audio)$/.test(element.localName) && !element.closest(".plan"))
            late.push(`${hash}: ${element.outerHTML.slice(0, 80)}`);
      }
      return late;
    },
    [hashes.map((one) => one.split("\n")), ready] as const,
  );

test("through an honest server nothing of them is in any view", async ({ page, server }) => {
  test.setTimeout(120_000);
  await furnish(server);
  const listen = new AbortController();
  // Terminals that call themselves by each of them. An answer that nobody holds would be ended with its connection.
  const streams: Response[] = [];
  await many(VECTORS, async (vector) => {
    const name = encodeURIComponent(wellFormed(vector));
    streams.push(await fetch(`${server.url}/v1/sse?board=ops&terminal=feed&name=${name}`, { signal: listen.signal }));
  });
  await openConsole(page, server.url);
  await expect(page.locator("marquee-board [part=status]").first()).toHaveAttribute("data-connected", "live");
  expect(await intruders(page), "boards").toEqual([]);
  await openConsole(page, server.url, "/boards/ops");
  await expect(glass(page).locator("[data-id]").first()).toBeAttached();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(VECTORS.length * 0.95);
  await expect(rows(page).filter({ hasText: CORPUS[0] as string }).first()).toBeAttached();
  expect(await intruders(page), "board").toEqual([]);
  // The drawer of each that is there.
  const { notices } = (await (await fetch(`${server.url}/v1/boards/ops/notices?limit=1000`)).json()) as { notices: { id: string; text: string }[] };
  const drawers = notices.map(({ id, text }) => `#/boards/ops/notices/${id}\n${text.split("\n")[0]}`);
  expect(await each(page, drawers, "mq-lifecycle .quote"), "lifecycle").toEqual([]);
  expect(await intruders(page), "lifecycle").toEqual([]);
  // The draft, and a search that finds nothing.
  await openConsole(page, server.url, "/boards/ops");
  await page.getByText("More fields").click();
  const typed = await page.evaluate(async (vectors) => {
    const found: string[] = [];
    const put = (selector: string, value: string): void => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`${selector} is not there`);
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    };
    for (const vector of vectors) {
      put("mq-publish [data-new]", vector);
      for (const name of ["html", "tags", "key", "link", "data"]) put(`mq-publish [data-field=${name}]`, vector);
      put("mq-notices [data-search]", `${vector} and nothing like it`);
      await new Promise((done) => setTimeout(done, 0));
      for (const element of document.querySelectorAll("mq-publish *, mq-notices .nothing *"))
        if (/^(x-hit|img|iframe|script|svg|math|object|embed|style|b|i|video|audio)$/.test(element.localName)) found.push(element.outerHTML.slice(0, 80));
    }
    return found;
  }, VECTORS);
  expect(typed, "the draft").toEqual([]);
  expect(await intruders(page), "the draft").toEqual([]);
  await openConsole(page, server.url, "/boards/ops/policy");
  await expect(page.locator(".plan rect").first()).toBeAttached();
  expect(await intruders(page), "policy").toEqual([]);
  await openConsole(page, server.url, "/terminals");
  await expect.poll(() => page.locator("mq-terminals tbody tr").count()).toBeGreaterThan(200);
  await expect(page.locator("mq-terminals tbody")).toContainText("<script>window.PWNED=1</script>");
  expect(await intruders(page), "terminals").toEqual([]);
  await openConsole(page, server.url, "/traffic");
  await expect(page.locator("mq-traffic canvas").first()).toBeAttached();
  expect(await intruders(page), "traffic").toEqual([]);
  expect(streams.every(({ status }) => status < 500)).toBe(true);
  listen.abort();
});

test("through a server that lies nothing of them is in lists, policies, conflicts and refusals", async ({ page, server }) => {
  test.setTimeout(120_000);
  await server.publish({ board: "ops", id: "real", text: "what is true" });
  let next = 0;
  // A browser makes no address of half a character.
  const all = VECTORS.map(wellFormed);
  const lie = (): string => all[next++ % all.length] as string;
  const now = new Date().toISOString();
  const later = new Date(Date.now() + 900_000).toISOString();
  // Its levels and times stand, its every other word is one of them.
  const policy = () => {
    const level = () => ({ weight: lie(), play: lie(), hold_ms: lie(), color: lie() });
    return {
      speed: lie(), gap: lie(), ttl: lie(), max_active: lie(), fold_ms: lie(), pin_min_ms: lie(), pin_queue: lie(), breath_ms: lie(),
      levels: { URGENT: level(), WARNING: level(), INFO: level(), LOW: level() },
    };
  };
  const notices = () =>
    all.map((vector) => ({
      id: vector, board: "ops", rev: lie(), version: lie(), level: "INFO", text: vector, html: vector, tags: [vector], key: vector, link: vector,
      data: { [vector]: vector }, cells: 4, count: 2, started: true, starts_at: now, expires_at: later, trace_id: vector,
    }));
  const terminals = () =>
    all.map((vector) => ({ session: vector, board: vector, kind: vector, transport: vector, name: vector, since: now, cursor: vector, lag: { versions: 3, ms: 5 } }));
  const problem = (status: number) => ({
    status, contentType: "application/problem+json",
    body: JSON.stringify({ type: lie(), title: lie(), status, detail: lie(), trace_id: lie(), errors: [{ pointer: "/text", detail: lie() }, { pointer: "/key", detail: lie() }, { pointer: `/${lie()}`, detail: lie() }] }),
  });
  await page.route(/\/v1\/(boards|terminals|notify)/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const json = (body: unknown) => route.fulfill({ json: body, headers: { etag: `"${wellFormed(lie()).replace(/[^ -~]/g, "")}"` } });
    if (route.request().method() !== "GET") return route.fulfill(problem(422));
    if (pathname.endsWith("/lifecycle"))
      return json({ id: lie(), board: lie(), trace_id: lie(), version: lie(), rev: lie(), stages: all.slice(next % 200, (next % 200) + 20).map((vector) => ({ stage: vector, at: now, reason: vector, terminals: vector })) });
    if (pathname.endsWith("/policy")) return json({ version: lie(), cursor: lie(), own: true, policy: policy() });
    if (pathname.endsWith("/notices")) return json({ notices: notices(), next: lie() });
    if (pathname.endsWith("/now")) return json({ at: 1, cursor: lie(), pin: { id: lie(), rev: 1, from: 0, until: 9e12 }, slot: null });
    if (pathname === "/v1/terminals") return json({ terminals: terminals(), next: lie() });
    if (pathname === "/v1/boards") return json({ boards: [{ board: "ops", version: 1, cursor: "x", active: 1 }, ...all.map((board) => ({ board, version: lie(), cursor: lie(), active: lie() }))], next: null });
    return json(notices()[next % all.length]);
  });
  await openConsole(page, server.url);
  await expect.poll(() => page.locator("mq-boards tbody tr").count()).toBeGreaterThan(150);
  expect(await intruders(page), "boards").toEqual([]);
  await openConsole(page, server.url, "/terminals");
  await expect.poll(() => page.locator("mq-terminals tbody tr").count()).toBeGreaterThan(200);
  expect(await intruders(page), "terminals").toEqual([]);
  await openConsole(page, server.url, "/boards/ops");
  await expect.poll(() => rows(page).count()).toBe(new Set(all).size);
  expect(await intruders(page), "board").toEqual([]);
  expect(await each(page, all.map((vector) => `#/boards/ops/notices/${encodeURIComponent(vector)}\n`), "mq-lifecycle .quote"), "lifecycle").toEqual([]);
  await expect(page.locator("mq-lifecycle .stages li").first()).toBeAttached();
  expect(await intruders(page), "lifecycle").toEqual([]);
  // Every place of a policy is a lie: a dozen of them have the whole corpus.
  for (let round = 0; round < 12; round += 1) {
    await each(page, ["#/boards\n", "#/boards/ops/policy\n"], "mq-boards h1, mq-policy .level-table");
    await expect(page.locator("mq-policy .level-table")).toBeAttached();
    expect(await intruders(page), `policy ${round}`).toEqual([]);
  }
  // Refusals, at their fields and above the form; and one that stands for the whole view.
  await openConsole(page, server.url, "/boards/ops");
  for (let round = 0; round < 20; round += 1) {
    await page.locator("mq-publish [data-new]").evaluate((field: HTMLInputElement, text) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      field.closest("form")?.requestSubmit();
    }, `words ${round}`);
    await expect(page.locator("mq-publish .failure")).toBeVisible();
    if (round % 10 === 0) expect(await intruders(page), `refusal ${round}`).toEqual([]);
  }
  expect(await intruders(page), "refusals").toEqual([]);
});
