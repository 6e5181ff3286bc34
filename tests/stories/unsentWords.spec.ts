import { api } from "#convex/_generated/api.js";
import { apiOf, idsOf } from "./support/api.ts";
import { people, signIn, signOut } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const outcome = "Ava reads two pages aloud, and asks for more";

test("words typed into a form are there again when the session had ended in mid-sentence, for their author only", async ({
  as,
}) => {
  const page = await as("caseManager");
  const client = await apiOf(page);
  const { studentId } = await idsOf(client, "Ava Marchetti");
  const openForm = async () => {
    await page.goto(`/students/${studentId}/timeline`);
    await page.getByRole("button", { name: "Record a meeting" }).click();
    return page.getByRole("dialog");
  };
  const form = await openForm();
  await form.getByLabel("Outcome").fill(outcome);
  const here = (await client.query(api.people.devices.list, {})).find(({ isThis }) => isThis);
  await client.mutation(api.people.devices.revoke, { deviceId: here?.deviceId ?? "" });
  await expect(page.getByText("what you had typed is kept on this device")).toBeVisible();

  // Somebody else on the same device.
  await signIn(page, people.administrator);
  await expect((await openForm()).getByLabel("Outcome")).toHaveValue("");
  await page.keyboard.press("Escape");
  await signOut(page);

  await signIn(page, people.caseManager);
  const again = await openForm();
  await expect(again.getByLabel("Outcome")).toHaveValue(outcome);
  await expect(again.getByText("and did not send it")).toBeVisible();
  await again.getByLabel("Title").fill("Reading");
  await again.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Meeting saved")).toBeVisible();
  await expect(page.getByRole("main").getByText(outcome)).toBeVisible();

  await expect((await openForm()).getByLabel("Outcome")).toHaveValue("");

  // A line of the record, which somebody else changes before its author is back.
  const { profile, learning } = api.students;
  const now = await apiOf(page);
  const { adjustments } = (await now.query(profile.get, { studentId })).parts.adjustments;
  const [line] = adjustments;
  const openLine = async () => {
    await page.goto(`/students/${studentId}/record`);
    await page.getByRole("button", { name: `Acts for ${line?.text}` }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    return page.getByRole("dialog");
  };
  await (await openLine()).getByLabel("Where and when").fill("At the library, on Fridays");
  await (await openLine()).getByText("and did not send it").waitFor();
  const theirs = adjustments.map((one) => (one === line ? { ...one, setting: "In the hall" } : one));
  const change = { part: "adjustments" as const, base: { adjustments }, changes: { adjustments: theirs } };
  await now.mutation(learning.edit, { studentId, change });
  const clash = await openLine();
  await expect(clash.getByText("Theirs: In the hall")).toBeVisible();
  await clash.getByRole("button", { name: "Keep mine" }).click();
  await clash.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("main").getByText("· At the library, on Fridays")).toBeVisible();
});
