import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { apiOf, childOf } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

test("a guardian makes a copy of the record, takes it home, and reads it without a network", async ({
  as,
}) => {
  const { studentId } = await childOf(await apiOf(await as("caseManager")), "Ava Marchetti");
  const page = await as("guardian");
  await page.goto(`/children/${studentId}/download`);
  await page.getByRole("button", { name: "Make a copy" }).click();
  const button = page.getByRole("button", { name: /^Download \(/ });
  await button.waitFor({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^ava-marchetti-.*\.zip$/);

  const home = path.join(tmpdir(), `openiep-copy-${process.pid}`);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), bytes);
  }
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(path.join(home, "index.html")).href);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ava Marchetti: copy of the record");
  await expect(page.getByText("what the school shares with the family")).toBeVisible();
  const plans = page.locator("#plans a");
  const title = await plans.first().innerText();
  await plans.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("heading", { name: "Goals" }).first()).toBeVisible();
  await page.context().setOffline(false);
  rmSync(home, { recursive: true });
});

test("an administrator reads who has which status without asking, filters it, and shares it without small numbers", async ({
  as,
}) => {
  const page = await as("administrator");
  await page.goto("/reports");
  await expect(page.getByText(/students? \(.*\) have a status/)).toBeVisible();
  await expect(page.getByText(/As of .* the whole organization/)).toBeVisible();
  const byPlan = page.getByRole("region", { name: "Status and plan" }).first();
  await expect(byPlan.getByRole("rowheader", { name: "Total" }).first()).toBeVisible();

  await page.getByRole("button", { name: /School/ }).click();
  await page.getByRole("option").nth(1).click();
  await expect(page).toHaveURL(/school=/);

  await page.getByText("For sharing: hide numbers below 10").click();
  await expect(page.getByText("Small numbers are hidden")).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tables as CSV" }).click(),
  ]);
  const csv = readFileSync(await file.path(), "utf8");
  const numbers = [...csv.matchAll(/,(\d+)(?=[,\r])/g)].map(([, number]) => Number(number));
  expect(numbers.filter((number) => number > 0 && number < 10)).toEqual([]);
  expect(csv).toContain(",c");
});
