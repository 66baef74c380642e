/** The SDK as a program has it: made as its package says, and run in Node against a real server, with a WebSocket and without. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "./server.ts";

const WEB = fileURLToPath(new URL("..", import.meta.url));
/** Three tries, and the way beside them, ms. */
const PROGRAM_MS = 40_000;

/** What it sees of three notices that it publishes itself, then it ends. */
const program = (sdk: string, src: string, board: string): string => `
  import { connect, publish } from ${JSON.stringify(pathToFileURL(join(sdk, "index.js")).href)};
  const board = connect({ src: ${JSON.stringify(src)}, board: "${board}" });
  const seen = [];
  board.on("entry", ({ entry }) => {
    if (entry.type === "put") seen.push(entry.notice.text);
    if (seen.length < 3) return;
    console.log(JSON.stringify({ seen, active: board.screen("${board}").active.length, recent: board.recent("${board}").length }));
    board.close();
  });
  let begun = false;
  board.on("state", async ({ connected }) => {
    if (connected !== "live" || begun) return;
    begun = true;
    for (const text of ["one", "two", "three"]) await publish(${JSON.stringify(src)}, { board: "${board}", text });
  });
`;

test("a program in Node follows a board and publishes to it, also where there is no WebSocket", async ({ server }) => {
  test.setTimeout(2 * PROGRAM_MS + 30_000);
  const folder = await mkdtemp(join(tmpdir(), "marquee-sdk-"));
  try {
    const sdk = join(folder, "sdk");
    execFileSync("npx", ["tsc", "-p", "tsconfig.sdk.json", "--outDir", sdk], { cwd: WEB });
    await writeFile(join(sdk, "package.json"), '{"type":"module"}');
    for (const without of [false, true]) {
      const file = join(folder, `program-${without}.mjs`);
      await writeFile(file, (without ? "delete globalThis.WebSocket;\n" : "") + program(sdk, server.url, `of-${without}`));
      const said = execFileSync(process.execPath, ["--experimental-websocket", file], { encoding: "utf8", timeout: PROGRAM_MS });
      expect(JSON.parse(said)).toEqual({ seen: ["one", "two", "three"], active: 3, recent: 3 });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
