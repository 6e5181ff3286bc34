import { api } from "#convex/_generated/api.js";
import { apiOf, childOf } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

test("what one window decided about a record, another that was open before does not decide again", async ({
  as,
}) => {
  const page = await as("administrator");
  const { studentId } = await childOf(await apiOf(page), "Ava Marchetti");
  const words = "الأسرة انتقلت 🏡";
  await (await apiOf(page)).mutation(api.retention.requests.ask, { studentId, words });
  const stale = await page.context().newPage();
  const boxes = [page, stale].map((one) => one.getByRole("dialog", { name: "Ava Marchetti" }));
  for (const one of [page, stale]) {
    await one.goto("/settings/retention");
    const row = one.getByRole("listitem").filter({ hasText: words });
    await expect(row.getByText("The student is at school")).toBeVisible();
    await row.getByRole("button", { name: "Decide" }).click();
  }
  const [box, staleBox] = boxes;
  if (!box || !staleBox) return;
  await box.getByText("Hold it for a legal matter").click();
  const decide = box.getByRole("button", { name: "Decide" });
  for (const [typed, said] of [
    ["  \n ", "Fill this in."],
    ["ح".repeat(501), "This is too long. Shorten it."],
  ] as const) {
    await box.getByLabel("Why").fill(typed);
    await decide.click();
    await expect(box.getByText(said).first()).toBeVisible();
  }
  await box.getByLabel("Why").fill("جلسة 7/26 ⚖️");
  await decide.click();
  await expect(box).toHaveCount(0);

  await staleBox.getByLabel("Why").fill("Nothing speaks against it.");
  await staleBox.getByRole("button", { name: "Decide" }).click();
  await expect(staleBox.getByText("Somebody decided about this meanwhile").first()).toBeVisible();
  await stale.keyboard.press("Escape");
  const held = stale.getByRole("region", { name: "held for a legal matter" });
  await expect(held.getByText("جلسة 7/26 ⚖️")).toBeVisible();

  await held.getByRole("button", { name: "Decide" }).click();
  await stale.getByRole("dialog").getByRole("button", { name: "Decide" }).click();
  await expect(held).toHaveCount(0);
  await stale.getByRole("button", { name: "Decide" }).click();
  await staleBox.getByLabel("Why").fill("A court may ask again.");
  await staleBox.getByRole("button", { name: "Decide" }).click();
  await expect(stale.getByText(/^Kept, to be looked at again on/)).toBeVisible();
  await expect(stale.getByText("Nothing new is due.")).toBeVisible();
});
