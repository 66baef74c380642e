/** How the browser tests are run: one at a time, in the Chromium of the system, against a real server. */
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./e2e/parts.ts";

const executablePath = chromiumPath();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "e2e/results/failed",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // A page that a test answers for has no address, and may then not call this machine, unless it is told that it may.
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-features=LocalNetworkAccessChecks"],
    },
  },
});
