/** `npm run size`: how large what a page loads is, in brotli of the highest quality; above its limit it fails. It changes nothing. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** What a page loads for a board, in bytes: the element and all of the SDK that every board needs. */
const LIMITS = new Map([["marquee-board.js", 10_240]]);
/** What is told beside it. */
const TOLD = [...LIMITS.keys(), "detour.js", "page.js", "page.css"];

for (const name of TOLD) {
  const text = await readFile(fileURLToPath(new URL(`dist/assets/${name}`, import.meta.url)));
  const size = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const limit = LIMITS.get(name);
  console.log(`${name}: ${size} bytes${limit === undefined ? "" : `, at most ${limit}`}`);
  if (limit === undefined || size <= limit) continue;
  console.error(`${name} is ${size - limit} bytes too large: what few boards need belongs into a file that is loaded later`);
  process.exitCode = 1;
}
