import { beforeAll, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

const opts = { numItems: 20, cursor: null };

let world: World;
let second: Person;
beforeAll(async () => {
  world = await aWorld();
  second = await world.aMember("administrator", { name: "Sol Second" });
}, 60_000);

/** A child who has left, whose guardian asks for the record to be destroyed. */
async function aChildWhoLeft(words = "We have moved away."): Promise<{
  child: Child;
  proposalId: Id<"retentionProposals">;
}> {
  const child = await world.aStudent({ firstName: "Gone", lastName: "Example", startsOn: "2024-08-20" });
  const guardian = await child.as.guardian();
  const { today } = await child.caseManager.query(api.students.record.get, { studentId: child.studentId });
  const { studentId } = child;
  const proposalId = await guardian.mutation(api.retention.requests.ask, { studentId, words });
  await world.administrator.mutation(api.students.archiving.archive, {
    studentId,
    reason: "withdrawn",
    lastDayOn: addDays(today, -1),
  });
  return { child, proposalId };
}

type Seen = "proposed" | "noticed" | "confirmed" | "held";
const confirmedBy = (
  who: Person,
  proposalId: Id<"retentionProposals">,
  seen: Seen = "proposed",
  keepsPermanentRecord = true,
) =>
  who.mutation(api.retention.proposals.confirm, {
    organizationId: world.organizationId,
    ...{ proposalId, seen, keepsPermanentRecord },
  });

async function certificateOf(formerStudentId: string) {
  const { organizationId } = world;
  return await settled(
    async () => {
      const { page } = await world.administrator.query(api.retention.certificates.list, {
        organizationId,
        paginationOpts: opts,
      });
      return page.find((row) => row.formerStudentId === formerStudentId);
    },
    (row) => row?.status === "done",
  );
}

describe("a record that a guardian wants destroyed", () => {
  test("needs two people, closes to everyone at once, and leaves a certificate that fits its hash", async () => {
    const { child, proposalId } = await aChildWhoLeft();
    const { studentId } = child;
    const { administrator } = world;
    expect(await confirmedBy(administrator, proposalId)).toBe("waitsForSecond");
    await expectRefusal(confirmedBy(administrator, proposalId, "confirmed"), "second_person_needed");
    await expectRefusal(confirmedBy(second, proposalId), "decided_meanwhile");
    await expectRefusal(confirmedBy(second, proposalId, "confirmed", false), "decided_meanwhile");
    expect(await confirmedBy(second, proposalId, "confirmed")).toBe("begun");
    await expectRefusal(administrator.query(api.students.record.get, { studentId }), "not_found");
    const certificate = await certificateOf(studentId);
    expect(certificate).toMatchObject({
      status: "done",
      isIntact: true,
      reason: "familyAsked",
      confirmedByNames: ["Ada Administrator", "Sol Second"],
      permanentRecord: { name: "Gone Example", gradeLevel: "4" },
    });
    const tables = certificate?.counts.map(({ table }) => table);
    expect(tables).toEqual(
      expect.arrayContaining(["students", "guardianships", "enrolments", "recordVersions"]),
    );
  }, 60_000);

  test("is not destroyed while the school works with it, holds it, or owes an answer", async () => {
    const { organizationId, administrator } = world;
    const pupil = await world.aStudent();
    const { studentId } = pupil;
    const guardian = await pupil.as.guardian();
    const asked = await guardian.mutation(api.retention.requests.ask, { studentId, words: "Please." });
    await expectRefusal(confirmedBy(administrator, asked), "record_still_needed");

    const { child, proposalId } = await aChildWhoLeft();
    const { keep, hold, release, giveNotice } = api.retention.proposals;
    const open = { organizationId, proposalId, seen: "proposed" as const };
    const held = { ...open, seen: "held" as const };
    await administrator.mutation(hold, { ...open, reason: "Hearing 7/26" });
    await expectRefusal(confirmedBy(administrator, proposalId, "held"), "record_held");
    const kept = { reason: "Kept", keepUntil: "2099-01-01" };
    const told = { noticeOn: "2024-01-01", method: "Letter" };
    // Neither from a window that was open before, nor knowingly: a hold is lifted, and by nothing else.
    await expectRefusal(second.mutation(keep, { ...open, ...kept }), "decided_meanwhile");
    await expectRefusal(second.mutation(keep, { ...held, ...kept }), "record_held");
    await expectRefusal(second.mutation(giveNotice, { ...held, ...told }), "record_held");
    await administrator.mutation(release, held);
    await expectRefusal(administrator.mutation(release, held), "decided_meanwhile");
    const reader = await child.as.guardian();
    const request = { studentId: child.studentId, kind: "inspect" as const, words: "All of it" };
    await reader.mutation(api.disclosures.requests.make, request);
    await expectRefusal(confirmedBy(administrator, proposalId), "request_unanswered");
  }, 60_000);

  test("asked for by the school, waits until the parents were told and thirty days have passed", async () => {
    const { organizationId, administrator } = world;
    const child = await world.aStudent({ startsOn: "2024-08-20" });
    const { studentId } = child;
    const { today } = await child.caseManager.query(api.students.record.get, { studentId });
    await administrator.mutation(api.students.archiving.archive, {
      studentId,
      reason: "withdrawn",
      lastDayOn: addDays(today, -1),
    });
    const proposalId = await administrator.mutation(api.retention.requests.ask, { studentId, words: "Old." });
    await expectRefusal(confirmedBy(administrator, proposalId), "notice_first");
    const open = { organizationId, proposalId, seen: "proposed" as const };
    const { giveNotice, keep } = api.retention.proposals;
    await administrator.mutation(giveNotice, { ...open, noticeOn: today, method: "Letter" });
    await expectRefusal(confirmedBy(administrator, proposalId, "noticed"), "waiting_period");
    const noticed = { ...open, seen: "noticed" as const };
    const keptUntilToday = administrator.mutation(keep, { ...noticed, reason: "Kept", keepUntil: today });
    await expectRefusal(keptUntilToday, "day_not_ahead", "keepUntil");
    const blank = { ...noticed, reason: " \n\t ", keepUntil: addDays(today, 1) };
    await expectRefusal(administrator.mutation(keep, blank), "required", "reason");
    const long = { ...blank, reason: "ط".repeat(501) };
    await expectRefusal(administrator.mutation(keep, long), "too_long", "reason");
  }, 60_000);

  test("can be taken back by whoever asked", async () => {
    const { child } = await aChildWhoLeft();
    const guardian = await child.as.guardian();
    const { studentId } = child;
    await guardian.mutation(api.retention.requests.withdraw, { studentId });
    const [request] = await guardian.query(api.retention.requests.list, { studentId });
    expect(request?.status).toBe("withdrawn");
    await expectRefusal(guardian.mutation(api.retention.requests.withdraw, { studentId }), "conflict");
  }, 60_000);
});
