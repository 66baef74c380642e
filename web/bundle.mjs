/** Builds what the server embeds into a folder: the same bytes from the same sources, without hashes in names. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = dirname(fileURLToPath(import.meta.url));

/** The script, as an ES module, and the style sheet that it imports. */
async function bundle(entry, name, outDir) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      cssTarget: ["chrome111", "firefox113", "safari16.2"],
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: {
        input: join(ROOT, entry),
        preserveEntrySignatures: "strict",
        output: { format: "es", entryFileNames: `assets/${name}.js`, assetFileNames: `assets/${name}.[ext]` },
      },
    },
  });
}

/** The page without its comments and indentation. */
const minified = (html) =>
  `${html
    .replace(/<!--[\s\S]*?-->/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n")}\n`;

/** Everything, into `outDir`, which is emptied before. */
export async function bundleAll(outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await bundle("page/page.ts", "page", outDir);
  await bundle("element/register.ts", "marquee-board", outDir);
  await bundle("console/console.ts", "console", outDir);
  for (const [page, name] of [["page", "index"], ["console", "console"]]) {
    await writeFile(join(outDir, `${name}.html`), minified(await readFile(join(ROOT, page, "index.html"), "utf8")));
  }
}
