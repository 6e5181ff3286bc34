import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const fromTheOther = "from record WC-2048";

test("two records of one child are compared and joined: the timeline shows both pasts, until they are separated", async ({
  as,
}) => {
  const page = await as("administrator");
  await page.goto("/students/duplicates");
  await page.getByRole("link", { name: /^Compare/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "One child or two?" })).toBeVisible();
  await keep(page, "WC-2061");
  await expect(page.getByText("A child is at one school at a time.")).toContainText("WC-2061 counts");
  await expect(page.getByText("Does not count", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Join the two records" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Join the two records" }).click();
  await expect(page.getByText(/\d+ entries moved/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Raphael Quintero" }).click();
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page.getByText("Needs: Hearing impairment")).toBeVisible();
  await expect(page.getByText(fromTheOther).first()).toBeVisible();
  await page.getByRole("link", { name: "Record", exact: true }).click();
  await expect(page.getByText(fromTheOther).first()).toBeVisible();

  await page.goto("/students/duplicates");
  await page.getByRole("button", { name: /^Take apart/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take apart" }).click();
  await expect(page.getByText("Separated again")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Raphael Quintero" }).click();
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page.getByText("At Cottonwood Elementary School")).toBeVisible();
  await expect(page.getByText(fromTheOther)).toHaveCount(0);
});

/** Which of the two stays is chosen on the page; the one found first is offered first. */
async function keep(page: Page, number: string): Promise<void> {
  const swap = page.getByRole("button", { name: /^Keep WC-/ });
  await expect(swap).toBeVisible();
  if ((await swap.textContent())?.includes(number)) await swap.click();
}
