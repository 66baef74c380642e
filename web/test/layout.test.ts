/** What is on the glass and where; how wide characters are; what the page says of a notice. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, graphemeCells, runs } from "../element/cells.ts";
import { exactX, pieces, pinShiftCells, type Play, wanted } from "../element/layout.ts";
import { paged, pinPage, ribbonPage } from "../element/still.ts";
import { words } from "../element/words.ts";
import { boardOf, timeLeft } from "../page/describe.ts";
import { notice, policy } from "./arbitrary.ts";

const slot = (id: string, head: number, cells: number) => ({
  head,
  end: head + (cells + 8) * 1_000,
  notice: notice({ id, cells }),
});
const play = (changed: Partial<Play>): Play => ({
  now: 1_000,
  x: 0,
  policy: policy({}),
  slot: null,
  trail: [],
  pin: null,
  ...changed,
});
const GLASS = { widthCells: 40, offsetCells: 0 };

describe("the layout", () => {
  it("lets a slot enter at the right edge and leave at the left", () => {
    const scene = play({ slot: slot("a", 0, 10) });
    expect(pieces(scene, 0, GLASS).map((piece) => piece.leftCells)).toEqual([40]);
    expect(pieces(scene, 25_500, GLASS).map((piece) => piece.leftCells)).toEqual([14.5]);
    expect(pieces(scene, 49_000, GLASS)).toHaveLength(1);
    expect(pieces(scene, 53_000, GLASS)).toHaveLength(0);
  });

  it("shifts the window for a wall of several panels", () => {
    const scene = play({ slot: slot("a", 0, 10) });
    expect(pieces(scene, 20_000, { widthCells: 40, offsetCells: 40 })).toHaveLength(0);
    expect(pieces(scene, 60_000, { widthCells: 40, offsetCells: 40 })[0]?.leftCells).toBe(20);
  });

  it("tells the same notice apart by where it entered", () => {
    const scene = play({ trail: [slot("a", 0, 4)], slot: slot("a", 12_000, 4) });
    const keys = pieces(scene, 14_000, GLASS).map((piece) => piece.key);
    expect(new Set(keys).size).toBe(2);
  });

  it("never lays one piece over the next", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 20 }), fc.nat(500_000), (widths, x) => {
        let head = 0;
        const trail = widths.map((cells, n) => {
          const next = slot(`n${n}`, head, cells);
          head = next.end;
          return next;
        });
        const seen = pieces(play({ trail }), x, GLASS);
        seen.slice(1).forEach((piece, at) => {
          const before = seen[at];
          expect(piece.leftCells).toBeGreaterThanOrEqual((before?.leftCells ?? 0) + (before?.notice.cells ?? 0));
        });
      }),
    );
  });

  it("moves between two milliseconds, but not beneath a pin", () => {
    expect(exactX(play({ x: 500 }), 1_000.5)).toBe(506);
    expect(exactX(play({ x: 500 }), 900)).toBe(500);
    const pin = { from: 0, until: 9_000, notice: notice({ id: "u" }) };
    expect(exactX(play({ x: 500, pin }), 1_000.5)).toBe(500);
  });

  it("scrolls a pinned text that is too wide to its end within its hold, and no other", () => {
    const base = policy({});
    const pinOf = (cells: number) => ({ from: 1_000, notice: notice({ id: "u", level: "URGENT", cells }) });
    expect(pinShiftCells(pinOf(40), base, 40, 9_000)).toBe(0);
    expect(pinShiftCells(pinOf(100), base, 40, 1_900)).toBe(0);
    expect(pinShiftCells(pinOf(100), base, 40, 3_000)).toBe(12);
    expect(pinShiftCells(pinOf(2_000), base, 40, 15_000)).toBe(1_960);
  });

  it("hides by tags and by level, alone and together, whatever the case, and nothing where neither is named", () => {
    const shows = (tags: string, level: string, changed: object) => wanted(tags, level)(notice({ id: "a", level: "INFO", ...changed }));
    expect([shows("", "", {}), shows(" , ", "loud", {})]).toEqual([true, true]);
    expect([shows("db, net", "", { tags: ["net"] }), shows("db", "", { tags: ["net"] }), shows("db", "", {})]).toEqual([true, false, false]);
    expect([shows("", "info", {}), shows("", "WARNING", {}), shows("", "warning", { level: "URGENT" })]).toEqual([true, false, true]);
    expect(shows("db", "warning", { tags: ["db"] })).toBe(false);
  });
});

describe("where nothing may move", () => {
  const read = (scene: Play, x: number) => ribbonPage(scene, x, 11, cellsOf)?.text;

  it("one page after the other stands there, in step with the slot, else what was in it last", () => {
    const text = "the first page is full and the second too";
    const one = { ...slot("a", 10_000, 41), notice: notice({ id: "a", text, cells: 41 }) };
    expect(read(play({}), 0)).toBeUndefined();
    expect(read(play({ slot: one }), 10_000)).toBe("the first page is full and the");
    expect(read(play({ slot: one }), 10_000 + 0.6 * (one.end - one.head))).toBe("second too");
    expect(ribbonPage(play({ slot: one }), 10_000, 11, cellsOf)).toMatchObject({ number: 0, of: 2 });
    expect(read(play({ trail: [one] }), 99_000)).toBe("second too");
  });

  it("a pin is read page by page within its hold", () => {
    const long = notice({ id: "u", level: "URGENT", text: "word ".repeat(40).trim(), cells: 199 });
    const scene = play({ pin: { from: 1_000, until: 16_000, notice: long } });
    const numbers = [1_000, 5_000, 15_999, 99_000].map((at) => pinPage(scene, at, 11, cellsOf)?.number);
    expect(numbers[0]).toBe(0);
    expect(numbers[2]).toBe((pinPage(scene, 0, 11, cellsOf)?.of ?? 0) - 1);
    expect([...numbers].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(numbers);
  });

  it("no word is lost, no page is too wide, and a word that is too long is cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 8, max: 60 }), (text, cells) => {
        const pages = paged(text, cells, cellsOf);
        expect(pages.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const page of pages) expect(cellsOf(page)).toBeLessThanOrEqual(cells);
      }),
    );
  });
});

describe("cells", () => {
  it("are 1 for narrow, 2 for wide and emoji, 0 for combining characters alone", () => {
    expect(["a", "é", "e\u0301", "ж", "ﾊ", "±"].map(graphemeCells)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(["中", "あ", "한", "，", "Ａ", "🎉", "👨‍👩‍👧", "🇨🇳", "❤️"].map(graphemeCells)).toEqual(Array(9).fill(2));
    expect(graphemeCells("\u0301")).toBe(0);
  });

  it("divide a text into runs of one kind that give it back whole", () => {
    expect(runs("ok 走马灯🎉!")).toEqual([
      { text: "ok ", cells: 3 },
      { text: "走马灯🎉", cells: 8 },
      { text: "!", cells: 1 },
    ]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(runs(text).map((run) => run.text).join("")).toBe(text);
      }),
    );
  });
});

describe("words", () => {
  it("say in two languages that the board is out of touch", async () => {
    expect((await words("en-GB")).offline).toMatch(/out of touch.*last known/);
    expect((await words("zh-CN")).offline).toContain("离线");
    expect((await words("zhx")).live).toBe("Live");
  });

  it("name the board of a path and the time that a notice has left", () => {
    expect(["/", "/boards/ops", "/boards/ops/", "/boards/%ff"].map(boardOf)).toEqual(["main", "ops", "ops", "%ff"]);
    const left = (seconds: number) => timeLeft({ starts_at: 0, expires_at: seconds * 1_000 }, 0);
    expect([-3, 9, 60, 61, 3_600, 90_061].map(left)).toEqual(["0 s left", "9 s left", "1 min left", "1 min 1 s left", "1 h left", "1 d 1 h left"]);
    expect(timeLeft({ starts_at: 5_000, expires_at: 9_000 }, 0)).toBe("in 5 s");
  });
});
