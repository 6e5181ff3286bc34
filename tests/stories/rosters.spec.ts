import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { heldLine, slowLine } from "./support/network.ts";
import { sizes } from "./support/screens.ts";
import { expect, test } from "./support/test.ts";

const HEADER = "external_id,student_number,given_name,family_name,date_of_birth,grade,school_id";
const csv = (...lines: string[]) => [HEADER, ...lines].join("\n");

/** The page is the same at both sizes but for its layout, which has its own gate. */
const sizesSeen = process.env.EVERY_LOOK === "1" ? (["desk", "phone"] as const) : (["phone"] as const);

for (const size of sizesSeen) {
  test(`a file with errors is corrected, applied and taken back, at the size of a ${size}`, async ({
    as,
  }) => {
    const page = await as("administrator", { viewport: sizes[size] });
    // On a phone's line the file is read before the page knows the organization: nothing is skipped for that.
    const line = size === "phone" ? await slowLine(page, 700) : null;
    await choose(
      page,
      csv(
        "w1,8801,Imogen,Featherstone,2016-02-11,4,Cottonwood Elementary School",
        "w2,8802,Caspian,Wetherby,2016-13-02,4,Cottonwood Elementary School",
        "w3,8803,Ottilie,Branscombe,2016-01-19,27,Cottonwood Elementary School",
      ),
    );
    line?.mend();
    await expect(page.getByText("2 rows have errors")).toBeVisible();
    await expect(page.getByText("This day does not exist. Write it as year-month-day.")).toBeVisible();
    await expect(page.getByText("Your organization has no such grade.")).toBeVisible();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as CSV" }).click();
    const errors = await readFile(await (await download).path(), "utf8");
    expect(errors).toContain("date_of_birth (not_a_day): This day does not exist.");
    await page.getByRole("button", { name: "Discard" }).click();

    // The file of errors itself is corrected and imported, beside the row that was right.
    const corrected = errors.replace("2016-13-02", "2016-12-02").replace(",27,", ",4,");
    await choose(page, corrected);
    await expect(page.getByRole("button", { name: "Apply 2 rows" })).toBeVisible();
    await page.getByRole("button", { name: "Apply 2 rows" }).click();
    await expect(page.getByText("2 rows are applied")).toBeVisible();
    const address = page.url();
    await page.goto("/students");
    await expect(page.getByText("Caspian Wetherby").filter({ visible: true })).toHaveCount(1);

    await page.goto(address);
    await page.getByRole("button", { name: "Take this import back" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Take this import back" }).click();
    await expect(page.getByText("2 rows are as before the import")).toBeVisible();
    await page.goto("/students");
    await expect(page.getByText("Ava Marchetti").filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText("Caspian Wetherby")).toHaveCount(0);
  });
}

test("the columns of a source are remembered, also for whoever is quicker than the line", async ({ as }) => {
  const page = await as("administrator");
  const file = (id: string) =>
    `${HEADER},called_at_home\n${id},,Wilhelmina,Oakhurst,2016-02-11,4,Cottonwood Elementary School,Billie`;
  const line = await heldLine(page);
  await page.goto("/settings/imports");
  await lay(page, file("m1"));
  await page.getByRole("button", { name: /Preferred name/ }).click();
  await page.getByRole("option", { name: /called_at_home/ }).click();
  await page.getByRole("button", { name: "Check the files" }).click();
  await checked(page);
  await expect(page.getByText("Billie Oakhurst")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();

  await page.goto("/settings/imports");
  await page.getByRole("button", { name: "Choose files" }).waitFor();
  line.hold();
  await lay(page, file("m2"));
  await page.getByRole("button", { name: "Check the files" }).click();
  line.mend();
  await checked(page);
  await expect(page.getByText("Billie Oakhurst")).toBeVisible();
});

test("an import goes on after the power was cut, and does each row once", async ({ as, district }) => {
  test.setTimeout(180_000);
  const page = await as("administrator");
  const count = Number(process.env.IMPORTED_ROWS ?? 300);
  const lines = Array.from(
    { length: count },
    (_, i) => `p${i},P${i},Pupil${i},Invented${i},2016-03-09,4,Cottonwood Elementary School`,
  );
  await choose(page, csv(...lines));
  await page.getByRole("button", { name: `Apply ${count} rows` }).click();
  await expect(page.getByText("Applying. You may close this page")).toBeVisible();
  const address = page.url();
  await page.close();
  await district.cutPower();
  await district.start();

  const again = await as("administrator");
  await again.goto(address);
  await expect(again.getByText(`${count} rows are applied`)).toBeVisible({ timeout: 120_000 });
  // Whoever is in the file is here, once: the same file has nothing more to do.
  await choose(again, csv(...lines));
  await expect(again.getByRole("button", { name: "Finish, nothing to change" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(again.getByRole("row", { name: new RegExp(`Students.*${count}`) })).toBeVisible();
});

/** Chooses a file on the page of imports and confirms what the page makes of it. */
async function choose(page: Page, text: string): Promise<void> {
  await page.goto("/settings/imports");
  await lay(page, text);
  await page.getByRole("button", { name: "Check the files" }).click();
  await checked(page);
}
async function lay(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "students.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
}
async function checked(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Apply|Finish)/ }).waitFor({ timeout: 60_000 });
}
