import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent({ firstName: "Robin", lastName: "Example" });
});

const read = (who: Person) => who.query(api.students.record.get, { studentId: child.studentId });
const edit = (who: Person, changes: object) =>
  who.mutation(api.students.record.edit, { studentId: child.studentId, ...changes });

describe("the record", () => {
  test("names the school, the case manager, the team and the guardians", async () => {
    await child.as.teacher();
    await child.as.guardian();
    expect(await read(child.caseManager)).toMatchObject({
      student: { name: "Robin Example", gradeLevel: "4", birthOn: "2016-03-09" },
      school: { name: "Test School" },
      caseManager: { name: "Casey Manager" },
      team: [{ person: { name: "Tess Teacher" }, teamRole: "generalEducationTeacher", endsOn: null }],
      guardians: [{ person: { name: "Gale Guardian" }, relationship: "mother" }],
      audience: "team",
    });
  });

  test("calls the child by the name they prefer", async () => {
    await edit(child.caseManager, { preferredName: "Birdie" });
    expect((await read(child.caseManager)).student.name).toBe("Birdie Example");
    await edit(child.caseManager, { preferredName: "" });
    expect((await read(child.caseManager)).student).toMatchObject({
      name: "Robin Example",
      preferredName: null,
    });
  });

  test("says who was on the team only to those who manage it", async () => {
    const teacher = await world.aMember("teacher");
    const teamMembershipId = await child.caseManager.mutation(api.students.team.add, {
      ...{ studentId: child.studentId, personId: teacher.personId, startsOn: "2025-08-18" },
      teamRole: "generalEducationTeacher",
    });
    const specialist = await child.as.specialist();
    await child.caseManager.mutation(api.students.team.end, { studentId: child.studentId, teamMembershipId });
    expect((await read(child.caseManager)).team).toHaveLength(2);
    expect((await read(specialist)).team).toHaveLength(1);
  });

  test("tells the family of a plan once it is shared, and no longer when it is taken back", async () => {
    const guardian = await child.as.guardian();
    const { iepId } = await child.anIep({ status: "inEffect" });
    const { studentId } = child;
    expect(await read(guardian)).toMatchObject({ plans: [], activeIepId: null });
    await child.caseManager.mutation(api.ieps.ieps.share, { studentId, iepId, shared: true });
    expect(await read(guardian)).toMatchObject({
      plans: [{ iepId }],
      activeIepId: iepId,
      audience: "family",
    });
    await child.caseManager.mutation(api.ieps.ieps.share, { studentId, iepId, shared: false });
    expect(await read(guardian)).toMatchObject({ plans: [], activeIepId: null });
  });
});

describe("editing the record", () => {
  test("changes what is passed and nothing else", async () => {
    const before = (await read(child.caseManager)).student;
    await edit(child.caseManager, { gradeLevel: "5" });
    expect((await read(child.caseManager)).student).toEqual({ ...before, gradeLevel: "5" });
  });

  test("refuses a number that another student has", async () => {
    await world.aStudent({ studentNumber: "taken" });
    await expectRefusal(edit(child.caseManager, { studentNumber: "taken" }), "student_number_taken");
  });

  test("leaves moving the child to whoever administers both schools", async () => {
    const far = await world.aSchool("Far School");
    const headThere = await world.aMember("administrator", { schoolId: far });
    const headHere = await world.aMember("administrator", { schoolId: world.schoolId });
    await expectRefusal(edit(headThere, { schoolId: far }), "not_found");
    await expectRefusal(edit(headHere, { schoolId: far }), "not_allowed");
    await edit(world.administrator, { schoolId: far });
    expect((await read(headThere)).school.name).toBe("Far School");
  });

  test("leaves handing the child to another case manager to an administrator", async () => {
    const next = await world.aMember("caseManager", { name: "Nora Next" });
    const handOver = { caseManagerId: next.personId };
    await expectRefusal(edit(child.caseManager, handOver), "not_allowed");
    await edit(world.administrator, handOver);
    expect((await read(next)).caseManager?.name).toBe("Nora Next");
    await expectRefusal(read(child.caseManager), "not_found");
  });
});

describe("the team", () => {
  const join = (person: Person, startsOn?: string) =>
    child.caseManager.mutation(api.students.team.add, {
      studentId: child.studentId,
      personId: person.personId,
      teamRole: "specialist",
      ...(startsOn && { startsOn }),
    });

  test("takes nobody twice in the same part at once", async () => {
    const person = await world.aMember("specialist");
    await join(person);
    await expectRefusal(join(person), "already_on_team");
  });

  test("takes members of staff only", async () => {
    await expectRefusal(join(await child.as.guardian()), "not_a_member");
    const elsewhere = await aWorld(world.backend);
    await expectRefusal(join(await elsewhere.aMember("specialist")), "not_a_member");
  });

  test("refuses a first day that does not exist", async () => {
    await expectRefusal(join(await world.aMember("specialist"), "2026-13-01"), "not_a_day", "startsOn");
  });
});

test("a guardian of one child becomes the guardian of a sibling", async () => {
  const sibling = await world.aStudent({ firstName: "Kim", caseManager: child.caseManager });
  const guardian = await child.as.guardian();
  const add = () =>
    child.caseManager.mutation(api.guardians.guardianships.add, {
      studentId: sibling.studentId,
      personId: guardian.personId,
      relationship: "mother",
    });
  await add();
  await expectRefusal(add(), "already_member");
  const me = await guardian.query(api.people.me.get, {});
  expect(me?.children.map(({ name }) => name).sort()).toEqual(["Kim Example", "Robin Example"]);
});
