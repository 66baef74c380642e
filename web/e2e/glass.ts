/** What a browser test sees of `<marquee-board>`: its pieces, its words, its screen. It changes nothing. */
import type { Locator, Page } from "@playwright/test";
import type { ElementScreen } from "../element/marquee-board.ts";

export const board = (page: Page): Locator => page.locator("marquee-board");

/** The pieces of a notice on the ribbon. */
export const onRibbon = (page: Page, id?: string): Locator =>
  board(page).locator(`[part=ribbon] [data-id${id === undefined ? "" : `="${id}"`}]`);

export const onTop = (page: Page, id: string): Locator => board(page).locator(`[part=pin] [data-id="${id}"]`);

export const status = (page: Page): Locator => board(page).locator("[part=status]");

/** What the element says is on screen at a time; by default now. */
export const screen = (page: Page, at?: number): Promise<ElementScreen> =>
  board(page).evaluate((element, time) => (element as HTMLElementTagNameMap["marquee-board"]).screen(time), at);

/** Opens a board's page and waits until it is live. */
export async function open(page: Page, url: string, name = "main"): Promise<void> {
  await page.goto(`${url}/boards/${name}`);
  await status(page).and(page.locator('[data-connected="live"]')).waitFor();
}

/** One look at the ribbon. */
export interface Sample {
  /** When, ms. */
  at: number;
  /** Where each piece's left edge was, in cells. */
  left: Record<string, number>;
}

/** How fast the pieces on the glass move, in cells a second: all their ways of a second over all their times. */
export async function speed(page: Page): Promise<number> {
  const samples = await watch(page, 1_000);
  let [cells, seconds] = [0, 0];
  samples.slice(1).forEach((sample, at) => {
    for (const [key, left] of Object.entries(sample.left)) {
      const before = samples[at];
      const from = before?.left[key];
      if (before === undefined || from === undefined) continue;
      cells += from - left;
      seconds += (sample.at - before.at) / 1_000;
    }
  });
  return cells / seconds;
}

/** Looks at every picture for so long, ms. */
export const watch = (page: Page, forMs: number): Promise<Sample[]> =>
  board(page).evaluate((element, duration) => {
    const root = element.shadowRoot;
    const cell = (root?.querySelector(".probe")?.getBoundingClientRect().width ?? 0) / 64;
    return new Promise<Sample[]>((done) => {
      const samples: Sample[] = [];
      const start = performance.now();
      const look = (): void => {
        const at = performance.now();
        const left: Record<string, number> = {};
        for (const piece of root?.querySelectorAll<HTMLElement>("[part=ribbon] [data-id]") ?? []) {
          // Where it lies on the ribbon tells apart two pieces of one notice.
          left[`${piece.dataset.id}@${piece.style.left}`] = piece.getBoundingClientRect().left / cell;
        }
        samples.push({ at, left });
        if (at - start < duration) requestAnimationFrame(look);
        else done(samples);
      };
      requestAnimationFrame(look);
    });
  }, forMs);
