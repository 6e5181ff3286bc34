import { apiOf, childOf } from "./support/api.ts";
import { expect, test } from "./support/test.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("a mother takes her consent to services back on her phone, and the team's open page says at once what no longer works", async ({
  as,
}) => {
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
  await manager.goto(`/students/${studentId}/consents`);
  await expect(manager.getByRole("heading", { name: "Consents" })).toBeVisible();
  await expect(manager.getByText("took back its consent")).toHaveCount(0);

  const mother = await as("guardian", phone);
  await mother.goto(`/children/${studentId}/consents`);
  const services = mother.getByRole("region", { name: "Special education services" });
  await services.getByRole("button", { name: "Take it back" }).click();
  const dialog = mother.getByRole("alertdialog");
  await expect(dialog).toContainText("all special education and help from the plan stops");
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await expect(services).toContainText("Taken back");

  // Nobody touched the manager's page.
  await expect(manager.getByText("The family took back its consent to services")).toBeVisible();
  await manager.getByRole("button", { name: "Notice is sent" }).click();
  await manager.getByRole("button", { name: "Services have stopped" }).click();
  await expect(manager.getByText("The family took back its consent to services")).toHaveCount(0);
  await manager.getByRole("link", { name: "Home" }).first().click();
  await expect(manager.getByText("Consent to services was taken back")).toHaveCount(0);
});

test("a mother says yes on her phone, with her name and nothing else", async ({ as }) => {
  const mother = await as("guardian", phone);
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
  await mother.goto(`/children/${studentId}/consents`);
  const question = mother.getByRole("region", { name: "Another evaluation" });
  await question.getByRole("button", { name: "Say yes" }).click();
  await mother.getByRole("button", { name: "Sign and say yes" }).click();
  await expect(mother.getByRole("alert")).toContainText("Type your name");
  await mother.getByLabel("Type your name to sign").fill("yolanda marchetti");
  await mother.getByRole("button", { name: "Sign and say yes" }).click();
  await expect(mother.getByRole("region", { name: "Another evaluation" })).toContainText("Given");
});

test("who a court forbids to see the record loses the open page at once", async ({ as }) => {
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
  const mother = await as("guardian", phone);
  await mother.goto(`/children/${studentId}/documents`);
  await expect(mother.getByText("Hearing screening, spring")).toBeVisible();
  await manager.goto(`/students/${studentId}/consents`);
  await manager.getByRole("button", { name: "Record a court order" }).click();
  await manager.getByRole("button", { name: /About whom/ }).click();
  await manager.getByRole("option", { name: "Yolanda Marchetti" }).click();
  await manager.getByLabel("What the order says").fill("No access to the school record.");
  await manager.getByRole("dialog").getByRole("button", { name: "Record a court order" }).click();
  await expect(manager.getByText("Court order about Yolanda Marchetti")).toBeVisible();
  await expect(mother.getByText("Hearing screening, spring")).toHaveCount(0);
});

test("a file goes from a phone to the team and comes back whole; a program under its name does not", async ({
  as,
}) => {
  const manager = await as("caseManager");
  const { studentId } = await childOf(await apiOf(manager), "Ava Marchetti");
  await manager.goto(`/students/${studentId}/documents`);
  const mother = await as("guardian", phone);
  await mother.goto(`/children/${studentId}/documents`);

  const contents = Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF");
  const send = async (name: string, buffer: Buffer) => {
    await mother.getByRole("button", { name: "Add a document" }).click();
    const chooser = mother.waitForEvent("filechooser");
    await mother.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/pdf", buffer });
    await mother.getByRole("button", { name: /Choose What it is/ }).click();
    await mother.getByRole("option", { name: "Letter" }).click();
    await mother.getByRole("button", { name: "Send" }).click();
    await expect(mother.getByRole("dialog")).toHaveCount(0);
  };
  await send("letter_from_the_clinic.pdf", contents);
  await expect(manager.getByText("Letter from the clinic")).toBeVisible();
  const download = manager.waitForEvent("download");
  await manager.getByRole("button", { name: "Download Letter from the clinic" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("letter_from_the_clinic.pdf");
  const stream = await file.createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces).equals(contents)).toBe(true);

  await send("harmless.pdf", Buffer.from("MZ a program"));
  await expect(mother.getByText("Files of this kind are not taken")).toBeVisible();
  await expect(mother.getByRole("button", { name: "Download Harmless" })).toHaveCount(0);
});
