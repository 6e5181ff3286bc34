import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { gradesOf, schoolYearOf, settingsOf } from "#convex/organizations/rules/settings.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const here = () => ({ organizationId: world.organizationId });
const organization = () => world.administrator.query(api.organizations.organizations.get, here());

describe("settings", () => {
  test("are what is usual in the country until the organization decides", async () => {
    const { settings } = await organization();
    expect(settings).toMatchObject({ transitionAge: 16, majorityAge: 18, reviewCycleMonths: 12 });
    expect(settingsOf({ jurisdiction: "england" }).transitionAge).toBe(14);
    expect(gradesOf({ jurisdiction: "us-federal" })[0]).toEqual({ code: "PK", name: "Pre-kindergarten" });
  });

  test("change one by one, and go back", async () => {
    const decide = api.organizations.organizations.decide;
    await world.administrator.mutation(decide, { ...here(), settings: { transitionAge: 14 } });
    await world.administrator.mutation(decide, { ...here(), settings: { majorityAge: 19 } });
    expect((await organization()).settings).toMatchObject({ transitionAge: 14, majorityAge: 19 });
    await world.administrator.mutation(decide, { ...here(), settings: {}, usual: ["transitionAge"] });
    expect((await organization()).settings).toMatchObject({ transitionAge: 16, majorityAge: 19 });
  });

  test.each([
    [{ reviewCycleMonths: 13 }, "out_of_range", "reviewCycleMonths"],
    [{ schoolYearStartsOn: "02-30" }, "not_a_day", "schoolYearStartsOn"],
    [{ weekdays: [] }, "required", "weekdays"],
    [
      {
        grades: [
          { code: "1", name: "One" },
          { code: "1", name: "Again" },
        ],
      },
      "invalid",
      "grades",
    ],
  ] as const)("refuse %j", async (settings, code, field) => {
    const call = world.administrator.mutation(api.organizations.organizations.decide, {
      ...here(),
      settings: settings as never,
    });
    await expectRefusal(call, code, field);
  });

  test("decide how long an initial evaluation takes, and which needs are recorded: what is there stays", async () => {
    const child = await world.aStudent();
    const { studentId, caseManager } = child;
    const { today } = await caseManager.query(api.status.overview.get, { studentId });
    await world.administrator.mutation(api.organizations.organizations.decide, {
      ...here(),
      settings: { evaluationDays: 45, unusedNeeds: ["specificLearningDisability", "developmentalDelay"] },
    });
    const from = addDays(today, 1);
    const declare = (...needs: string[]) =>
      caseManager.mutation(api.status.needs.declare, { studentId, from, needs });
    await expectRefusal(declare("developmentalDelay"), "need_unknown", "needs");
    await declare("specificLearningDisability", "autism");
    const { needsInUse } = await caseManager.query(api.status.overview.get, { studentId });
    expect(needsInUse).not.toContain("developmentalDelay");
    const evaluationId = await caseManager.mutation(api.status.evaluations.ask, {
      ...{ studentId, kind: "initial", askedOn: today, askedBy: "Parent", reason: "Reading" },
    });
    await agree(child, "initialEvaluation");
    await caseManager.mutation(api.status.evaluations.begin, { studentId, evaluationId });
    const { evaluations } = await caseManager.query(api.status.overview.get, { studentId });
    expect(evaluations).toMatchObject([{ dueOn: addDays(today, 45) }]);
  });

  test("decide when a plan is reviewed again", async () => {
    await world.administrator.mutation(api.organizations.organizations.decide, {
      ...here(),
      settings: { reviewCycleMonths: 6 },
    });
    const child = await world.aStudent();
    const { iepId } = await child.anIep({ startsOn: "2026-03-09" });
    const { studentId } = child;
    const { iep } = await child.caseManager.query(api.ieps.ieps.get, { studentId, iepId });
    expect(iep.reviewDueOn).toBe("2026-09-06");
  });
});

test("a school year runs from its first day to the day before the next", () => {
  const district = { jurisdiction: "us-federal" as const };
  expect(schoolYearOf(district, "2026-07-31")).toEqual({ startsOn: "2025-08-01", endsBefore: "2026-08-01" });
  expect(schoolYearOf(district, "2026-08-01").startsOn).toBe("2026-08-01");
});

describe("the law of another country", () => {
  const move = () =>
    world.administrator.mutation(api.organizations.organizations.changeJurisdiction, {
      ...here(),
      jurisdiction: "england",
    });

  const isOpen = () =>
    world.administrator.query(api.organizations.organizations.mayChangeJurisdiction, here());

  test("can be chosen before the first student, for the schools too", async () => {
    expect(await isOpen()).toBe(true);
    await move();
    expect((await organization()).jurisdiction).toBe("england");
    await world.aSchool("Later School");
  });

  test("is out of reach once somebody is enrolled", async () => {
    await world.aStudent();
    expect(await isOpen(), "the page offers no choice that is refused").toBe(false);
    await expectRefusal(move(), "jurisdiction_in_use", "jurisdiction");
  });
});

describe("an archived school", () => {
  const archive = () =>
    world.administrator.mutation(api.organizations.schools.archive, {
      ...here(),
      schoolId: world.schoolId,
      reason: "Merged with the school across the river",
    });

  test("takes nobody in, and what happened there stays readable", async () => {
    const child = await world.aStudent();
    await archive();
    await expectRefusal(world.aStudent(), "school_archived", "schoolId");
    const { studentId } = child;
    const { school } = await child.caseManager.query(api.students.record.get, { studentId });
    expect(school.name).toBe("Test School");
    expect((await organization()).schools).toEqual([]);
  });

  test("can be restored", async () => {
    await archive();
    await world.administrator.mutation(api.organizations.schools.restore, {
      ...here(),
      schoolId: world.schoolId,
    });
    await world.aStudent();
    const [school] = await world.administrator.query(api.organizations.schools.list, here());
    expect(school).toMatchObject({ archivedAt: null, archiveReason: null });
  });

  test("says why, or is not archived", async () => {
    const call = world.administrator.mutation(api.organizations.schools.archive, {
      ...here(),
      schoolId: world.schoolId,
      reason: " ",
    });
    await expectRefusal(call, "required", "reason");
  });
});

describe("the calendar", () => {
  const { addTerm, changeTerm, get } = api.organizations.calendar;
  const autumn = { name: "Autumn", startsOn: "2026-08-31", endsOn: "2026-12-18" };

  test("keeps terms apart", async () => {
    const termId = await world.administrator.mutation(addTerm, { ...here(), ...autumn });
    const clash = { ...here(), name: "Winter", startsOn: "2026-12-18", endsOn: "2027-02-01" };
    await expectRefusal(world.administrator.mutation(addTerm, clash), "terms_overlap", "startsOn");
    await world.administrator.mutation(changeTerm, { ...here(), termId, ...autumn, endsOn: "2026-12-17" });
    await world.administrator.mutation(addTerm, clash);
    const { terms } = await world.administrator.query(get, here());
    expect(terms.map(({ name }) => name)).toEqual(["Autumn", "Winter"]);
  });

  test("refuses days that end before they begin", async () => {
    const wrong = { ...here(), ...autumn, endsOn: "2026-08-01" };
    await expectRefusal(world.administrator.mutation(addTerm, wrong), "days_out_of_order", "endsOn");
  });

  test("refuses a term that no school year holds, and a report over more years than are counted", async () => {
    const long = { ...here(), ...autumn, endsOn: "2036-08-01" };
    await expectRefusal(world.administrator.mutation(addTerm, long), "days_too_far_apart", "endsOn");
    const report = { ...here(), kind: "movement" as const, from: "1926-08-01", to: "2026-08-01" };
    const { start } = api.reports.runs;
    await expectRefusal(world.administrator.mutation(start, report), "days_too_far_apart", "to");
  });

  test("knows the days of one school beside the district's", async () => {
    const days = { name: "Snow", startsOn: "2027-01-11", endsOn: "2027-01-12" };
    const { addClosure } = api.organizations.calendar;
    const { schoolId } = world;
    await world.administrator.mutation(addClosure, { ...here(), ...days, isOpen: false });
    await world.administrator.mutation(addClosure, { ...here(), ...days, isOpen: true, schoolId });
    const { closures } = await world.administrator.query(get, here());
    expect(closures.map((row) => [row.schoolId, row.isOpen])).toEqual([
      [null, false],
      [schoolId, true],
    ]);
  });
});
