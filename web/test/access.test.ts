/** The words and the reading of tokens on the page: what is taken for one, and what is said where there is none. */
import { describe, expect, it } from "vitest";
import { tokenIn, tokenOf, whyClosed } from "../page/describe.ts";

const TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ3YWxsIn0.c2ln-_x";

describe("the token of the page", () => {
  it("is found in whatever it was pasted", () => {
    for (const text of [
      TOKEN,
      `  ${TOKEN}\n`,
      `Bearer ${TOKEN}`,
      `Authorization: Bearer ${TOKEN}`,
      `http://127.0.0.1:8080/boards/ops#token=${TOKEN}`,
    ]) {
      expect(tokenIn(text), text).toBe(TOKEN);
    }
    for (const text of ["", "hello", "a.b", "a..c", "a.b.c.d", `${TOKEN}!`, `${TOKEN} and more`]) {
      expect(tokenIn(text), text).toBeUndefined();
    }
  });

  it("is read of the fragment alone", () => {
    expect(tokenOf(`#token=${TOKEN}`)).toBe(TOKEN);
    expect(tokenOf(`#x=1&token=${TOKEN}`)).toBe(TOKEN);
    for (const fragment of ["", "#", "#token=", "#tokens=x", "#notices"]) expect(tokenOf(fragment), fragment).toBeUndefined();
  });

  it("is told plainly where it is missing, over, or not for the board", () => {
    expect(whyClosed("unauthorized", "ops", "none")).toContain("has none");
    expect(whyClosed("unauthorized", "ops", "a token")).toContain("does not take this token");
    expect(whyClosed("forbidden", "ops", "a token")).toContain("subscribe:ops");
    expect(whyClosed("token-expired", "ops", "a token")).toContain("has ended");
    expect(whyClosed("token-revoked", "ops", "a token")).toContain("taken back");
    expect(whyClosed("bad-message", "ops", "none")).toBeUndefined();
  });
});
