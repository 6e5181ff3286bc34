import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { putInEffect } from "#tests/support/plan.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let deployment: ReturnType<typeof openConvexTest>;
let world: World;
beforeEach(async () => {
  setToday("2026-03-02");
  deployment = openConvexTest();
  world = await aWorld(convexTestBackend(deployment));
});

const dueFor = (who: Person) => who.query(api.students.due.list, { organizationId: world.organizationId });
const kindsFor = async (who: Person) => (await dueFor(who)).map(({ kind }) => kind);

/** As many children as stated with the same plan, for lists that end before all are told. */
const multiply = (child: Child, times: number) =>
  deployment.run(async (ctx) => {
    const student = await ctx.db.get("students", child.studentId);
    if (student === null) throw new Error("There is no such child.");
    const { _id, _creationTime, ...row } = student;
    for (let n = 1; n < times; n++) await ctx.db.insert("students", { ...row, studentNumber: `M-${n}` });
  });

const findEligible = async (child: Child) => {
  await child.caseManager.mutation(api.status.episodes.enter, {
    ...{ studentId: child.studentId, kind: "ideaEligible", startsOn: "2026-02-02", term: "longTerm" },
    ...{ reason: "Reading two years behind", decidedBy: "Eligibility team" },
  });
};

describe("for a case manager", () => {
  test("a child is due who must have a plan and has none; nobody else is", async () => {
    const child = await world.aStudent();
    expect(await dueFor(child.caseManager)).toEqual([]);
    await findEligible(child);
    expect(await dueFor(child.caseManager)).toMatchObject([{ kind: "noPlan", studentName: "Robin Example" }]);
  });

  test("a draft is due on the day of its meeting", async () => {
    const child = await world.aStudent();
    const { iepId } = await child.anIep({ status: "draft", startsOn: "2026-04-01" });
    expect(await dueFor(child.caseManager)).toMatchObject([{ kind: "draft", iepId, dueOn: "2026-03-29" }]);
  });

  test("a review shows up sixty days ahead, and counts on below zero when it is missed", async () => {
    const child = await world.aStudent();
    const { iepId } = await child.anIep({ status: "inEffect", startsOn: "2026-03-02" });
    const reviewDueOn = "2027-02-27";
    setToday(addDays(reviewDueOn, -61));
    expect(await kindsFor(child.caseManager)).not.toContain("review");
    setToday(addDays(reviewDueOn, -60));
    expect(await dueFor(child.caseManager)).toContainEqual(
      expect.objectContaining({ kind: "review", iepId, dueOn: reviewDueOn, daysLeft: 60 }),
    );
    setToday(addDays(reviewDueOn, 3));
    expect(await dueFor(child.caseManager)).toContainEqual(
      expect.objectContaining({ kind: "review", daysLeft: -3 }),
    );
  });

  test("a goal is due when it has not been measured for more than fourteen days", async () => {
    const child = await world.aStudent();
    const { goalId } = await child.anIep({ status: "inEffect", startsOn: "2026-02-20" });
    expect(await kindsFor(child.caseManager)).toEqual([]);
    setToday("2026-03-07");
    expect(await dueFor(child.caseManager)).toMatchObject([{ kind: "noData", goalId, goalNumber: 1 }]);
    await child.caseManager.mutation(api.progress.observations.log, {
      studentId: child.studentId,
      goalId,
      observedOn: "2026-03-07",
      value: 52,
      clientKey: "a-measurement-of-today",
    });
    expect(await kindsFor(child.caseManager)).toEqual([]);
  });
});

test("a measurement counts for the same goal in an amended plan", async () => {
  const child = await world.aStudent();
  const { studentId, caseManager } = child;
  const { iepId, goalId } = await child.anIep({ status: "inEffect", startsOn: "2026-02-20" });
  setToday("2026-03-07");
  const measured = { goalId, observedOn: "2026-03-07", value: 52, clientKey: "a-measurement-of-today" };
  await caseManager.mutation(api.progress.observations.log, { studentId, ...measured });
  setToday("2026-03-12");
  const amendment = { title: "Amendment", startsOn: "2026-03-11", meetingOn: "2026-03-11", amendsId: iepId };
  const amendedId = await caseManager.mutation(api.ieps.ieps.start, { studentId, ...amendment });
  await putInEffect(child, amendedId);
  expect(await kindsFor(caseManager)).toEqual([]);
  setToday("2026-03-22");
  expect(await dueFor(caseManager)).toMatchObject([{ kind: "noData", dueOn: "2026-03-21" }]);
});

test("an administrator sees the reviews ahead of the whole district, and no day-to-day work", async () => {
  const one = await world.aStudent({ lastName: "Adams" });
  await one.anIep({ status: "inEffect", startsOn: "2026-03-01" });
  await world.aStudent({ lastName: "Brooks" });
  setToday("2027-01-20");
  expect(await dueFor(world.administrator)).toMatchObject([{ kind: "review", studentName: "Robin Adams" }]);
});

test("a child who has left is nobody's work", async () => {
  const child = await world.aStudent({ startsOn: "2026-01-12" });
  await world.administrator.mutation(api.students.archiving.archive, {
    studentId: child.studentId,
    reason: "withdrawn",
    lastDayOn: "2026-02-27",
    accessEndsOn: "2030-01-01",
  });
  expect(await dueFor(child.caseManager)).toEqual([]);
});

test("the head of one school sees its reviews, however many are due sooner in other schools", async () => {
  const schoolId = await world.aSchool("Far School");
  const head = await world.aMember("administrator", { schoolId });
  const caseManager = await world.aMember("caseManager");
  const elsewhere = await world.aStudent({ caseManager });
  await elsewhere.anIep({ status: "inEffect", startsOn: "2026-03-01" });
  await multiply(elsewhere, 51);
  const here = await world.aStudent({ lastName: "Yoder", schoolId, caseManager });
  await here.anIep({ status: "inEffect", startsOn: "2026-03-02" });
  setToday("2027-01-20");
  expect(await dueFor(head)).toMatchObject([{ kind: "review", studentName: "Robin Yoder" }]);
});

test("an administrator on a child's team sees the child's work too, and each review once", async () => {
  const child = await world.aStudent();
  await child.join(world.administrator);
  await findEligible(child);
  expect(await kindsFor(world.administrator)).toEqual(["noPlan"]);
  await child.anIep({ status: "inEffect", startsOn: "2026-03-02" });
  setToday("2027-01-20");
  const kinds = await kindsFor(world.administrator);
  expect(kinds.filter((kind) => kind === "review")).toHaveLength(1);
});
