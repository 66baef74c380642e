/**
 * A page with nothing but boards on it, as another site would have it: the embedded element, under a policy that allows no
 * inline script, no inline style and no text that becomes markup.
 */
import type { Page } from "@playwright/test";
import { status } from "./glass.ts";

/** What a careful site allows: the element's script, and what it connects to. */
const POLICY = (url: string): string =>
  `default-src 'none'; script-src ${url}; style-src 'none'; connect-src ${url} ${url.replace("http", "ws")}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** Where the page is; it is not there on the server. */
export const BARE = "/bare.html";

/** Opens a page with one board of a server, with these attributes, and waits until it is live. */
export async function bare(page: Page, url: string, attributes: Record<string, string> = {}, origin = url): Promise<void> {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  await page.route(`${origin}${BARE}`, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": POLICY(url) },
      body: `<!doctype html><html lang="en"><title>A board</title><script type="module" src="${url}/embed/v1.js"></script>
<main><h1>A board</h1><marquee-board src="${url}"${written.join("")}></marquee-board></main></html>`,
    }),
  );
  await page.goto(`${origin}${BARE}`);
  await status(page).and(page.locator('[data-connected="live"]')).waitFor({ state: "attached" });
}

/** One look at the ribbon, in one picture of the browser. */
export interface Look {
  /** When the picture is from, ms of the host, whatever the page believes. */
  at: number;
  /** Each notice's left edge, px; of one that is there twice none. */
  left: Record<string, number>;
  connected: string;
}

/** Has each page of it keep `looks`, one a picture; `aheadMs`: how far its clocks are wrong. */
export async function keepLooks(page: Page, aheadMs = 0): Promise<void> {
  await page.addInitScript((ahead) => {
    const origin = performance.timeOrigin;
    if (ahead !== 0) {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ahead;
      Object.defineProperty(performance, "timeOrigin", { get: () => origin + ahead });
    }
    const looks: Look[] = [];
    Object.assign(window, { looks });
    const look = (time: number): void => {
      // The board has asked for its picture before this one: what is read is what this picture shows.
      requestAnimationFrame(look);
      const root = document.querySelector("marquee-board")?.shadowRoot;
      if (!root) return;
      const left: Record<string, number> = {};
      const twice = new Set<string>();
      for (const piece of root.querySelectorAll<HTMLElement>("[part=ribbon] [data-id]")) {
        const id = piece.dataset.id ?? "";
        if (id in left) twice.add(id);
        left[id] = piece.getBoundingClientRect().left;
      }
      for (const id of twice) delete left[id];
      looks.push({ at: origin + time, left, connected: root.querySelector<HTMLElement>("[part=status]")?.dataset.connected ?? "" });
    };
    addEventListener("load", () => setTimeout(() => requestAnimationFrame(look), 100));
  }, aheadMs);
}

/** The looks so far; the page begins a new list. */
export const looks = (page: Page): Promise<Look[]> => page.evaluate(() => (window as unknown as { looks: Look[] }).looks.splice(0));

/** The value below which this share (0 to 1) of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
