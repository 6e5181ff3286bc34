import { createOTP } from "@better-auth/utils/otp";
import type { Page } from "@playwright/test";
import { api } from "#convex/_generated/api.js";
import { apiOf, idsOf } from "./support/api.ts";
import { people, samplePassword, signIn } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test("a device is signed out from another one, and its open page of a child closes", async ({ as }) => {
  const manager = await as("caseManager");
  const { studentId } = await idsOf(await apiOf(manager), "Ava Marchetti");
  const lost = await as("caseManager", {
    userAgent: "Mozilla/5.0 (iPad; CPU OS 18_0) Version/18.0 Safari/604.1",
  });
  await lost.goto(`/students/${studentId}`);
  await expect(lost.getByRole("heading", { name: /Ava/ }).first()).toBeVisible();

  await manager.goto("/account");
  await manager.getByRole("button", { name: "Sign out Safari on iPad" }).click();
  await expect(lost.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await expect(lost.getByRole("heading", { name: /Ava/ })).toHaveCount(0);
  await expect(manager.getByText("Safari on iPad")).toHaveCount(0);
});

test("a second step is set up, and a backup code opens the door in another browser, once", async ({
  as,
  district,
  visitor,
}) => {
  const page = await as("specialist");
  await page.goto("/account");
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await page.getByLabel("Your password now").first().fill(samplePassword);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("Or type this key").waitFor();
  const codes = await page
    .getByRole("list", { name: /backup codes/ })
    .getByRole("listitem")
    .allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await page.getByLabel("Code from your app").fill(await codeFor(page));
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("button", { name: "New backup codes" })).toBeVisible();

  const other = await visitor({ baseURL: district.url });
  await givePassword(other, people.specialist);
  await other.getByRole("button", { name: "Use a backup code" }).click();
  await other.getByLabel("Backup code").fill(codes[0] ?? "");
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(other.getByRole("button", { name: /^Account of/ })).toBeVisible();

  const third = await visitor({ baseURL: district.url });
  await givePassword(third, people.specialist);
  await third.getByRole("button", { name: "Use a backup code" }).click();
  await third.getByLabel("Backup code").fill(codes[0] ?? "");
  await third.getByRole("button", { name: "Continue" }).click();
  await expect(third.getByText("was used already").first()).toBeVisible();
});

test("a passkey is added with the password, and signs its owner in without it", async ({ as }) => {
  const page = await as("specialist");
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  const options = {
    ...({ protocol: "ctap2", transport: "internal", hasResidentKey: true } as const),
    ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  };
  await device.send("WebAuthn.addVirtualAuthenticator", { options });
  await page.goto("/account");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Your password now").first().fill(samplePassword);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("not used yet")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("button", { name: /^Remove/ })).toBeVisible();
  await expect(page.getByText("not used yet")).toHaveCount(0);
});

test("a page that nobody uses locks in all tabs, shows nothing, and opens again with the password", async ({
  as,
}) => {
  const page = await as("caseManager");
  await page.context().clock.install();
  const { studentId } = await idsOf(await apiOf(page), "Ava Marchetti");
  await page.goto(`/students/${studentId}`);
  await expect(page.getByRole("heading", { name: /Ava/ }).first()).toBeVisible();
  const tab = await page.context().newPage();
  await tab.goto("/students");
  await expect(tab.getByText("Ava Marchetti").first()).toBeAttached();

  await page.context().clock.fastForward("16:00");
  for (const one of [page, tab]) {
    await expect(one.getByRole("heading", { level: 1, name: "Locked" })).toBeVisible();
    await expect(one.getByText(/Ava|Marchetti/)).toHaveCount(0);
    expect(await one.title()).not.toContain("Ava");
  }
  // The server keeps it locked, whatever a browser is made to forget.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Locked" })).toBeVisible();

  await page.getByLabel(/^Password of/).fill(samplePassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Ava/ }).first()).toBeVisible();
  await expect(tab.getByText("Ava Marchetti").first()).toBeAttached();
});

test("words that waited when the session ended lie sealed on the device, and arrive after sign-in", async ({
  as,
}) => {
  const words = "Heron mentions the blue kite again.";
  const page = await as("caseManager");
  const { studentId, draftId } = await idsOf(await apiOf(page), "Ava Marchetti");
  await page.goto(`/students/${studentId}/plans/${draftId}`);
  const editor = page.locator('[contenteditable="true"]').first();
  await editor.waitFor();
  await page.waitForLoadState("networkidle");
  const manager = await apiOf(page);
  await page.context().setOffline(true);
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(` ${words}`);
  await expect(editor).toContainText(words);
  await expect.poll(() => page.evaluate(everythingKept)).toContain("drafts");
  expect(await page.evaluate(everythingKept)).not.toContain("blue kite");

  const here = (await manager.query(api.people.devices.list, {})).find(({ isThis }) => isThis);
  await manager.mutation(api.people.devices.revoke, { deviceId: here?.deviceId ?? "" });
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(everythingKept)).not.toContain("blue kite");

  await signIn(page, people.caseManager);
  await page.goto(`/students/${studentId}/plans/${draftId}`);
  await expect(page.locator('[contenteditable="true"]').first()).toContainText(words);
});

/** The first step of signing in, in a browser that is asked for a code then. */
async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(samplePassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "One more step" }).waitFor();
}

/** What an authenticator app would show for the key on the page. */
async function codeFor(page: Page): Promise<string> {
  const key = (await page.locator("code").innerText()).replaceAll(/\s/g, "");
  const bits = [...key].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  const secret = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)));
  return await createOTP(secret).totp();
}

/** Runs in the page: everything that the browser keeps for it, as text; bytes as the letters that they may be. */
async function everythingKept(): Promise<string> {
  const text: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done, failed) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => done(reading.result);
        reading.onerror = () => failed(reading.error);
      });
      for (const row of rows) {
        text.push(
          store,
          JSON.stringify(row, (_, value: unknown) =>
            value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
          ),
        );
      }
    }
    database.close();
  }
  return text.join("\n");
}
