/** The console in a browser, against a real server: a person publishes, takes back, steers and looks, with a mouse and without. */
import { accessible, furnish, glass, openConsole, report, rows } from "./console-parts.ts";
import { expect, test } from "./server.ts";

const field = (page: import("@playwright/test").Page, label: string) =>
  page.locator("mq-publish").getByLabel(label, { exact: true });

test("what is published stands in the preview and in the table, and retracting it can be undone", async ({ page, server }) => {
  await openConsole(page, server.url, "/boards/ops");
  await expect(page.getByText("Nothing is active")).toBeVisible();
  await page.getByRole("radio", { name: "WARNING" }).check();
  await field(page, "Text").fill("东门临时关闭 East gate closed");
  await expect(page.locator(".drawn .ink")).toHaveText("东门临时关闭 East gate closed");
  await expect(page.locator(".drawn")).toContainText("29 cells");
  await field(page, "Tags").fill("gate, east");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("WARNING");
  await expect(rows(page).locator(".tag")).toHaveText(["gate", "east"]);
  await expect(glass(page).locator("[part=ribbon] [data-id]").first()).toHaveText("东门临时关闭 East gate closed");
  await expect(field(page, "Text")).toHaveValue("");

  await rows(page)
    .getByRole("button", { name: /^Retract/ })
    .click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).locator(".tag")).toHaveText(["gate", "east"]);
  await expect(glass(page).locator("[part=ribbon] [data-id]").first()).toBeAttached();
});

test("a preview keeps its one connection, whatever is said around it", async ({ page, server }) => {
  await server.publish({ board: "ops", text: "steady" });
  const opened: string[] = [];
  page.on("websocket", (socket) => opened.push(socket.url()));
  await openConsole(page, server.url, "/boards/ops");
  await expect(glass(page).locator("[part=status]")).toHaveAttribute("data-connected", "live");
  const x = () => glass(page).evaluate((element) => (element as HTMLElementTagNameMap["marquee-board"]).screen().x ?? 0);
  const begun = await x();
  await rows(page).getByRole("link", { name: "steady", exact: true }).click();
  await page.keyboard.press("Escape");
  await field(page, "Text").fill("and more is typed");
  await page.getByRole("button", { name: "中文" }).click();
  // Three seconds of the ribbon: relative times were said anew in each.
  await expect.poll(x).toBeGreaterThan(begun + 36_000);
  // One of the preview, one of what watches all boards.
  expect(opened.length).toBe(2);
});

test("a publish whose answer is lost is repeated under the same id, and what was typed survives a walk", async ({
  page,
  server,
}) => {
  await openConsole(page, server.url, "/boards/ops");
  await field(page, "Text").fill("once and no more");
  await page.getByRole("link", { name: "Policy", exact: true }).click();
  await page.goBack();
  await expect(field(page, "Text")).toHaveValue("once and no more");
  await page.route("**/v1/notify", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.locator("mq-publish .failure")).toContainText("cannot be reached");
  await expect(rows(page)).toHaveCount(1);
  await page.unroute("**/v1/notify");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.locator(".toast")).toContainText("It is there already");
  await expect(rows(page)).toHaveCount(1);
});

test("a notice is replaced in place, and a fault of the server stands at its field", async ({ page, server }) => {
  await server.publish({ id: "a", board: "ops", text: "first words", ttl: 900, key: "k" });
  await openConsole(page, server.url, "/boards/ops");
  await rows(page)
    .getByRole("button", { name: /^Replace/ })
    .click();
  await expect(field(page, "Text")).toHaveValue("first words");
  await expect(field(page, "Key")).toHaveValue("k");
  await field(page, "Text").fill("other words");
  await page.getByText("More fields").click();
  await field(page, "Link").fill("http://not.safe/");
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.locator("wa-input[data-field=link]")).toHaveAttribute("data-fault", "");
  await expect(page.locator("wa-input[data-field=link]")).toContainText("https");
  await field(page, "Link").fill("https://safe.example/");
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(rows(page)).toContainText("other words");
  await expect(rows(page)).toHaveCount(1);
});

test("the life of a notice is told in a drawer that has an address, and back closes it", async ({ page, server }) => {
  await server.publish({ id: "a", board: "ops", text: "a life" });
  await openConsole(page, server.url, "/boards/ops");
  await rows(page).getByRole("link", { name: "a life", exact: true }).click();
  await expect(page).toHaveURL(/#\/boards\/ops\/notices\/a$/);
  await expect(page.locator(".stages li")).toHaveCount(3);
  await expect(page.locator(".stages")).toContainText("Delivered");
  await expect(page.locator(".facts-list")).toContainText(/[0-9a-f]{32}/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/boards\/ops$/);
  await expect(page.locator("wa-drawer")).not.toHaveAttribute("open");
  await page.goForward();
  await expect(page.locator(".stages li")).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/boards\/ops$/);
});

test("a policy is tried, saved, and not written over what somebody else saved meanwhile", async ({ page, server }) => {
  await furnish(server);
  await openConsole(page, server.url, "/boards/ops/policy");
  const speed = page.getByLabel("Speed", { exact: true });
  const gap = page.getByLabel("Gap", { exact: true });
  const save = page.getByRole("button", { name: "Save policy" });
  await expect(page.locator(".lane")).toHaveCount(1);
  await speed.fill("0");
  await expect(page.locator("wa-input[data-place='/speed']")).toContainText("1 to 200");
  await expect(save).toBeDisabled();
  await speed.fill("30");
  await expect(page.locator(".lane")).toHaveCount(2);
  await save.click();
  await expect(page.locator(".toast")).toContainText("Saved");
  await expect(page.locator(".head")).toContainText("own policy");

  await server.play("ops", { speed: 40, breath_ms: 1000 });
  await gap.fill("20");
  await save.click();
  await expect(page.getByText("Someone else has changed this policy")).toBeVisible();
  const told = page.locator(".conflict tbody");
  await expect(told.locator("tr", { hasText: "speed" })).toContainText("40");
  await expect(told.locator("tr", { hasText: "gap" })).toContainText("20");
  await page.getByRole("button", { name: "Go on with mine over theirs" }).click();
  await expect(speed).toHaveValue("40");
  await expect(gap).toHaveValue("20");
  await save.click();
  await expect
    .poll(async () => (await (await fetch(`${server.url}/v1/boards/ops/policy`)).json()).policy)
    .toMatchObject({ speed: 40, gap: 20, breath_ms: 1000 });

  await server.play("ops", { speed: 50 });
  await gap.fill("21");
  await save.click();
  await page.getByRole("button", { name: "Take theirs" }).click();
  await expect(speed).toHaveValue("50");
  await expect(gap).toHaveValue("8");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(gap).toHaveValue("21");
  await page.getByRole("link", { name: "Live", exact: true }).click();
  await page.getByRole("link", { name: "Policy", exact: true }).click();
  await expect(gap).toHaveValue("21");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("button", { name: "Reset to the defaults" }).click();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect(page.locator(".head")).toContainText("the defaults");
  await expect(speed).toHaveValue("12");
});

test("boards are watched by the real element, and what is chosen is kept", async ({ page, server }) => {
  await openConsole(page, server.url);
  await expect(page.getByText("No board yet")).toBeVisible();
  await expect(page.locator(".empty pre")).toContainText("curl -d");
  await furnish(server);
  await expect(page.locator("mq-boards tbody tr")).toHaveCount(4);
  await page.getByLabel("Watch newsroom").check();
  await expect(page.locator("marquee-board[board=newsroom] [part=status]")).toHaveAttribute("data-connected", "live");
  await page.getByLabel("Watch ops").uncheck();
  await page.reload();
  await expect(page.locator("marquee-board[board=newsroom]")).toBeVisible();
  await expect(page.locator("marquee-board[board=ops]")).toHaveCount(0);
});

test("terminals are listed with what they show, and traffic counts what comes", async ({ page, server }) => {
  await server.publish({ board: "ops", text: "on the wall", ttl: 900 });
  const stop = new AbortController();
  const follower = fetch(`${server.url}/v1/sse?board=ops&terminal=web&name=${encodeURIComponent("站台")}`, { signal: stop.signal })
    .then((answer) => answer.text())
    .catch(() => undefined);
  try {
    await openConsole(page, server.url, "/terminals");
    const row = page.locator("mq-terminals tbody tr", { hasText: "站台" });
    await expect(row).toContainText("on the wall");
    await expect(row).toContainText("in step");
    await page.keyboard.press("/");
    await page.keyboard.type("no such");
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await page.getByRole("searchbox").fill("admin");
    await expect(page.locator("mq-terminals tbody tr")).toHaveCount(1);
    await expect(page.locator("mq-terminals tbody tr .own")).toHaveText("this console");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await openConsole(page, server.url, "/traffic");
    await expect(page.locator(".state")).toHaveAttribute("data-connected", "live");
    const { version: rev } = await server.publish({ id: "first", board: "ops", level: "LOW", text: "the first", ttl: 60 });
    for (let at = 0; at < 10; at += 1) await server.publish({ board: "ops", level: "LOW", text: `number ${at}`, ttl: 60 });
    await expect(page.locator(".legend li", { hasText: "LOW" })).not.toContainText("0.0/s");
    await report(page, "ops", "wall", [{ id: "first", rev, from: Date.now() - 500, until: Date.now(), outcome: "completed" }]);
    for (const step of ["accepted → stored", "stored → delivered", "delivered → on a glass"])
      await expect(page.locator("section.chart", { hasText: step }).locator(".legend .quiet")).not.toHaveText("0 samples");
    await expect(page.locator(".chart canvas")).toHaveCount(6);
    // The server tells them; it is not asked.
    expect(asked.filter((url) => url.includes("/lifecycle"))).toEqual([]);
  } finally {
    stop.abort();
    await follower;
  }
});

test("everything can be reached by keys, in either language, and the choice is kept", async ({ page, server }) => {
  await furnish(server);
  await openConsole(page, server.url);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.locator("h1")).toHaveText("Terminals");
  await page.keyboard.press("?");
  await expect(page.locator("wa-dialog[open]")).toContainText("Keyboard");
  await page.keyboard.press("Escape");
  await expect(page.locator("wa-dialog[open]")).toHaveCount(0);
  await openConsole(page, server.url, "/boards/ops");
  await page.keyboard.press("n");
  await expect(page.locator("mq-publish textarea").first()).toBeFocused();
  await page.keyboard.type("gb gt");
  await expect(page.locator("h1")).toHaveText("ops");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { name: "在播通知" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "发布通知" })).toBeVisible();
});

test("nothing is wider than a phone", async ({ page, server }) => {
  await furnish(server);
  await page.setViewportSize({ width: 390, height: 844 });
  const waitFor = {
    "/boards": "mq-boards tbody tr",
    "/boards/ops": "mq-notices tbody tr",
    "/boards/ops/policy": ".plan svg",
    "/terminals": "mq-terminals tbody tr",
    "/traffic": ".chart canvas",
    "/boards/ops/shown": "mq-shown .empty",
  };
  for (const [view, there] of Object.entries(waitFor)) {
    await openConsole(page, server.url, view);
    await expect(page.locator(there).first()).toBeVisible();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth + 1 &&
            !element.closest(".code, marquee-board, .scroll, .glass, .unseen, svg"),
        )
        .map((element) => element.outerHTML.slice(0, 90)),
    );
    expect(wide, view).toEqual([]);
  }
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing on any view in ${colorScheme}`, async ({ page, server }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openConsole(page, server.url);
    await accessible(page, "boards without any");
    await furnish(server);
    await expect(page.locator("mq-boards tbody tr")).toHaveCount(4);
    await accessible(page, "boards");
    await openConsole(page, server.url, "/boards/ops");
    await expect(rows(page)).toHaveCount(7);
    await page.getByText("More fields").click();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(page.locator("[data-fault]")).toHaveCount(1);
    await accessible(page, "board with a fault");
    await openConsole(page, server.url, "/boards/ops/notices/db-3-disk");
    await expect(page.locator(".stages li").first()).toBeVisible();
    await accessible(page, "lifecycle");
    await openConsole(page, server.url, "/boards/ops/policy");
    await page.getByLabel("Speed", { exact: true }).fill("33");
    await expect(page.locator(".plan svg")).toHaveCount(2);
    await accessible(page, "policy");
    await openConsole(page, server.url, "/terminals");
    await expect(page.locator("mq-terminals tbody tr").first()).toBeVisible();
    await accessible(page, "terminals");
    await openConsole(page, server.url, "/traffic");
    await expect(page.locator(".chart canvas")).toHaveCount(6);
    await accessible(page, "traffic");
    await page.keyboard.press("?");
    await expect(page.locator(".keys-list")).toBeVisible();
    await accessible(page, "help");
    await page.keyboard.press("Escape");
    await expect(page.locator("wa-dialog[open]")).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await openConsole(page, server.url, "/boards/ops");
    await expect(rows(page)).toHaveCount(7);
    await accessible(page, "board on a phone");
  });
}
