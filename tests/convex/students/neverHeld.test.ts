import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

/** Somebody's place beside a child, or in a class, that ends before it began: it never was, and that is all it is. */

let world: World;
let child: Child;
beforeEach(async () => {
  setToday("2026-03-02");
  world = await aWorld();
  child = await world.aStudent({ startsOn: "2025-08-18" });
});

const read = () => child.caseManager.query(api.students.record.get, { studentId: child.studentId });
const people = async () => {
  await read();
  const { page } = await child.caseManager.query(api.history.timeline.list, {
    ...{ studentId: child.studentId, groups: ["people"], paginationOpts: { numItems: 50, cursor: null } },
  });
  return page.map(({ kind, about }) => `${kind} ${about.person}`);
};

describe("on the team", () => {
  const { team } = api.students;
  const add = (person: Person, startsOn?: string) =>
    child.caseManager.mutation(team.add, {
      ...{ studentId: child.studentId, personId: person.personId, teamRole: "specialist" },
      ...(startsOn && { startsOn }),
    });
  const end = (teamMembershipId: Awaited<ReturnType<typeof add>>, endsOn?: string) =>
    child.caseManager.mutation(team.end, {
      ...{ studentId: child.studentId, teamMembershipId },
      ...(endsOn && { endsOn }),
    });

  test.each([undefined, "2026-04-01"])(
    "from %s, taken back today, is in no list and no history",
    async (startsOn) => {
      const specialist = await world.aMember("specialist");
      const before = await people();
      const place = await add(specialist, startsOn);
      await end(place);
      await end(place);
      expect((await read()).team.map(({ person }) => person.name)).not.toContain(specialist.name);
      expect(await people()).toEqual(before);
      await expectRefusal(
        specialist.query(api.students.record.get, { studentId: child.studentId }),
        "not_found",
      );
    },
  );

  test("stands in nobody's way afterwards", async () => {
    const specialist = await world.aMember("specialist");
    await end(await add(specialist, "2026-04-01"));
    await add(specialist, "2026-03-16");
    expect((await read()).team.filter(({ person }) => person.name === specialist.name)).toMatchObject([
      { startsOn: "2026-03-16", endsOn: null },
    ]);
  });

  test("cannot end on a day before its first, and what is over stays as it was", async () => {
    const specialist = await world.aMember("specialist");
    const place = await add(specialist, "2026-01-12");
    await expectRefusal(end(place, "2026-01-11"), "days_out_of_order", "endsOn");
    await end(place, "2026-02-13");
    await end(place);
    expect((await read()).team.filter(({ person }) => person.name === specialist.name)).toMatchObject([
      { startsOn: "2026-01-12", endsOn: "2026-02-13" },
    ]);
  });

  test("that is over, or never was, is nobody to give a section to", async () => {
    const specialist = await world.aMember("specialist");
    const plan = await child.anIep();
    await end(await add(specialist));
    const { sections } = await child.caseManager.query(api.ieps.ieps.get, {
      ...{ studentId: child.studentId, iepId: plan.iepId },
    });
    const { sectionId = "" as never } = sections[0] ?? {};
    const assign = () =>
      child.caseManager.mutation(api.ieps.sections.assign, {
        ...{ studentId: child.studentId, sectionId, personId: specialist.personId },
      });
    await expectRefusal(assign(), "not_a_member", "personId");
    await add(specialist);
    await assign();
  });
});

test("a guardianship that never began is in no list, and a day before its first is refused", async () => {
  const guardian = await child.as.guardian();
  const { guardianships } = api.guardians;
  const at = { studentId: child.studentId };
  const [now] = (await read()).guardians;
  if (!now) throw new Error("No guardian.");
  await child.caseManager.mutation(guardianships.end, { ...at, guardianshipId: now.guardianshipId });
  expect((await read()).guardians).toEqual([]);
  const guardianshipId = await child.caseManager.mutation(guardianships.add, {
    ...{ ...at, personId: guardian.personId, relationship: "parent", startsOn: "2026-05-01" },
  });
  const end = (endsOn?: string) =>
    child.caseManager.mutation(guardianships.end, { ...at, guardianshipId, ...(endsOn && { endsOn }) });
  await expectRefusal(end("2026-04-30"), "days_out_of_order", "endsOn");
  await end();
  expect((await child.caseManager.query(api.guardians.around.list, at)).guardians).toEqual([]);
  expect((await people()).filter((event) => event.includes(guardian.name))).toEqual([]);
});

test("places in a class end by the same rule", async () => {
  const { organizationId, schoolId, administrator } = world;
  const groupId = await administrator.mutation(api.groups.groups.add, {
    ...{ organizationId, schoolId, name: "Room 12", kind: "classroom", subject: "" },
  });
  const teacher = await world.aMember("teacher");
  const place = { organizationId, groupId, startsOn: "2026-04-01" };
  const groupTeacherId = await administrator.mutation(api.groups.members.addTeacher, {
    ...{ ...place, personId: teacher.personId },
  });
  await administrator.mutation(api.groups.members.addStudents, { ...place, studentIds: [child.studentId] });
  const get = () => administrator.query(api.groups.groups.get, { organizationId, groupId });
  const { groupStudentId = "" as never } = (await get()).students[0] ?? {};
  const early = { organizationId, endsOn: "2026-03-31" };
  const { endTeacher, endStudent } = api.groups.members;
  await expectRefusal(
    administrator.mutation(endTeacher, { ...early, groupTeacherId }),
    "days_out_of_order",
    "endsOn",
  );
  await expectRefusal(
    administrator.mutation(endStudent, { ...early, groupStudentId }),
    "days_out_of_order",
    "endsOn",
  );
  await administrator.mutation(endTeacher, { organizationId, groupTeacherId });
  await administrator.mutation(endStudent, { organizationId, groupStudentId });
  expect(await get()).toMatchObject({ teachers: [], students: [] });
});
