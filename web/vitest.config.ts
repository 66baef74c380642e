/** How the unit tests are run: in Node, without a browser; what needs one is in `e2e`. */
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/**/*.test.ts"], environment: "node" } });
