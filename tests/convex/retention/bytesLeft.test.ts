import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import { runsEmbedded } from "#tests/support/backend.ts";
import type { Child } from "#tests/support/child.ts";
import { MovableDeployment } from "#tests/support/movableDeployment.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

/** Stand nowhere but in what is about this child: the first in the open, the others where they are sealed. */
const OPEN = "Quetzalcoatlus";
const sealed = { birthOn: "2013-10-29", upn: "H801200001001", allergies: "Zephyrine dust" };

/**
 * What whoever takes the files of a deployment, or a copy of them, reads in them, and what is left in them of a child
 * whose record was destroyed. On the embedded deployment, which has files.
 */
describe.skipIf(!runsEmbedded)("the files of a deployment", () => {
  let deployment: MovableDeployment;
  let world: World;
  let child: Child;
  beforeAll(async () => {
    deployment = await MovableDeployment.open();
    world = await aWorld();
    child = await aFullRecord(world);
  }, 120_000);
  afterAll(async () => {
    await deployment?.close();
  });

  /** The files in which a text stands, as letters or as text of two bytes a letter. */
  const holding = (text: string) =>
    [...deployment.contents()]
      .filter(([, bytes]) =>
        [Buffer.from(text), Buffer.from(text, "utf16le")].some((one) => bytes.includes(one)),
      )
      .map(([file]) => file);

  test("hold what is sealed nowhere in the open, and neither does its log", async () => {
    const { birthOn, upn, allergies } = await readBack(child);
    expect({ birthOn, upn, allergies }).toEqual(sealed);
    expect(holding(OPEN)).not.toEqual([]);
    for (const text of Object.values(sealed)) expect(holding(text)).toEqual([]);
    for (const text of [OPEN, ...Object.values(sealed)]) expect(deployment.said).not.toContain(text);
  });

  test("hold nothing of a destroyed record once they are compacted, and the certificate still fits its hash", async () => {
    await destroy(world, child);
    await deployment.compact();
    for (const text of [OPEN, ...Object.values(sealed)]) expect(holding(text)).toEqual([]);
    expect(await certificateOf(world, child.studentId)).toMatchObject({ status: "done", isIntact: true });
    const { organizationId, administrator } = world;
    const chain = await administrator.query(api.audit.entries.verify, { organizationId });
    expect(chain).toMatchObject({ brokenAt: null });
  }, 120_000);
});

/** A child with words in every kind of place: names, lists, texts of a plan, a file, measurements, medical notes. */
async function aFullRecord(world: World): Promise<Child> {
  const names = { firstName: OPEN, lastName: `${OPEN} Example`, studentNumber: `${OPEN}-1` };
  const child = await world.aStudent({ ...names, birthOn: sealed.birthOn, startsOn: "2024-08-20" });
  const { caseManager, studentId } = child;
  await world.administrator.mutation(api.students.record.edit, { studentId, upn: sealed.upn });
  await caseManager.mutation(api.students.health.open, { studentId });
  const changes = { allergies: sealed.allergies };
  await caseManager.mutation(api.students.health.edit, { studentId, base: {}, changes });
  const file = `${OPEN} in a file`;
  const at = { studentId, fileName: "note.txt" };
  const { url } = await caseManager.mutation(api.documents.uploads.begin, { ...at, size: file.length });
  const upload = await world.backend.upload(url, file);
  const paper = { ...at, upload, title: `About ${OPEN}`, kind: "evaluationReport" as const };
  await caseManager.mutation(api.documents.documents.add, paper);
  await caseManager.mutation(api.disclosures.disclosures.record, {
    ...{ studentId, recipient: OPEN, purpose: "A proof", ground: "audit", authority: "The test" },
    ...{ recordTypes: ["plan"], disclosedOn: "2026-01-05" },
  });
  return child;
}

async function readBack({ caseManager, studentId }: Child) {
  const { student } = await caseManager.query(api.students.record.get, { studentId });
  const { numbers } = await caseManager.query(api.students.profile.get, { studentId });
  const health = await caseManager.query(api.students.health.get, { studentId });
  return { birthOn: student.birthOn, upn: numbers.upn, allergies: health?.allergies };
}

/** As a family asks for it, and two administrators confirm it, once the child has left. */
async function destroy({ administrator, organizationId, ...world }: World, child: Child): Promise<void> {
  const { studentId, caseManager } = child;
  const guardian = await child.as.guardian();
  const { today } = await caseManager.query(api.students.record.get, { studentId });
  const proposalId = await guardian.mutation(api.retention.requests.ask, {
    studentId,
    words: `${OPEN} moved`,
  });
  const left = { studentId, reason: "withdrawn" as const, lastDayOn: addDays(today, -1) };
  await administrator.mutation(api.students.archiving.archive, left);
  const second: Person = await world.aMember("administrator");
  for (const [person, seen] of [
    [administrator, "proposed"],
    [second, "confirmed"],
  ] as const) {
    const asked = { organizationId, proposalId, seen, keepsPermanentRecord: false };
    await person.mutation(api.retention.proposals.confirm, asked);
  }
  await certificateOf({ administrator, organizationId }, studentId);
}

async function certificateOf(
  { administrator, organizationId }: Pick<World, "administrator" | "organizationId">,
  studentId: Id<"students">,
) {
  const paginationOpts = { numItems: 20, cursor: null };
  return await settled(
    async () => {
      const asked = { organizationId, paginationOpts };
      const { page } = await administrator.query(api.retention.certificates.list, asked);
      return page.find(({ formerStudentId }) => formerStudentId === studentId);
    },
    (row) => row?.status === "done",
  );
}
