import { addDays } from "#convex/dates.ts";
import { apiOf, childOf } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

test("a status history over three years: a status ends only with its ground, a mistake is put right, and any past evening can be read again", async ({
  as,
}) => {
  const page = await as("caseManager");
  const { studentId } = await childOf(await apiOf(page), "Ava Marchetti");
  await page.goto(`/students/${studentId}/status`);
  const history = page.getByRole("region", { name: "Status over the years" });
  await expect(history.getByRole("listitem")).toContainText([
    "Eligible under IDEA",
    "No status from",
    "Section 504",
  ]);

  await test.step("leaving without an evaluation is refused, and the screen says what is missing", async () => {
    await history.getByRole("button", { name: /Actions for Eligible under IDEA/ }).click();
    await page.getByRole("menuitem", { name: "End this status" }).click();
    const dialog = page.getByRole("dialog", { name: "End this status" });
    await dialog.getByRole("button", { name: /Why it ends/ }).click();
    await page.getByRole("option", { name: /Evaluated and no longer eligible/ }).click();
    await expect(dialog.getByText("An evaluation is missing")).toBeVisible();
    await dialog.getByRole("button", { name: "End this status" }).click();
    await expect(dialog.getByRole("alert")).toContainText("needs an evaluation first");
    await dialog.getByRole("button", { name: "Close" }).click();
  });

  await test.step("a second status beside the first is explained", async () => {
    await history.getByRole("button", { name: "Enter a status" }).click();
    const dialog = page.getByRole("dialog", { name: "Enter a status" });
    await dialog.getByText("Section 504").click();
    await dialog.getByLabel("Reason").fill("Asthma: inhaler at hand, breaks in sports");
    await dialog.getByLabel("Who decided").fill("504 team");
    await dialog.getByRole("button", { name: "Enter a status" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Both statuses are lawful")).toBeVisible();
  });

  await test.step("a wrong first day is put right, and what was believed stays", async () => {
    await history
      .getByRole("button", { name: /Actions for Section 504/ })
      .first()
      .click();
    await page.getByRole("menuitem", { name: "Correct this entry" }).click();
    const dialog = page.getByRole("dialog", { name: "Correct this entry" });
    const firstDay = dialog.getByLabel("First day");
    const yesterday = addDays(await firstDay.inputValue(), -1);
    await firstDay.fill(yesterday);
    await dialog.getByLabel("What was wrong").fill("The plan was agreed a day earlier");
    await dialog.getByRole("button", { name: "Correct this entry" }).click();
    await expect(dialog).toBeHidden();
    await history.getByRole("button", { name: "What was believed when" }).click();
    const believed = page.getByRole("dialog", { name: "What was believed when" });
    await expect(believed.getByText("No longer believed").first()).toBeVisible();
    await expect(believed.getByText("The plan was agreed a day earlier")).toBeVisible();
    await believed.getByRole("button", { name: "Close" }).click();

    await page.goto(`/students/${studentId}/as-it-stood?on=${yesterday}&view=now`);
    await expect(page.getByText("Section 504")).toBeVisible();
    await page.getByText("What was known then").click();
    await expect(page.getByText("What was known then")).toBeVisible();
    await expect(page.getByText("mistakes that were corrected later still stand here")).toBeVisible();
    await expect(page.getByText("Section 504")).toBeHidden();
  });

  await test.step("the line tells of it, and the family reads its own part", async () => {
    await page.goto(`/students/${studentId}/timeline`);
    await page.getByRole("button", { name: "Status", exact: true }).click();
    await expect(page).toHaveURL(/groups=status/);
    await expect(page.getByText("Status begins: Section 504").first()).toBeVisible();
    const guardian = await as("guardian");
    await guardian.goto(`/children/${studentId}/timeline`);
    await expect(guardian.getByText("Status begins: Eligible under IDEA")).toBeVisible();
    await expect(guardian.getByText("changed the record")).toBeHidden();
  });
});
