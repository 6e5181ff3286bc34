import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { api } from "#convex/_generated/api.js";
import { apiOf, childOf } from "./support/api.ts";
import { layNetwork } from "./support/network.ts";
import { folders } from "./support/places.ts";
import { expect, test } from "./support/test.ts";

/** A part of the record, by its title. */
const part = (page: Page, name: string) =>
  page.getByRole("region", { name, exact: true }).filter({ has: page.getByRole("heading", { name }) });
const openToWrite = async (page: Page, name: string) =>
  await part(page, name)
    .getByRole("button", { name: `Edit ${name}` })
    .click();

test("two people write the record of one child: each sees the other's words, and chooses where they clash", async ({
  as,
}) => {
  const caseManager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(caseManager), "Ava Marchetti");
  const administrator = await as("administrator");
  const network = await layNetwork(caseManager);
  for (const page of [caseManager, administrator]) await page.goto(`/students/${studentId}/record`);
  for (const page of [caseManager, administrator]) await openToWrite(page, "Languages");
  await administrator.getByLabel("Letters and calls in").fill("Spanish");
  await expect(caseManager.getByLabel("Letters and calls in")).toHaveValue("Spanish");

  await network.cut();
  await caseManager.getByLabel("Spoken at home").fill("English and Italian");
  await administrator.getByLabel("Spoken at home").fill("English");
  await expect(part(administrator, "Changes")).toContainText("Spoken at home");
  await network.mend();
  const clash = caseManager.getByText("Somebody else changed this at the same time");
  await expect(clash).toBeVisible({ timeout: 45_000 });
  await caseManager.getByRole("button", { name: "Keep mine" }).click();
  await expect(administrator.getByLabel("Spoken at home")).toHaveValue("English and Italian");
  await expect(part(administrator, "Changes")).toContainText("English and Italian");
});

test("what is medical is read by those who must act on it, after opening it, and by no teacher", async ({
  as,
}) => {
  const specialist = await as("specialist");
  const { studentId } = await childOf(await apiOf(await as("caseManager")), "Ava Marchetti");
  await specialist.goto(`/students/${studentId}/record`);
  const medical = part(specialist, "Medical considerations");
  await expect(medical).not.toContainText("Tree nuts");
  await medical.getByRole("button", { name: "Open" }).click();
  await expect(medical).toContainText("Tree nuts");

  const teacher = await as("teacher");
  const frames: string[] = [];
  teacher.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => frames.push(String(payload))),
  );
  await teacher.goto(`/students/${studentId}/record`);
  await expect(part(teacher, "Medical considerations")).toContainText("Ask the case manager");
  await expect(part(teacher, "Changes")).toContainText("Medical considerations");
  expect(frames.join()).not.toContain("Tree nuts");
});

test("a child goes to another school and comes back: the record waits, and the team is put together anew", async ({
  as,
}) => {
  const administrator = await as("administrator");
  const client = await apiOf(administrator);
  const { studentId } = await childOf(client, "Ava Marchetti");
  const teacher = await as("teacher");
  await administrator.goto(`/students/${studentId}/record`);
  const enrollment = part(administrator, "Enrollment");
  await enrollment.getByRole("button", { name: "Change the enrollment" }).click();
  await administrator.getByRole("menuitem", { name: "Goes to another school" }).click();
  const leaving = administrator.getByRole("dialog", { name: "Goes to another school" });
  const { today } = await client.query(api.students.record.get, { studentId });
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  await leaving.getByLabel("To which school or district").fill("Lakeside Consolidated Schools");
  await leaving.getByLabel("Last day here").fill(yesterday);
  await leaving.getByLabel("What of the record was sent there").fill("Plan, evaluations, progress");
  await leaving.getByLabel("Sent on").fill(today);
  await leaving.getByRole("button", { name: "Record that the child leaves" }).click();
  await expect(enrollment).toContainText("Went to Lakeside Consolidated Schools");
  await teacher.goto(`/students/${studentId}/record`);
  await expect(teacher.getByRole("heading", { level: 1 })).not.toHaveText("Ava Marchetti");

  await enrollment.getByRole("button", { name: "Change the enrollment" }).click();
  await administrator.getByRole("menuitem", { name: "Take the child back" }).click();
  const back = administrator.getByRole("dialog", { name: "Take the child back" });
  await back.getByRole("button", { name: "Take the child back" }).click();
  await expect(enrollment).toContainText("Came back");
  await teacher.reload();
  await expect(teacher.getByRole("heading", { level: 1 })).not.toHaveText("Ava Marchetti");
  await expect(part(administrator, "Emergency contacts")).toContainText("Yolanda Marchetti");
});

test("what is sealed stands in no file of the deployment and in no word that it says", async ({
  as,
  district,
}) => {
  const administrator = await as("administrator");
  const client = await apiOf(administrator);
  const { organizationId, studentId: avaId } = await childOf(client, "Ava Marchetti");
  const { school } = await client.query(api.students.record.get, { studentId: avaId });
  const sealed = {
    birthOn: "2012-11-07",
    stateNumber: "CANARY-NUMBER-58",
    allergies: "canaryitis of the left wing",
  };
  const inTheOpen = "a route for the canary to be found on";
  const studentId = await client.mutation(api.students.students.add, {
    organizationId,
    schoolId: school.schoolId,
    studentNumber: "CANARY-1",
    firstName: "Cara",
    lastName: "Canary",
    birthOn: sealed.birthOn,
    stateNumber: sealed.stateNumber,
    gradeLevel: "8",
  });
  await client.mutation(api.students.health.open, { studentId });
  const health = { base: {}, changes: { allergies: sealed.allergies } };
  await client.mutation(api.students.health.edit, { studentId, ...health });
  const transport = { part: "transport" as const, base: {}, changes: { route: inTheOpen } };
  await client.mutation(api.students.profile.edit, { studentId, change: transport });

  expect(filesWith(folders.current, inTheOpen)).not.toEqual([]);
  for (const canary of Object.values(sealed)) expect(filesWith(folders.current, canary)).toEqual([]);
  for (const canary of Object.values(sealed)) expect(district.said).not.toContain(canary);
  await district.stop();
  for (const canary of Object.values(sealed)) expect(filesWith(folders.current, canary)).toEqual([]);
});

/** The files below a folder whose bytes hold the text, in either of the encodings that a database uses. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    });
}
