/** A real Alertmanager in front of a real server: an alert fires, repeats and resolves, and the page follows. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTop, onRibbon, open, screen } from "./glass.ts";
import { alertmanagerPath, freePort, missing, Running } from "./parts.ts";
import { expect, test } from "./server.ts";

const path = alertmanagerPath();
const reason = missing("prometheus-alertmanager", path);
test.skip(reason !== undefined, reason ?? "");

/** How long repeats are watched: some of Alertmanager's `repeat_interval` of 2 s, ms. */
const REPEATS_MS = 8_000;

const configuration = (server: string): string => `route:
  receiver: marquee
  group_by: ["..."]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 2s
receivers:
  - name: marquee
    webhook_configs:
      - url: ${server}/v1/hooks/alertmanager
        send_resolved: true
`;

test("an alert is shown once while it fires, and goes when it is resolved", async ({ page, server }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), "marquee-alertmanager-"));
  const file = join(folder, "alertmanager.yml");
  await writeFile(file, configuration(server.url));
  const url = `http://127.0.0.1:${await freePort()}`;
  const alertmanager = new Running(path ?? "", [
    `--config.file=${file}`,
    `--storage.path=${join(folder, "data")}`,
    `--web.listen-address=${new URL(url).host}`,
    "--cluster.listen-address=",
  ]);
  const post = async (ends?: Date): Promise<void> => {
    const alert = {
      labels: { alertname: "DatabaseDown", severity: "critical" },
      annotations: { summary: "the database is down" },
      startsAt: started.toISOString(),
      ...(ends ? { endsAt: ends.toISOString() } : {}),
    };
    const answer = await fetch(`${url}/api/v2/alerts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([alert]),
    });
    expect(answer.ok).toBe(true);
  };
  const started = new Date(Date.now() - 5_000);
  try {
    await alertmanager.ready(async () => {
      const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
      return answer?.ok ? true : undefined;
    });
    await open(page, server.url);
    await post();
    await expect(page.locator("#notices > li")).toHaveCount(1, { timeout: 20_000 });
    await expect(page.locator("#notices > li")).toContainText("the database is down");
    const { active, pin } = await screen(page);
    const [id = ""] = active ?? [];
    expect(pin?.id).toBe(id);
    await expect(onTop(page, id)).toBeVisible();

    const counts = new Set<number>();
    for (const until = Date.now() + REPEATS_MS; Date.now() < until; ) {
      counts.add((await screen(page)).active?.length ?? -1);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    expect([...counts]).toEqual([1]);
    expect((await screen(page)).active).toEqual([id]);

    await post(new Date(Date.now() - 1_000));
    await expect(page.locator("#notices > li")).toHaveCount(0, { timeout: 20_000 });
    expect((await screen(page)).active).toEqual([]);
    await expect(onTop(page, id)).toHaveCount(0);
    await expect(onRibbon(page, id)).toHaveCount(0);
  } finally {
    await alertmanager.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
