import { apiOf, childOf } from "./support/api.ts";
import { heldLine } from "./support/network.ts";
import { expect, test } from "./support/test.ts";

test("on a line that stands still nothing typed or pressed is lost, and nobody is blamed for one's own words", async ({
  as,
}) => {
  const page = await as("caseManager");
  const { studentId } = await childOf(await apiOf(page), "Ava Marchetti");
  const line = await heldLine(page);

  // Left twice before the first words have arrived.
  await page.goto(`/students/${studentId}/record`);
  await page.getByRole("button", { name: "Edit Languages" }).click();
  const spoken = page.getByLabel("Spoken at home");
  line.hold();
  await spoken.fill("Spanish");
  await spoken.blur();
  await spoken.fill("Spanish and Basque");
  await page.getByRole("button", { name: "Done Languages" }).click();
  line.mend();
  await expect(page.getByText("Spanish and Basque", { exact: true }).first()).toBeVisible();

  // Opened before the people have come.
  await page.goto(`/students/${studentId}`);
  const add = page.getByRole("button", { name: "Add to team" });
  await add.waitFor();
  line.hold();
  await add.click();
  await page.getByRole("button", { name: "Who" }).click();
  await expect(page.getByRole("listbox")).toHaveText("Loading…");
  line.mend();
  await page.getByRole("option", { name: "Okafor" }).click();
  await expect(page.getByRole("button", { name: "Who" })).toBeFocused();

  // A day that the browser shows and does not hand over.
  await page.goto(`/students/${studentId}/consents`);
  await page.getByRole("button", { name: "Record a decision" }).click();
  const box = page.getByRole("dialog");
  await box.getByLabel("On which day").focus();
  await page.keyboard.type("02312026");
  await box.getByRole("button", { name: "Record a decision" }).click();
  await box.getByRole("button", { name: "On which day: This day does not exist." }).press("Enter");
  await expect(box.getByLabel("On which day")).toBeFocused();
});
