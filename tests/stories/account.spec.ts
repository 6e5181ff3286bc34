import { createOTP } from "@better-auth/utils/otp";
import type { Page } from "@playwright/test";
import type { ConvexHttpClient } from "convex/browser";
import { api } from "#convex/_generated/api.js";
import { apiOf, childOf, idsOf } from "./support/api.ts";
import { letSessionsAge } from "./support/operator.ts";
import { people, samplePassword, signOut } from "./support/people.ts";
import { heapOf, keptBy } from "./support/remains.ts";
import { expect, test } from "./support/test.ts";

test("a device is signed out from another one, and its open page of a child closes", async ({ as }) => {
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
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
  const elsewhere = await as("specialist");
  await elsewhere.goto("/account");
  await elsewhere.getByRole("button", { name: "Set up", exact: true }).click();
  await page.getByLabel("Code from your app").fill("12345");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("six digits").first()).toBeVisible();
  await page.getByLabel("Code from your app").fill(inArabicDigits(await codeFor(page)));
  await page.getByRole("button", { name: "Turn on" }).click();
  // The window in which it was begun too goes along.
  for (const one of [page, elsewhere]) {
    await expect(one.getByRole("button", { name: "New backup codes" })).toBeVisible();
  }

  const other = await visitor({ baseURL: district.url });
  await givePassword(other, people.specialist);
  await other.getByLabel("Code from your app").fill(codes[0] ?? "");
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
  const { studentId } = await childOf(await apiOf(page), "Ava Marchetti");
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

test("a session that ends in mid-sentence loses no word, and leaves none to whoever comes after sign-out", async ({
  as,
  district,
}) => {
  const words = "Heron mentions the blue kite again.";
  const page = await as("caseManager");
  const { studentId, draftId } = await idsOf(await apiOf(page), "Ava Marchetti");
  const address = `/students/${studentId}/plans/${draftId}`;
  await page.goto(address);
  const editor = page.locator('[contenteditable="true"]').first();
  await editor.waitFor();
  await page.waitForLoadState("networkidle");
  const manager = await apiOf(page);
  await page.context().setOffline(true);
  await writeAtEnd(page, ` ${words}`);
  await expect(editor).toContainText(words);
  await expect.poll(() => keptBy(page)).toContain("drafts");
  expect(await keptBy(page)).not.toContain("blue kite");

  // Away from the network when it ends: what waits lies sealed on the device.
  await endSessionOf(manager);
  await page.context().setOffline(false);
  await expect(page.getByText("what you had typed is kept on this device")).toBeVisible();
  expect(await keptBy(page)).not.toContain("blue kite");
  await fillIn(page, people.caseManager);
  await expect(page).toHaveURL(address);
  await expect(editor).toContainText(words);

  // And while somebody types: every word that the page had shown is there again, and goes on to the server.
  const again = await apiOf(page);
  await writeAtEnd(page, " Session:");
  const count = await typeUntilGone(page, 5, () => endSessionOf(again));
  expect(count).toBeGreaterThanOrEqual(5);
  await page.waitForURL(/sign-in/);
  await fillIn(page, people.caseManager);
  await expect(editor).toContainText(`Session:${phrase(count)}`);
  await expect.poll(() => keptBy(page)).not.toContain("drafts");
  const sentence = `Session:${phrase(count)}`.slice(0, 24);
  expect(await heapOf(page)).toContain(sentence);

  await signOut(page);
  await page.waitForLoadState("networkidle");
  const left = [await heapOf(page), await keptBy(page), district.said];
  for (const remains of left) {
    for (const canary of [sentence, "blue kite", "Ava Marchetti", studentId]) {
      expect(remains.includes(canary), canary).toBe(false);
    }
  }
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  expect(cookies.filter((name) => name.includes("session"))).toEqual([]);
});

test("whoever left a screen open archives nothing: it takes the password, and is undone the same way", async ({
  as,
  district,
}) => {
  const page = await as("administrator");
  await page.goto("/settings/organization");
  await letSessionsAge(district.url);
  await page.getByRole("button", { name: "Archive…" }).click();
  const form = page.getByRole("dialog", { name: "Archive the organization" });
  const name = (await form.getByText(/To be sure, type its name/).innerText()).split(": ")[1] ?? "";
  await form.getByLabel("Why").fill("The district was merged.");
  await form.getByLabel(/To be sure/).fill(name);
  await form.getByRole("button", { name: "Archive for everybody" }).click();

  const asked = page.getByRole("dialog", { name: "Is it you?" });
  await asked.getByLabel("Your password now").first().fill("not the password");
  await asked.getByRole("button", { name: "Go on" }).click();
  await expect(asked.getByText("This password is not right").first()).toBeVisible();
  await asked.getByLabel("Your password now").first().fill(samplePassword);
  await asked.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} is archived` })).toBeVisible();

  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByText(`${name} is open again`).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Students" }).first()).toBeVisible();
});

const phrase = (count: number) => Array.from({ length: count }, (_, n) => ` w${n + 1}`).join("");

async function writeAtEnd(page: Page, words: string): Promise<void> {
  await page.locator('[contenteditable="true"]').first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(words);
}

/** Goes on typing numbered words until the editor is gone, which `end` sees to. Answers how many it had shown. */
async function typeUntilGone(page: Page, endAfter: number, end: () => Promise<void>): Promise<number> {
  let shown = 0;
  let ending = Promise.resolve();
  for (let n = 1; n < 2_000; n++) {
    await page.keyboard.type(` w${n}`);
    const [text] = await page
      .locator('[contenteditable="true"]')
      .evaluateAll((editors) => editors.map((editor) => editor.textContent ?? ""))
      .catch(() => []);
    if (text === undefined) break;
    if (text.includes(phrase(n))) shown = n;
    if (n === endAfter) ending = end();
  }
  await ending;
  return shown;
}

async function endSessionOf(client: ConvexHttpClient): Promise<void> {
  const here = (await client.query(api.people.devices.list, {})).find(({ isThis }) => isThis);
  await client.mutation(api.people.devices.revoke, { deviceId: here?.deviceId ?? "" });
}

/** Signs in where the page already stands. */
async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(samplePassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The first step of signing in, in a browser that is asked for a code then. */
async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, email);
  await page.getByRole("heading", { level: 1, name: "One more step" }).waitFor();
}

const inArabicDigits = (code: string) =>
  code.replaceAll(/\d/g, (digit) => String.fromCharCode("٠".charCodeAt(0) + Number(digit)));

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
