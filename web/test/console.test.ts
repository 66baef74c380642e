/** The console's pure parts: rates and percentiles, policies that differ, times in words, drafts, scopes, addresses, errors, words. */
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { api, ApiError, asError, type Listed } from "../console/api.ts";
import { KEYS, Keys } from "../console/keys.ts";
import { again, cells, clean, draftOf, EMPTY, fieldsOf } from "../console/notice.ts";
import { bounds, diff, faults, FIELDS, PLACES, rebase, toForm, toPolicy } from "../console/policy.ts";
import { link, parse, type Route } from "../console/route.ts";
import { claims, covers, session, tokenIn } from "../console/session.ts";
import { NOTICES_MAX, percentile, Rates, Samples, SAMPLES_MAX, SERIES_MAX, Steps, WINDOW_S } from "../console/stats.ts";
import { clock, exact, relative, span } from "../console/time.ts";
import { DICTIONARIES, say, type Word } from "../console/words.ts";
import type { Policy } from "../sdk/frames.ts";

const level = (weight: number, play: "scroll" | "pin", color: string) => ({ weight, play, hold_ms: 0, color });
const POLICY: Policy = {
  speed: 12,
  gap: 8,
  ttl: 600,
  max_active: 64,
  fold_ms: 60_000,
  pin_min_ms: 5_000,
  pin_queue: 3,
  breath_ms: 5_000,
  levels: {
    URGENT: level(8, "pin", "#ff3b30"),
    WARNING: level(4, "scroll", "#ff9f0a"),
    INFO: level(2, "scroll", "#e8eaed"),
    LOW: level(1, "scroll", "#9aa0a6"),
  },
};
const NOW = 1_700_000_000_000;

describe("rates and percentiles", () => {
  it("a percentile is the nearest rank of what was measured, whatever the order", () => {
    expect(percentile([], 99)).toBeNull();
    expect(percentile([7], 50)).toBe(7);
    expect(percentile([5, 1, 4, 2, 3], 50)).toBe(3);
    expect(
      percentile(
        Array.from({ length: 100 }, (_, at) => at + 1),
        99,
      ),
    ).toBe(99);
    expect(
      percentile(
        Array.from({ length: 1_000 }, (_, at) => at + 1),
        99,
      ),
    ).toBe(990);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent) as number;
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual((values.length * percent) / 100);
      }),
    );
  });

  it("a step between two stages is told once, when the later of its frames has come, and what is remembered has a bound", () => {
    const steps = new Steps();
    expect(steps.take("a", "accepted", 100)).toEqual([]);
    expect(steps.take("a", "stored", 103)).toEqual([["stored", 3]]);
    expect(steps.take("a", "shown", 500)).toEqual([]);
    expect(steps.take("a", "delivered", 110)).toEqual([
      ["delivered", 7],
      ["shown", 390],
    ]);
    expect(steps.take("a", "deleted", 900)).toEqual([]);
    // Replaced: the older put's stages end nothing of this one's.
    expect(steps.take("a", "stored", 1_000)).toEqual([]);
    expect(steps.take("a", "accepted", 998)).toEqual([["stored", 2]]);
    expect(steps.take("a", "delivered", 1_004)).toEqual([["delivered", 4]]);
    expect(steps.take("a", "delivered", 1_004)).toEqual([]);
    expect(steps.take("b", "delivered", 50)).toEqual([]);
    expect(steps.take("b", "shown", 40)).toEqual([["shown", 0]]);
    for (let at = 0; at < 2 * NOTICES_MAX; at += 1) steps.take(`n${at}`, "accepted", at);
    expect(steps.size).toBe(NOTICES_MAX);
    expect(steps.take("a", "stored", 103)).toEqual([]);
  });

  it("a rate counts the seconds before now, and leaves out the one that runs", () => {
    const rates = new Rates();
    for (let at = 0; at < 30; at += 1) rates.add("INFO", NOW + at * 100);
    rates.add("LOW", NOW + 2_900);
    expect(rates.rate(NOW + 3_000, 3)).toBeCloseTo(31 / 3);
    expect(rates.rate(NOW + 3_000, 1, "LOW")).toBe(1);
    expect(rates.rate(NOW + 2_999, 2, "LOW")).toBe(0);
  });

  it("the window's points have every step, with nothing where nothing was", () => {
    const rates = new Rates();
    rates.add("INFO", NOW - 2_000);
    const [times, line] = rates.points(NOW, 5, ["INFO"]);
    expect(times.length).toBe(WINDOW_S / 5);
    expect(times.at(-1)).toBe(NOW / 1_000);
    expect(line?.reduce((sum, rate) => sum + rate * 5, 0)).toBeCloseTo(1);
  });

  it("what is kept has a bound, however much comes and however old or new it is", () => {
    const rates = new Rates();
    for (let at = 0; at < 3 * WINDOW_S; at += 1) rates.add(`board-${at}`, NOW + at * 1_000);
    expect(rates.size).toBeLessThanOrEqual(WINDOW_S);
    expect(rates.series.length).toBe(SERIES_MAX + 1);
    const samples = new Samples();
    for (let at = 0; at < 2 * SAMPLES_MAX; at += 1) samples.add(at, NOW);
    expect(samples.size).toBe(SAMPLES_MAX);
    samples.forget(NOW + WINDOW_S * 1_000 + 1);
    expect(samples.size).toBe(0);
  });
});

describe("a policy that is edited", () => {
  it("comes out of the form as it went in, and its places are all there are", () => {
    expect(toPolicy(toForm(POLICY))).toEqual(POLICY);
    expect(faults(toForm(POLICY)).size).toBe(0);
    expect(PLACES.length).toBe(FIELDS.length + 16);
  });

  it("is held to the bounds of the protocol at every place", () => {
    const form = toForm(POLICY);
    for (const place of PLACES) {
      const range = bounds(place);
      if (!range) continue;
      for (const good of [range.min, range.max]) expect(faults({ ...form, [place]: String(good) }).size, place).toBe(0);
      for (const bad of [range.min - 1, range.max + 1, "", "1.5", "1e1", "x"]) {
        expect([...faults({ ...form, [place]: String(bad) }).keys()], `${place} ${bad}`).toEqual([place]);
      }
    }
    expect(faults({ ...form, "/levels/LOW/color": "red" }).get("/levels/LOW/color")).toBe("color");
  });

  it("keeps one's own changes over another's, and nothing else of what one had", () => {
    const base = toForm(POLICY);
    const theirs = { ...base, "/speed": "40", "/gap": "3" };
    const mine = { ...base, "/gap": "20", "/levels/LOW/weight": "7" };
    expect(rebase(base, theirs, mine)).toEqual({ ...base, "/speed": "40", "/gap": "20", "/levels/LOW/weight": "7" });
    expect(diff(base, mine)).toEqual(["/gap", "/levels/LOW/weight"]);
  });
});

describe("times in words", () => {
  it("say the largest unit, and the next while the first is small", () => {
    const words = [0, 999, 1_000, 59_999, 61_000, 3_600_000, 4_800_000, 50_000_000, 90_000_000].map((ms) => span(ms, "en"));
    expect(words).toEqual(["0 s", "0 s", "1 s", "59 s", "1 min 1 s", "1 h", "1 h 20 min", "13 h", "1 d 1 h"]);
    expect(span(4_800_000, "zh")).toBe("1 小时 20 分");
  });

  it("look back and ahead, and know now", () => {
    expect(relative(NOW - 5_000, NOW, "en")).toBe("5 s ago");
    expect(relative(NOW + 5_400_000, NOW, "en")).toBe("in 1 h 30 min");
    expect(relative(NOW - 300, NOW, "zh")).toBe("刚刚");
    expect(exact(NOW)).toContain("2023-11-14T22:13:20.000Z");
    expect(clock(NOW + 7)).toMatch(/^\d\d:\d\d:20\.007$/);
    expect([exact(Number.NaN), clock(Number.NaN)]).toEqual(["–", "–"]);
  });
});

describe("the dictionary", () => {
  const words = Object.keys(DICTIONARIES.en) as Word[];

  it("has every word in both languages, with the same places to fill", () => {
    expect(Object.keys(DICTIONARIES.zh).sort()).toEqual([...words].sort());
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const word of words) {
      expect(DICTIONARIES.zh[word].trim(), word).not.toBe("");
      expect(places(DICTIONARIES.zh[word]), word).toEqual(places(DICTIONARIES.en[word]));
    }
  });

  it("fills places with words as they are, and leaves what is not given in sight", () => {
    expect(say("en", "noMatch", { q: "{n} <b>" })).toBe("Nothing matches “{n} <b>”.");
    expect(say("en", "ago")).toBe("{t} ago");
  });
});

describe("a draft", () => {
  it("is what was typed, without what is empty, and names what is wrong before it is sent", () => {
    expect(draftOf({ ...EMPTY, text: "a", tags: " x, ,y，z ", ttl: "60" })).toEqual({
      draft: { level: "INFO", text: "a", tags: ["x", "y", "z"], ttl: 60 },
      faults: new Map(),
    });
    const { faults: wrong } = draftOf({ ...EMPTY, ttl: "0", data: "[1]" });
    expect([...wrong.keys()].sort()).toEqual(["/data", "/text", "/ttl"]);
    expect(draftOf({ ...EMPTY, text: "x".repeat(2_001) }).faults.get("/text")?.word).toBe("tooLong");
    expect(draftOf({ ...EMPTY, text: "😀".repeat(2_000) }).faults.size).toBe(0);
  });

  it("is cleaned as the server does it", () => {
    expect(clean("a\r\nb\tc\u2028d\u0007e\u202ef\ufeffg\u200bh")).toBe("a b c defg\u200bh");
    expect(cells("ok 走马灯🎉")).toBe(11);
  });

  it("brings a notice back with what was left of its life", () => {
    const notice = {
      id: "a",
      board: "ops",
      version: 3,
      rev: 4,
      level: "LOW",
      text: "t",
      tags: ["x"],
      key: "k",
      link: "https://a.example/",
      data: { b: 1 },
      cells: 1,
      count: 2,
      started: true,
      starts_at: new Date(NOW - 100_000).toISOString(),
      expires_at: new Date(NOW + 90_000).toISOString(),
      trace_id: "0",
    } as Listed;
    expect(again(notice, NOW)).toEqual({
      level: "LOW",
      text: "t",
      ttl: 90,
      tags: ["x"],
      key: "k",
      link: "https://a.example/",
      data: { b: 1 },
    });
    const later = { ...notice, starts_at: new Date(NOW + 30_000).toISOString() };
    expect(again(later, NOW)).toMatchObject({ ttl: 60, starts_at: later.starts_at });
    expect(again({ ...notice, expires_at: new Date(NOW - 5).toISOString() }, NOW).ttl).toBe(1);
    expect(draftOf(fieldsOf(notice, NOW)).draft).toEqual({ id: "a", ...again(notice, NOW) });
  });
});

describe("who one is", () => {
  it("is read from a token as it was pasted, and from nothing that is none", () => {
    expect(tokenIn("  Bearer a.b.c \n")).toBe("a.b.c");
    expect([tokenIn("a.b"), tokenIn("a b.c.d"), tokenIn("")]).toEqual([undefined, undefined, undefined]);
    const token = `x.${Buffer.from(JSON.stringify({ scope: "subscribe:ops", exp: 9, sub: "大厅" })).toString("base64url")}.y`;
    expect(claims(token)).toEqual({ scope: "subscribe:ops", exp: 9, sub: "大厅" });
    expect(claims("no.token.here")).toEqual({ scope: "", exp: null, sub: "" });
  });

  it("opens the boards that its scopes name, and no others", () => {
    expect(covers("admin", "publish", "ops")).toBe(true);
    expect(covers("subscribe:ops", "publish", "ops")).toBe(false);
    expect(covers("publish:ops.*", "publish", "ops.east")).toBe(true);
    expect(covers("publish:ops.*", "publish", "opsx")).toBe(false);
    expect(covers("publish:*", "subscribe")).toBe(false);
    expect(covers("administrator", "admin")).toBe(false);
  });
});

describe("the server's refusals", () => {
  afterEach(() => vi.unstubAllGlobals());
  const answer = (status: number, body: string) => vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status })));

  it("become errors with their faults, whatever stands in them", async () => {
    answer(
      422,
      JSON.stringify({
        type: "/errors/invalid",
        detail: "2 faults",
        trace_id: "t",
        errors: [{ pointer: "/policy/speed", detail: "too fast" }, { pointer: 7 }, null],
      }),
    );
    const problem = asError(await api.publish({ text: "a" }).catch((error: unknown) => error));
    expect([problem.status, problem.slug, problem.message, problem.traceId, problem.word]).toEqual([
      422,
      "invalid",
      "2 faults",
      "t",
      "e422",
    ]);
    expect([...problem.at("/policy")]).toEqual([["/speed", "too fast"]]);
  });

  it("that are no problem at all still have a word", async () => {
    answer(502, "<html>bad gateway</html>");
    const problem = asError(await api.boards().catch((error: unknown) => error));
    expect([problem.status, problem.word, problem.message]).toEqual([502, "eOther", ""]);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    expect(asError(await api.boards().catch((error: unknown) => error)).word).toBe("eNetwork");
    expect(new ApiError(409, { detail: 7, errors: "x" }).errors).toEqual([]);
  });

  it("of the login end it, and an answer without one tells that none is needed", async () => {
    session.take("a.b.c");
    expect(session.loggedIn).toBe(true);
    answer(401, "{}");
    await api.boards().catch(() => undefined);
    expect([session.loggedIn, session.why, session.open, session.can("publish", "ops")]).toEqual([false, "ended", false, false]);
    answer(200, JSON.stringify({ boards: [], next: null }));
    await api.boards();
    expect([session.open, session.can("admin")]).toEqual([true, true]);
  });
});

describe("addresses and keys", () => {
  it("of every view lead back to it", () => {
    const routes: Route[] = [
      { view: "shown", board: "ops" },
      { view: "boards" },
      { view: "board", board: "ops" },
      { view: "board", board: "ops", notice: "a:b.c" },
      { view: "policy", board: "x.y" },
      { view: "terminals" },
      { view: "traffic" },
      { view: "login" },
    ];
    for (const route of routes) expect(parse(link(route))).toEqual(route);
    for (const odd of ["", "#", "#/boards/_auth", "#/boards/%", "#/boards/Ops", "#/nothing"])
      expect(parse(odd)).toEqual({ view: "boards" });
  });

  it("are read one after the other, and a second key is not waited for long", () => {
    const keys = new Keys();
    expect([keys.press("g", 0), keys.press("t", 500), keys.press("t", 600)]).toEqual([null, "terminals", null]);
    expect([keys.press("g", 0), keys.press("b", 5_000)]).toEqual([null, null]);
    for (const [deed, pressed] of KEYS) expect(pressed.map((key) => keys.press(key, 0)).at(-1)).toBe(deed);
  });
});
