/** Builds what the server embeds into a folder: the same bytes from the same sources, without hashes in names. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { build, minifySync } from "vite";

const ROOT = dirname(fileURLToPath(import.meta.url));

/** A library is not minified by Vite, for tools that shake it. This one is for browsers: one tool shortens code, the other names. */
const small = {
  name: "small",
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const { code } = await minify(chunk.code, { module: true, ecma: 2022, compress: { passes: 3, keep_fargs: false, unsafe: true, unsafe_arrows: true, unsafe_methods: true }, mangle: false, format: { comments: false } });
      const named = minifySync(chunk.fileName, code, { module: true, mangle: { toplevel: true }, codegen: { removeWhitespace: true } });
      chunk.code = named.code;
    }
  },
};

/**
 * The script, as an ES module, what it loads later, and the style sheet that it imports. As a library, because a page's
 * script would get code of Vite's that loads what is loaded later in advance.
 */
async function bundle(entry, name, outDir, parts) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [small],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      cssTarget: ["chrome111", "firefox113", "safari16.2"],
      minify: false,
      cssMinify: true,
      sourcemap: false,
      reportCompressedSize: false,
      modulePreload: false,
      cssCodeSplit: false,
      lib: { entry: join(ROOT, entry), formats: ["es"], fileName: name, cssFileName: name },
      rollupOptions: {
        output: {
          format: "es",
          // The console is loaded as a whole: its parts would have the names of the element's, and be others.
          codeSplitting: parts === "later",
          entryFileNames: `assets/${name}.js`,
          chunkFileNames: "assets/[name].js",
          assetFileNames: `assets/${name}.[ext]`,
        },
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

/** The files of a folder and what is in them. */
async function contents(folder) {
  const names = await readdir(folder);
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]));
}

/** Everything, into `outDir`, which is emptied before. */
export async function bundleAll(outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await bundle("page/page.ts", "page", outDir, "later");
  const parts = await contents(join(outDir, "assets"));
  await bundle("element/register.ts", "marquee-board", outDir, "later");
  await bundle("console/console.ts", "console", outDir, "whole");
  // Page and element load the same parts: were one built otherwise for the other, the last would win in silence.
  for (const [name, bytes] of parts) {
    const now = await readFile(join(outDir, "assets", name));
    if (!now.equals(bytes)) throw new Error(`${name} is another for the element than for the page`);
  }
  for (const [page, name] of [["page", "index"], ["console", "console"]]) {
    await writeFile(join(outDir, `${name}.html`), minified(await readFile(join(ROOT, page, "index.html"), "utf8")));
  }
}
