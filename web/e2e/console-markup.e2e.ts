/** Markup in every field of a notice: in the console it is words, and no element, attribute or handler comes of it. */
import { glass, openConsole, rows } from "./console-parts.ts";
import { expect, test } from "./server.ts";

/** Ten ways in; each sets `window.hit` if it runs, or leaves an element of a name that nothing else has. */
const VECTORS = [
  `<img src=x onerror="window.hit=1">`,
  `"><svg onload=window.hit=2><x-hit>`,
  `'><script>window.hit=3</script>`,
  `<iframe srcdoc="<script>parent.hit=4</script>"></iframe>`,
  `\${window.hit=5}<x-hit></x-hit>`,
  `<a href="javascript:window.hit=6">x</a>`,
  `--><x-hit onfocus=window.hit=7 autofocus tabindex=1>`,
  `<style>@import 'data:text/css,*{color:red}'</style><x-hit>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=window.hit=9>`,
  `<b onmouseover=window.hit=10 class=m-x id=hit>bold</b><x-hit>`,
] as const;

test("markup through text, html, tags, link, key and data leaves nothing in the page", async ({ page, server }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => Object.assign(window, { hit: 0 }));
  await server.play("ops", { levels: { INFO: { color: "#e8eaed" } } });
  for (const [at, vector] of VECTORS.entries()) {
    await server.publish({
      id: `text-${at}`,
      board: "ops",
      text: vector,
      tags: [vector.slice(0, 64)],
      key: vector.slice(0, 128),
      ttl: 900,
      data: { [vector]: vector },
    });
    await server
      .publish({
        id: `html-${at}`,
        board: "ops",
        text: `with markup ${at}`,
        html: `<b>ok</b>${vector}`,
        link: `https://example.com/?${encodeURIComponent(vector)}#${encodeURI(vector)}`,
        ttl: 900,
      })
      .catch((error: Error) => expect(error.message).toContain("422"));
  }
  const nothingOfTheirs = async (where: string): Promise<void> => {
    const found = await page.evaluate(() => {
      const bad: string[] = [];
      const walk = (root: Document | ShadowRoot): void => {
        for (const element of root.querySelectorAll("*")) {
          if (["X-HIT", "IFRAME", "MATH", "OBJECT", "EMBED", "IMG"].includes(element.tagName) || element.id === "hit")
            bad.push(element.outerHTML.slice(0, 200));
          if (element.localName === "script" && !(element as HTMLScriptElement).src) bad.push(element.outerHTML.slice(0, 200));
          for (const { name, value } of element.attributes) {
            if (name.startsWith("on") || /^\s*javascript:/i.test(value)) bad.push(`${element.localName} ${name}=${value}`);
          }
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      return { bad, hit: (window as unknown as { hit: number }).hit };
    });
    expect(found, where).toEqual({ bad: [], hit: 0 });
  };
  await openConsole(page, server.url);
  await expect(page.locator("marquee-board [part=status]").first()).toHaveAttribute("data-connected", "live");
  await nothingOfTheirs("boards");
  await openConsole(page, server.url, "/boards/ops");
  await expect(glass(page).locator("[data-id]").first()).toBeAttached();
  expect(await rows(page).count()).toBeGreaterThanOrEqual(VECTORS.length * 2 - 2);
  await expect(rows(page).filter({ hasText: VECTORS[0] })).toHaveCount(1);
  await nothingOfTheirs("board");
  for (const at of VECTORS.keys()) {
    await page.goto(`${server.url}/console#/boards/ops/notices/${at % 2 ? "html" : "text"}-${at}`);
    await expect(page.locator(".quote, wa-drawer .quiet").first()).toBeVisible();
    await nothingOfTheirs(`lifecycle ${at}`);
  }
  await openConsole(page, server.url, "/boards/ops");
  for (const vector of VECTORS) {
    await page.locator("mq-publish textarea").first().fill("");
    await page.getByText("More fields").click({ trial: true });
    if (!(await page.getByLabel("Markup", { exact: true }).isVisible())) await page.getByText("More fields").click();
    await page.getByLabel("Markup", { exact: true }).fill(`words ${vector}`);
    await expect(page.locator(".drawn .ink")).toContainText("words");
    await nothingOfTheirs("the draft");
  }
  await openConsole(page, server.url, "/boards/ops/policy");
  await expect(page.locator(".plan rect").first()).toBeAttached();
  await nothingOfTheirs("policy");
});
