/** Networks and browsers that get in the way: a proxy that knows no WebSocket, one that holds streams back, no storage, a clock that jumps. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bare, keepLooks, looks } from "./bare.ts";
import { onRibbon, open, screen, status } from "./glass.ts";
import { freePort, missing, nginxPath, Running } from "./parts.ts";
import { expect, test } from "./server.ts";

const path = nginxPath();
const reason = missing("nginx", path);
/** Three handshakes with their back-off, and the time after which a stream is given up for polling, ms. */
const DETOUR_MS = 90_000;
const HOUR_MS = 3_600_000;

/** An nginx before a server that passes on no upgrade, as many do. `stream`: what it does with a stream of events. */
async function proxied(server: string, stream: string, use: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "marquee-nginx-"));
  const host = `127.0.0.1:${await freePort()}`;
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  server {
    listen ${host};
    location / { proxy_pass ${server}; proxy_http_version 1.1; proxy_set_header Host $http_host; proxy_set_header Connection ""; }
    location /v1/sse { proxy_pass ${server}; proxy_http_version 1.1; proxy_set_header Host $http_host; proxy_set_header Connection ""; ${stream} }
  }
}
`,
  );
  const nginx = new Running(path ?? "", ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")]);
  try {
    await nginx.ready(async () => ((await fetch(`http://${host}/livez`).catch(() => undefined))?.ok ? true : undefined));
    await use(`http://${host}`);
  } finally {
    await nginx.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

test("where a proxy knows no WebSocket the board goes over a stream of events, and is live", async ({ page, server }) => {
  test.skip(reason !== undefined, reason ?? "");
  test.setTimeout(DETOUR_MS);
  await proxied(server.url, "", async (url) => {
    const streams: string[] = [];
    page.on("request", (request) => streams.push(new URL(request.url()).pathname));
    await page.goto(url);
    await expect(status(page)).toHaveAttribute("data-connected", "live", { timeout: DETOUR_MS });
    expect(streams).toContain("/v1/sse");
    const { id, cursor } = await server.publish({ text: "by a stream of events" });
    await expect(onRibbon(page, id).first()).toBeAttached();
    expect((await screen(page)).cursor).toBe(cursor);
    // The clock is learnt over plain requests: it is as good.
    expect(streams).toContain("/v1/time");
    expect(Math.abs((await screen(page)).offset_ms)).toBeLessThan(50);
  });
});

test("where a proxy holds the stream back too the board polls, and says so", async ({ page, server }) => {
  test.skip(reason !== undefined, reason ?? "");
  test.setTimeout(2 * DETOUR_MS);
  const held = "proxy_buffering on; proxy_buffers 8 256k; proxy_buffer_size 256k; proxy_busy_buffers_size 512k; proxy_ignore_headers X-Accel-Buffering; gzip on; gzip_types *; gzip_proxied any;";
  await proxied(server.url, held, async (url) => {
    await page.addInitScript(() => {
      const errors: string[] = [];
      Object.assign(window, { errors });
      addEventListener("marquee-error", (event) => errors.push((event as CustomEvent).detail.code));
    });
    await page.goto(url);
    await expect.poll(() => page.evaluate(() => (window as unknown as { errors: string[] }).errors), { timeout: DETOUR_MS }).toEqual(["blocked", "buffered"]);
    await expect(status(page)).toHaveAttribute("data-connected", "live", { timeout: DETOUR_MS });
    const { id, cursor } = await server.publish({ text: "by polling" });
    await expect(onRibbon(page, id).first()).toBeAttached();
    expect((await screen(page)).cursor).toBe(cursor);
  });
});

test("a page whose storage is denied works all the same", async ({ page, server }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  await open(page, server.url);
  const { id } = await server.publish({ text: "without a storage" });
  await expect(onRibbon(page, id).first()).toBeAttached();
});

test("a wall clock that jumps by an hour while it plays moves nothing", async ({ page, server }) => {
  await keepLooks(page);
  await server.publish({ text: "a notice that is on the glass all the while, and long enough", ttl: 600 });
  await bare(page, server.url);
  await expect(onRibbon(page).first()).toBeAttached();
  await page.waitForTimeout(2_500);
  const { x, at, offset_ms } = await screen(page);
  await looks(page);
  for (const hours of [1, -2]) {
    await page.evaluate((ahead) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ahead;
    }, hours * HOUR_MS);
    await page.waitForTimeout(1_000);
  }
  const steps = await looks(page);
  const back = steps.slice(1).filter((look, before) => Object.entries(look.left).some(([id, left]) => left > (steps[before]?.left[id] ?? Infinity)));
  expect(steps.length).toBeGreaterThan(30);
  expect(back).toEqual([]);
  const after = await screen(page);
  expect(after.at - at).toBeLessThan(HOUR_MS / 2);
  expect(after.at).toBeGreaterThan(at);
  expect(Math.abs(after.offset_ms - offset_ms)).toBeLessThan(50);
  expect(Math.abs((after.x ?? 0) - (x ?? 0) - 12 * (after.at - at))).toBeLessThanOrEqual(12);
});
