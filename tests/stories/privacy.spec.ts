import { apiOf, childOf } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

test("a teacher opens a record in an emergency: the case manager is told, the family reads why, and it ends", async ({
  as,
}) => {
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
  const stranger = await as("stranger");

  await stranger.goto(`/students/${studentId}`);
  await expect(stranger.getByRole("heading", { name: /not found/i })).toBeVisible();

  await stranger.goto("/emergency");
  await stranger.getByLabel("Student number").fill("WC-2031");
  await stranger.getByLabel("Why it cannot wait").fill("In a hurry");
  await stranger.getByRole("button", { name: "Open the record" }).click();
  await expect(stranger.getByText("This is too short", { exact: false }).first()).toBeVisible();
  const reason = "Ava has fallen in the gym and cannot say what she is allergic to.";
  await stranger.getByLabel("Why it cannot wait").fill(reason);
  await stranger.getByRole("button", { name: "Open the record" }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Ava Marchetti" })).toBeVisible();
  await expect(stranger.getByText("You read this record in an emergency")).toBeVisible();

  await manager.goto("/");
  await manager.getByRole("button", { name: /^Alerts, \d+ unread/ }).click();
  await manager
    .getByRole("link", { name: /Somebody reads the record of Ava Marchetti/ })
    .first()
    .click();
  await expect(manager.getByText("Grace Whitfield reads this record in an emergency")).toBeVisible();

  const guardian = await as("guardian");
  await guardian.goto(`/children/${studentId}/access`);
  await expect(guardian.getByText(reason)).toBeVisible();
  await expect(guardian.getByText("Grace Whitfield").first()).toBeVisible();

  const administrator = await as("administrator");
  await administrator.goto("/emergency");
  await administrator.getByRole("button", { name: "Review" }).first().click();
  await administrator.getByText("Yes, the reason was good").click();
  await administrator.getByLabel("Note").fill("She was right to look.");
  await administrator.getByRole("button", { name: "Keep the review" }).click();
  await expect(guardian.getByText("She was right to look.")).toBeVisible();

  await stranger.getByRole("button", { name: "End it now" }).click();
  await expect(stranger.getByRole("heading", { name: /not found/i })).toBeVisible();
  await expect(stranger.getByText(/Ava|Marchetti/)).toHaveCount(0);
});

test("a guardian agrees to a disclosure, reads it in the log, asks for a correction, and reads the answer", async ({
  as,
}) => {
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
  const guardian = await as("guardian");
  await guardian.goto(`/children/${studentId}`);
  await guardian.getByRole("link", { name: "Who sees it" }).click();

  await manager.goto(`/students/${studentId}/access`);
  await manager.getByRole("button", { name: "Record a disclosure" }).click();
  await manager.getByLabel("Who received it").fill("Camp Juniper, Ms. Arden");
  await manager.getByText("Health", { exact: true }).click();
  await manager.getByLabel("What for").fill("So that the camp knows about her glasses.");
  await manager.getByLabel("What this rests on").fill("Consent of Yolanda Marchetti, today.");
  // Nothing rests on an agreement that is not there: the form asks for it, and goes on once it is given.
  const missing = manager.getByText("A consent is missing: Sharing information with others");
  await expect(missing).toBeVisible();
  await manager.getByRole("dialog").getByRole("button", { name: "Ask the family" }).click();
  await guardian.goto(`/children/${studentId}/consents`);
  const question = guardian
    .getByRole("region", { name: "Sharing information with others" })
    .filter({ hasText: "Camp Juniper, Ms. Arden" });
  await question.getByRole("button", { name: "Say yes" }).click();
  await guardian.getByLabel("Type your name to sign").fill("Yolanda Marchetti");
  await guardian.getByRole("button", { name: "Sign and say yes" }).click();
  await expect(missing).toHaveCount(0);
  await guardian.goto(`/children/${studentId}/access`);

  await manager.getByRole("button", { name: "Keep in the record" }).click();
  const entry = guardian.getByRole("listitem").filter({ hasText: "Camp Juniper, Ms. Arden" });
  await expect(entry).toContainText("So that the camp knows about her glasses.");
  await expect(entry).toContainText("The family agreed to it");

  await guardian.getByRole("button", { name: "Ask about the record" }).click();
  await guardian.getByText("Have something corrected").last().click();
  await guardian.getByLabel("In your own words").fill("Her middle name is missing.");
  await guardian.getByRole("button", { name: "Send to the school" }).click();
  await expect(guardian.getByText("Her middle name is missing.")).toBeVisible();

  const request = manager.getByRole("listitem").filter({ hasText: "Her middle name is missing." });
  await request.getByRole("button", { name: "Answer" }).click();
  await manager.getByText("Corrected", { exact: true }).click();
  await manager.getByLabel("What was given or changed, or why not").fill("We have added it.");
  await manager.getByRole("button", { name: "Send the answer" }).click();
  await expect(guardian.getByText("We have added it.")).toBeVisible();
});

test("an administrator checks the audit trail and keeps a checkpoint of it", async ({ as }) => {
  const page = await as("administrator");
  await page.goto("/audit");
  await page.getByRole("button", { name: "Check the trail" }).click();
  await expect(page.getByText(/entries checked, nothing altered/)).toBeVisible();
  await page.getByRole("button", { name: "Checkpoints" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a checkpoint" }).click();
  const file = await (await saving).path();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Compare with a checkpoint" }).click();
  await (await choosing).setFiles(file);
  await expect(page.getByText(/has been changed since the checkpoint was taken/)).toBeVisible();
});
