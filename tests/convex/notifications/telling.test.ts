import { beforeEach, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { agree } from "#tests/support/plan.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
let guardian: Person;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent({ lastName: "Unnamed" });
  guardian = await child.as.guardian();
});

const mailsTo = async ({ email }: Person) =>
  (
    await world.administrator.query(api.notifications.outbox.list, { organizationId: world.organizationId })
  ).filter((mail) => mail.to === email && !mail.url?.includes("/invite/"));
const ask = () =>
  child.caseManager.mutation(api.consent.requests.ask, {
    ...{ studentId: child.studentId, kind: "reevaluation", scope: "A new look at reading" },
  });

test("a family that has not agreed to mail is asked on its screen only", async () => {
  await ask();
  expect(await mailsTo(guardian)).toEqual([]);
});

test("one that has gets a mail in the guardian's language, which names neither the child nor what is asked", async () => {
  await agree(child, "electronicDelivery");
  const { guardians } = await child.caseManager.query(api.guardians.around.list, {
    studentId: child.studentId,
  });
  await child.caseManager.mutation(api.guardians.guardianships.describe, {
    ...{ studentId: child.studentId, guardianshipId: guardians[0]?.guardianshipId ?? ("" as never) },
    language: "ar",
  });
  await ask();
  const [mail] = await mailsTo(guardian);
  expect(mail).toMatchObject({ locale: "ar", direction: "rtl" });
  expect(JSON.stringify(mail)).not.toMatch(/Unnamed|reading/);
  expect(mail?.url).toMatch(new RegExp(`/children/${child.studentId}/consents$`));
});

test("a family whose request is answered is led to the answer, and the school to what a family has asked", async () => {
  await agree(child, "electronicDelivery");
  const { studentId } = child;
  const { today } = await child.caseManager.query(api.guardians.around.list, { studentId });
  const asked = { studentId, kind: "inspect", words: "" } as const;
  const requestId = await guardian.mutation(api.disclosures.requests.make, asked);
  await child.caseManager.mutation(api.disclosures.requests.answer, {
    ...{ studentId, requestId, outcome: "given", answer: "Come on Monday.", answeredOn: today },
  });
  const places = (await Promise.all([mailsTo(guardian), mailsTo(child.caseManager)])).map(
    ([mail]) => mail?.url,
  );
  expect(places).toEqual([
    expect.stringMatching(new RegExp(`/children/${studentId}/access$`)),
    expect.stringMatching(new RegExp(`/students/${studentId}/access$`)),
  ]);
});

test("staff hear of an emergency by mail too, in the language that they chose", async () => {
  await child.caseManager.mutation(api.people.me.savePreferences, { locale: "es" });
  const { student } = await child.caseManager.query(api.students.record.get, { studentId: child.studentId });
  const outsider = await world.aMember("teacher");
  await outsider.mutation(api.access.emergencies.begin, {
    ...{ organizationId: world.organizationId, studentNumber: student.studentNumber, hours: 1 },
    reason: "The child is in hospital and nobody else is here",
  });
  const mails = await mailsTo(child.caseManager);
  expect(mails.map(({ subject }) => subject)).toEqual(["Se está leyendo un expediente en una emergencia"]);
  expect(mails[0]?.url).toMatch(new RegExp(`/students/${child.studentId}/access$`));
});
