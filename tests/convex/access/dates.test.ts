import { describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, tokenSentTo } from "#tests/support/world.ts";

/** Access follows dates: team membership, guardianship and membership decide on the day they say. */
async function aTeammate(span: { startsOn: string; endsOn?: string }) {
  const world = await aWorld();
  const child = await world.aStudent();
  const teacher = await world.aMember("teacher");
  await child.caseManager.mutation(api.students.team.add, {
    studentId: child.studentId,
    personId: teacher.personId,
    teamRole: "generalEducationTeacher",
    ...span,
  });
  return () => teacher.query(api.students.record.get, { studentId: child.studentId });
}

describe("a team membership from 9 March to 30 April", () => {
  const span = { startsOn: "2026-03-09", endsOn: "2026-04-30" };

  test.each(["2026-03-08", "2026-05-01"])("opens nothing on %s", async (day) => {
    setToday("2026-03-01");
    const read = await aTeammate(span);
    setToday(day);
    await expectRefusal(read(), "not_found");
  });

  test.each(["2026-03-09", "2026-04-30"])("opens the record on %s", async (day) => {
    setToday("2026-03-06");
    const read = await aTeammate(span);
    setToday(day);
    expect((await read()).audience).toBe("team");
  });
});

test("today is the organization's, not the server's", async () => {
  setToday("2026-03-08");
  const world = await aWorld();
  const { organizationId, administrator } = world;
  const today = async () =>
    (await administrator.query(api.organizations.organizations.get, { organizationId })).today;
  expect(await today()).toBe("2026-03-08");
  await administrator.mutation(api.organizations.organizations.edit, {
    organizationId,
    timeZone: "Pacific/Kiritimati",
  });
  expect(await today()).toBe("2026-03-09");
});

test("a session that has run out is nobody's", async () => {
  setToday("2026-03-08");
  const world = await aWorld();
  const child = await world.aStudent();
  setToday("2029-03-08");
  expect(await child.caseManager.query(api.people.me.get, {})).toBeNull();
  const reading = child.caseManager.query(api.students.record.get, { studentId: child.studentId });
  await expectRefusal(reading, "not_signed_in");
});

test("a guardian reads as the family, a teacher as the team, and who is both as the team", async () => {
  const world = await aWorld();
  const child = await world.aStudent();
  const { studentId } = child;
  const audienceOf = async (who: { query: typeof child.caseManager.query }) =>
    (await who.query(api.students.record.get, { studentId })).audience;
  expect(await audienceOf(await child.as.guardian())).toBe("family");
  expect(await audienceOf(await child.as.student())).toBe("family");
  expect(await audienceOf(await child.as.teacher())).toBe("team");

  const both = await child.as.guardian();
  await world.administrator.mutation(api.organizations.invitations.send, {
    organizationId: world.organizationId,
    email: both.email,
    role: "teacher",
  });
  const [mail] = await world.administrator.query(api.notifications.outbox.list, {
    organizationId: world.organizationId,
  });
  await both.mutation(api.organizations.invitations.accept, { token: mail?.url?.split("/invite/")[1] ?? "" });
  expect(await audienceOf(both)).toBe("family");
  await child.join(both);
  expect(await audienceOf(both)).toBe("team");
});

test("an administrator of one school finds the children of that school only", async () => {
  const world = await aWorld();
  const otherSchool = await world.aSchool("Another School");
  const inside = await world.aStudent();
  const outside = await world.aStudent({ schoolId: otherSchool });
  const principal = await world.aMember("administrator", { schoolId: world.schoolId });
  const { student } = await principal.query(api.students.record.get, { studentId: inside.studentId });
  expect(student.studentId).toBe(inside.studentId);
  const { studentId } = outside;
  await expectRefusal(principal.query(api.students.record.get, { studentId }), "not_found");
  const { page } = await principal.query(api.students.students.listMine, {
    organizationId: world.organizationId,
    paginationOpts: { numItems: 10, cursor: null },
  });
  expect(page.map((row) => row.studentId)).toEqual([inside.studentId]);
});

test("a principal who becomes administrator of the whole district finds all its children", async () => {
  const { organizationId, administrator, ...world } = await aWorld();
  const principal = await world.aMember("administrator", { schoolId: world.schoolId });
  const { studentId } = await world.aStudent({ schoolId: await world.aSchool("Another School") });
  const promoted = { organizationId, email: principal.email, role: "administrator" as const };
  await administrator.mutation(api.organizations.invitations.send, promoted);
  const token = await tokenSentTo(administrator, organizationId, principal.email);
  await principal.mutation(api.organizations.invitations.accept, { token });
  const { page } = await principal.query(api.students.students.listMine, {
    organizationId,
    paginationOpts: { numItems: 10, cursor: null },
  });
  expect(page.map((row) => row.studentId)).toEqual([studentId]);
});
