/** `npm run fresh`: says whether the committed `dist` is what the sources give, byte for byte. It changes nothing. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleAll } from "./bundle.mjs";

/** The files below a folder, sorted; none if it is not there. */
async function files(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const dist = fileURLToPath(new URL("dist", import.meta.url));
const built = await mkdtemp(join(tmpdir(), "marquee-web-"));
try {
  await bundleAll(built);
  const names = [...new Set([...(await files(built)), ...(await files(dist))])];
  const stale = [];
  for (const name of names) {
    const [fresh, kept] = await Promise.all([built, dist].map((at) => readFile(join(at, name)).catch(() => null)));
    if (!fresh || !kept || !fresh.equals(kept)) stale.push(name);
  }
  if (stale.length > 0) {
    console.error(`web/dist is not what its sources give (${stale.join(", ")}). Run: npm --prefix web run build`);
    process.exitCode = 1;
  }
} finally {
  await rm(built, { recursive: true, force: true });
}
