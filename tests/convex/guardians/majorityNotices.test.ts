import { beforeEach, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { aPaper } from "#tests/support/papers.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let guardian: Person;

/** Eighteen on 15 March 2026; told by 15 March 2025. */
beforeEach(async () => {
  setToday("2025-03-01");
  await inHand();
});
async function inHand() {
  world = await aWorld();
  child = await world.aStudent({ birthOn: "2008-03-15" });
  guardian = await child.as.guardian();
}

const send = (kind: "rightsExplained" | "rightsTransferred", paperGiven = false) =>
  child.caseManager.mutation(api.guardians.majorityNotices.send, {
    ...{ studentId: child.studentId, kind, paperGiven },
  });
const preview = () =>
  child.caseManager.query(api.guardians.majorityNotices.preview, { studentId: child.studentId });
const due = async () =>
  (await child.caseManager.query(api.students.due.list, { organizationId: world.organizationId })).map(
    ({ kind }) => kind,
  );
const alertsOf = async (who: Person) =>
  (await who.query(api.notifications.alerts.list, {})).map(({ kind }) => kind);
const mails = async () =>
  (
    await world.administrator.query(api.notifications.outbox.list, { organizationId: world.organizationId })
  ).filter(({ subject }) => subject.startsWith("Notice"));

test("a year before, student and parents get the notice: on paper without the agreement to e-mail", async () => {
  expect(await due()).toContain("explainRights");
  expect(await preview()).toEqual([
    { name: "Robin Example", ways: ["paper"], locale: "en" },
    { name: "Gale Guardian", ways: ["onScreen", "paper"], locale: "en" },
  ]);
  await expectRefusal(send("rightsExplained"), "required", "paperGiven");
  await send("rightsExplained", true);
  expect(await due()).not.toContain("explainRights");
  expect(await alertsOf(guardian)).toContain("rightsExplained");
  expect(await mails()).toEqual([]);
});

test("earlier than sixty days before that it is not sent, whatever a page may say, and nobody is told", async () => {
  setToday("2025-01-13");
  await inHand();
  await expectRefusal(send("rightsExplained", true), "notice_not_due", "kind");
  expect(await alertsOf(guardian)).toEqual([]);
  setToday("2025-01-14");
  await send("rightsExplained", true);
  expect(await alertsOf(guardian)).toEqual(["rightsExplained"]);
});

test("by e-mail once the family agreed to it, and the record says who was told and how", async () => {
  await world.aMember("student", { studentId: child.studentId });
  await agree(child, "electronicDelivery");
  await send("rightsExplained");
  expect(await mails()).toMatchObject([
    { to: guardian.email, body: expect.stringContaining("March 15, 2026") },
  ]);
  const { majority } = await child.caseManager.query(api.guardians.around.list, {
    studentId: child.studentId,
  });
  expect(majority.notices).toMatchObject([
    {
      kind: "rightsExplained",
      givenOn: "2025-03-01",
      told: [{ ways: ["onScreen"] }, { name: "Gale Guardian", ways: ["onScreen", "mail"] }],
    },
  ]);
});

test("on the day both are told, though the parent no longer reads the record; whom a court forbids is not", async () => {
  await expectRefusal(send("rightsTransferred", true), "not_of_age");
  setToday("2026-03-15");
  expect(await due()).toContain("transferRights");
  expect((await preview()).map(({ name }) => name)).toContain("Gale Guardian");
  await send("rightsTransferred", true);
  expect(await due()).not.toContain("transferRights");
  expect(await alertsOf(guardian)).toEqual(["rightsTransferred"]);
  await child.caseManager.mutation(api.guardians.restrictions.record, {
    ...{ studentId: child.studentId, personId: guardian.personId, personName: "Gale Guardian" },
    ...{ forbids: ["contact"], order: "No contact" },
  });
  expect((await preview()).map(({ name }) => name)).not.toContain("Gale Guardian");
});

test("a court's appointment rests on its paper, which the guardian and the team read", async () => {
  setToday("2026-03-15");
  const around = (who: Person) => who.query(api.guardians.around.list, { studentId: child.studentId });
  const [first] = (await around(child.caseManager)).guardians;
  const paper = await aPaper(child, { title: "Appointment", sharedWithFamily: true });
  await child.caseManager.mutation(api.guardians.majority.setGround, {
    ...{ studentId: child.studentId, guardianshipId: first?.guardianshipId ?? ("" as never) },
    ...{ ground: "courtAppointed", isHeld: true, evidenceDocumentIds: [paper] },
  });
  expect(await around(guardian)).toMatchObject({
    guardians: [{ rights: ["see", "sign", "contact"], groundPapers: [paper] }],
  });
  expect(await around(child.caseManager)).toMatchObject({ guardians: [{ groundPapers: [paper] }] });
});

test("guardians without an account get a letter by name, which is on record once it was posted", async () => {
  const write = (letters: string[], paperGiven: boolean) =>
    child.caseManager.mutation(api.guardians.majorityNotices.send, {
      ...{ studentId: child.studentId, kind: "rightsExplained", paperGiven, letters },
    });
  await world.aMember("student", { studentId: child.studentId });
  await agree(child, "electronicDelivery");
  await expectRefusal(write(["Nadia Elsewhere"], false), "required", "paperGiven");
  await expectRefusal(write([" "], true), "required", "letters");
  await write([" Nadia Elsewhere "], true);
  const { majority } = await child.caseManager.query(api.guardians.around.list, {
    studentId: child.studentId,
  });
  expect(majority.notices[0]?.told).toContainEqual({ name: "Nadia Elsewhere", ways: ["paper"] });
});

test("that rights will pass is not said once they have, on whichever way it is put on record", async () => {
  setToday("2026-03-15");
  await expectRefusal(send("rightsExplained", true), "notice_too_late", "kind");
  expect(await alertsOf(guardian)).toEqual([]);
  const giveNotice = (givenOn: string) =>
    child.caseManager.mutation(api.guardians.majority.giveNotice, {
      ...{ studentId: child.studentId, kind: "rightsExplained" as const, givenOn },
    });
  await expectRefusal(giveNotice("2026-03-15"), "notice_too_late", "givenOn");
  await giveNotice("2026-03-14");
});
