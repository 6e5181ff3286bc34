import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const namesSeenBy = async (person: Person, search?: string) => {
  const { page } = await person.query(api.students.students.listMine, {
    organizationId: world.organizationId,
    paginationOpts: { numItems: 50, cursor: null },
    ...(search !== undefined && { search }),
  });
  return page.map(({ name }) => name);
};

describe("my students", () => {
  test("are for an administrator all of the district, by last name, page after page", async () => {
    const caseManager = await world.aMember("caseManager");
    for (const lastName of ["Cole", "Adams", "Brooks"]) await world.aStudent({ lastName, caseManager });
    const read = (cursor: string | null) =>
      world.administrator.query(api.students.students.listMine, {
        organizationId: world.organizationId,
        paginationOpts: { numItems: 2, cursor },
      });
    const first = await read(null);
    const second = await read(first.continueCursor);
    expect([...first.page, ...second.page].map(({ name }) => name)).toEqual([
      "Robin Adams",
      "Robin Brooks",
      "Robin Cole",
    ]);
  });

  test("are for a case manager those they manage, and those whose team they are on", async () => {
    const mine = await world.aStudent({ lastName: "Managed" });
    const shared = await world.aStudent({ lastName: "Shared" });
    await world.aStudent({ lastName: "Other" });
    await shared.join(mine.caseManager, "specialEducationTeacher");
    expect(await namesSeenBy(mine.caseManager)).toEqual(["Robin Managed", "Robin Shared"]);
  });

  test("are for a teacher without a team nobody", async () => {
    await world.aStudent();
    expect(await namesSeenBy(await world.aMember("teacher"))).toEqual([]);
  });

  test("are found by the beginnings of names, and by number", async () => {
    const child = await world.aStudent({ firstName: "Amara", lastName: "Okonkwo", studentNumber: "8842" });
    await world.aStudent({ firstName: "Ben", lastName: "Lindgren", caseManager: child.caseManager });
    for (const person of [world.administrator, child.caseManager]) {
      expect(await namesSeenBy(person, "oko")).toEqual(["Amara Okonkwo"]);
      expect(await namesSeenBy(person, "8842")).toEqual(["Amara Okonkwo"]);
      expect(await namesSeenBy(person, "nobody")).toEqual([]);
    }
  });

  test("are never found in another district", async () => {
    const elsewhere = await aWorld(world.backend);
    await elsewhere.aStudent({ lastName: "Elsewhere" });
    expect(await namesSeenBy(world.administrator, "Elsewhere")).toEqual([]);
  });

  test("show the plan in effect and the days until its review", async () => {
    const child = await world.aStudent();
    await child.anIep({ status: "inEffect" });
    const { page } = await child.caseManager.query(api.students.students.listMine, {
      organizationId: world.organizationId,
      paginationOpts: { numItems: 5, cursor: null },
    });
    expect(page[0]).toMatchObject({ plan: { status: "inEffect" }, relation: "caseManager" });
    expect(page[0]?.plan?.daysUntilReview).toBeGreaterThan(300);
  });
});

describe("adding a student", () => {
  const add = (details: object) =>
    world.administrator.mutation(api.students.students.add, {
      organizationId: world.organizationId,
      schoolId: world.schoolId,
      studentNumber: "1",
      firstName: "Robin",
      lastName: "Example",
      birthOn: "2016-03-09",
      gradeLevel: "4",
      needs: [],
      ...details,
    });

  test.each([
    ["an empty first name", { firstName: "  " }, "required", "firstName"],
    ["a birthday that does not exist", { birthOn: "2016-02-30" }, "not_a_day", "birthOn"],
    ["a birthday ahead", { birthOn: "2999-01-01" }, "day_in_future", "birthOn"],
    ["a birthday a hundred years ago", { birthOn: "1920-01-01" }, "out_of_range", "birthOn"],
    ["a number of a page", { studentNumber: "9".repeat(41) }, "too_long", "studentNumber"],
    ["a grade that its schools do not have", { gradeLevel: "Y4" }, "invalid", "gradeLevel"],
    ["a need of another country", { needs: ["SPLD"] }, "need_unknown", "needs"],
    ["a need named twice", { needs: ["autism", "autism"] }, "need_twice", "needs"],
  ] as const)("refuses %s", async (_, details, code, field) => {
    await expectRefusal(add(details), code, field);
  });

  test("refuses a number that the district has already given, and takes it in another district", async () => {
    await add({});
    await expectRefusal(add({ firstName: "Kim" }), "student_number_taken", "studentNumber");
    const elsewhere = await aWorld(world.backend);
    expect((await elsewhere.aStudent({ studentNumber: "1" })).studentId).toBeTruthy();
  });

  test("refuses a school of another district", async () => {
    const elsewhere = await aWorld(world.backend);
    await expectRefusal(add({ schoolId: elsewhere.schoolId }), "not_found", "schoolId");
  });

  test("refuses a case manager who does not belong to the district", async () => {
    const elsewhere = await aWorld(world.backend);
    const outsider = await elsewhere.aMember("caseManager");
    await expectRefusal(add({ caseManagerId: outsider.personId }), "not_a_member");
  });

  test("is refused to the administrator of another school", async () => {
    const schoolId = await world.aSchool("Another School");
    const principal = await world.aMember("administrator", { schoolId });
    const adding = principal.mutation(api.students.students.add, {
      organizationId: world.organizationId,
      schoolId: world.schoolId,
      studentNumber: "2",
      firstName: "Robin",
      lastName: "Example",
      birthOn: "2016-03-09",
      gradeLevel: "4",
      needs: [],
    });
    await expectRefusal(adding, "not_allowed", "schoolId");
  });
});
