/** Logging in to the console of a server with keys: by token, as a client, with less than everything, and out again. */
import { accessible, CLIENTS, glass, lockedTest as test, openConsole, rows } from "./console-parts.ts";
import { expect } from "./server.ts";

test("one without a login is asked for it, and comes back to where he was going", async ({ page, locked }) => {
  await locked.publish({ id: "a", board: "ops", text: "behind the door" });
  await openConsole(page, locked.url, "/boards/ops");
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  await accessible(page, "login");
  await page.getByLabel("Token", { exact: true }).fill("nonsense");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.locator("wa-input[data-fault]")).toContainText("That is no token");
  await page.getByLabel("Token", { exact: true }).fill("eyJh.eyJz.c2ln");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.locator(".failure")).toContainText("does not take this");
  const token = locked.token("admin");
  await page.getByLabel("Token", { exact: true }).fill(`Bearer ${token}`);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(rows(page)).toContainText("behind the door");
  expect(page.url()).toContain("#/boards/ops");
  expect(await page.content()).not.toContain(token);
  await expect(glass(page).locator("[part=status]")).toHaveAttribute("data-connected", "live");
  await page.reload();
  await expect(rows(page)).toContainText("behind the door");
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage))).not.toContain(token);
});

test("a client logs in with its secret, renews, and its refresh token is taken back when it leaves", async ({ page, locked }) => {
  await locked.publish({ board: "ops", text: "behind the door" });
  const { id, secret } = CLIENTS.operator;
  await openConsole(page, locked.url, "/boards/ops");
  await page.getByRole("radio", { name: "With a client secret" }).check();
  await page.getByLabel("Client id").fill(id);
  await page.getByLabel("Client secret").last().fill("not the secret at all");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.locator(".failure")).toBeVisible();
  await page.getByLabel("Client secret").last().fill(secret);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(rows(page)).toContainText("behind the door");
  await expect(page.locator(".who")).toContainText(id);
  const kept = () => page.evaluate(() => JSON.parse(sessionStorage.getItem("marquee:console:login") ?? "null"));
  const before = await kept();
  expect(JSON.stringify(before)).not.toContain(secret);
  // As if it were about to end: the next request renews it first.
  await page.evaluate(
    (login) => sessionStorage.setItem("marquee:console:login", JSON.stringify({ ...login, ends: Date.now() + 1_000 })),
    before,
  );
  await page.reload();
  await expect(rows(page)).toContainText("behind the door");
  await expect.poll(async () => (await kept()).refresh).not.toBe(before.refresh);
  const last = await kept();
  const revoked = page.waitForResponse((answer) => answer.url().endsWith("/v1/auth/revoke"));
  await page.getByRole("button", { name: "Log out" }).click();
  expect((await revoked).status()).toBe(200);
  const again = await fetch(`${locked.url}/v1/auth/refresh`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refresh_token: last.refresh }),
  });
  expect(again.status).toBe(401);
});

test("one who may only follow is offered nothing that changes anything, and is told why", async ({ page, locked }) => {
  await locked.publish({ id: "a", board: "ops", text: "to be read" });
  const { id, secret } = CLIENTS.viewer;
  await openConsole(page, locked.url, "/login");
  await page.getByRole("radio", { name: "With a client secret" }).check();
  await page.getByLabel("Client id").fill(id);
  await page.getByLabel("Client secret").last().fill(secret);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.locator("mq-boards tbody tr")).toHaveCount(1);
  await openConsole(page, locked.url, "/boards/ops");
  await expect(rows(page)).toContainText("to be read");
  await expect(page.getByRole("button", { name: /Retract|Replace|Publish/ })).toHaveCount(0);
  await openConsole(page, locked.url, "/boards/ops/policy");
  await expect(page.getByText("needs the scope admin")).toBeVisible();
  await expect(page.getByLabel("Speed", { exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save policy" })).toHaveCount(0);
  await openConsole(page, locked.url, "/terminals");
  await expect(page.getByText("with the scope admin")).toBeVisible();
  await openConsole(page, locked.url, "/boards/other");
  await expect(page.locator(".failure")).toContainText("does not allow that");
  await page.getByRole("link", { name: "Log in as another" }).first().click();
  await page.getByLabel("Token", { exact: true }).fill(locked.token("admin"));
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(/#\/boards\/other$/);
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeVisible();
});
