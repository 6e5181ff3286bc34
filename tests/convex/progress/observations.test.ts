import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import type { Plan } from "#tests/support/plan.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let writer: Person;
let child: Child;
let plan: Plan;
let today: string;
let keys = 0;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  child = await world.aStudent({ gradeLevel: "3", caseManager: writer });
  plan = await child.anIep({ status: "inEffect", shared: true });
  ({ today } = await writer.query(api.students.record.get, { studentId: child.studentId }));
});

const goal = () => ({ studentId: child.studentId, goalId: plan.goalId });
const log = (
  value: number,
  daysAgo = 0,
  more: {
    note?: string;
    clientKey?: string;
    writerId?: Person["personId"];
    trials?: { correct: number; total: number };
  } = {},
  as = writer,
) =>
  as.mutation(api.progress.observations.log, {
    ...goal(),
    observedOn: addDays(today, -daysAgo),
    value,
    clientKey: `key-of-a-test-${++keys}`,
    ...more,
  });
const progress = (as = writer, span: { from?: string; to?: string } = {}) =>
  as.query(api.progress.goals.get, { ...goal(), ...span });

describe("a measurement", () => {
  test("that the device sends twice is written down once", async () => {
    const first = await log(50, 0, { clientKey: "the-same-key" });
    const second = await log(50, 0, { clientKey: "the-same-key" });
    expect(second).toBe(first);
    expect((await progress()).summary.count).toBe(1);
  });

  test("that waited on a shared device is not put down as another's, who is signed in there by now", async () => {
    const teacher = await child.as.teacher();
    await expectRefusal(log(50, 0, { writerId: writer.personId }, teacher), "not_signed_in");
    expect((await progress()).summary.count).toBe(0);
    await log(50, 0, { writerId: writer.personId });
    expect((await progress()).observations).toMatchObject([{ recordedBy: { personId: writer.personId } }]);
  });

  test("belongs to the day it was taken on: the latest is the latest day, not the latest entry", async () => {
    await log(60, 2);
    await log(44, 20);
    const { summary, observations } = await progress();
    expect(summary.latest).toEqual({ value: 60, on: addDays(today, -2) });
    expect(observations.map(({ value }) => value)).toEqual([44, 60]);
  });

  test("that is retracted counts no more, and cannot be retracted again", async () => {
    const observationId = await log(60);
    await writer.mutation(api.progress.observations.retract, { studentId: child.studentId, observationId });
    expect((await progress()).summary.count).toBe(0);
    await expectRefusal(
      writer.mutation(api.progress.observations.retract, { studentId: child.studentId, observationId }),
      "observation_retracted",
    );
  });

  test("can be taken back by whoever wrote it down, and not by another teacher", async () => {
    const [teacher, specialist] = [await child.as.teacher(), await child.as.specialist()];
    const observationId = await log(60, 0, {}, teacher);
    const taken = { studentId: child.studentId, observationId };
    await expectRefusal(specialist.mutation(api.progress.observations.retract, taken), "not_allowed");
    await teacher.mutation(api.progress.observations.retract, taken);
  });

  test.each([
    ["of tomorrow", { value: 50, daysAgo: -1 }, "day_in_future", "observedOn"],
    ["below zero", { value: -1, daysAgo: 0 }, "out_of_range", "value"],
    ["of no number", { value: Number.NaN, daysAgo: 0 }, "out_of_range", "value"],
    ["of 501 words a minute", { value: 501, daysAgo: 0 }, "out_of_range", "value"],
  ] as const)("%s is refused", async (_what, { value, daysAgo }, code, field) => {
    await expectRefusal(log(value, daysAgo), code, field);
  });

  test("with more answers right than were given is refused", async () => {
    await expectRefusal(log(50, 0, { trials: { correct: 6, total: 5 } }), "out_of_range", "trials");
  });
});

describe("what the measurements say", () => {
  test("four points make no trend, five a provisional one, ten a firm one", async () => {
    const statuses = [];
    for (let i = 0; i < 10; i++) {
      await log(45 + i, 20 - 2 * i);
      statuses.push((await progress()).trend.status);
    }
    expect(statuses.slice(0, 4)).toEqual(Array(4).fill("notEnoughData"));
    expect(statuses.slice(4, 9)).toEqual(Array(5).fill("provisional"));
    expect(statuses[9]).toBe("ok");
    const { trend } = await progress();
    expect(trend.theilSen?.slopePerWeek).toBeCloseTo(3.5, 6);
    expect(trend.ols?.slopePerWeek).toBeCloseTo(3.5, 6);
  });

  test("measurements up to the baseline's day are the phase before, and no line crosses into it", async () => {
    for (const [i, value] of [40, 41, 42].entries()) await log(value, 40 - i);
    for (const [i, value] of [60, 61, 62, 63, 64].entries()) await log(value, 20 - i);
    const { trend, effect, summary } = await progress();
    expect(summary.count).toBe(8);
    expect(trend.originOn).toBe(addDays(today, -20));
    expect(effect).toMatchObject({ nap: 1, pnd: 1, tau: 1 });
  });

  test("a span of days shows only its own measurements", async () => {
    for (const daysAgo of [1, 5, 9]) await log(50, daysAgo);
    const { observations } = await progress(writer, { from: addDays(today, -6), to: addDays(today, -2) });
    expect(observations.map(({ observedOn }) => observedOn)).toEqual([addDays(today, -5)]);
  });

  test("a third grader's reading is seen beside the published norms", async () => {
    await log(74);
    const { norms } = await progress();
    expect(norms?.source).toBe("Hasbrouck & Tindal 2017");
    expect(norms?.seasons.map(({ season }) => season)).toEqual(["autumn", "winter", "spring"]);
    expect(norms?.latest?.atLeast).not.toBeNull();
  });

  test("the list turns the pages, newest first", async () => {
    for (const daysAgo of [3, 1, 2]) await log(50 + daysAgo, daysAgo);
    const paginationOpts = { numItems: 2, cursor: null };
    const first = await writer.query(api.progress.observations.list, { ...goal(), paginationOpts });
    expect(first.page.map(({ value }) => value)).toEqual([51, 52]);
    const next = { numItems: 2, cursor: first.continueCursor };
    const second = await writer.query(api.progress.observations.list, { ...goal(), paginationOpts: next });
    expect(second.page.map(({ value }) => value)).toEqual([53]);
  });
});

describe("the family", () => {
  test("sees values and what they say, without the team's notes and names", async () => {
    await log(50, 0, { note: "Tired today; see the nurse's message." });
    const guardian = await child.as.guardian();
    const { observations, summary } = await progress(guardian);
    expect(summary.count).toBe(1);
    expect(observations).toMatchObject([{ value: 50, note: null, recordedBy: null }]);
    expect((await progress()).observations[0]?.note).toContain("nurse");
  });

  test("writes nothing down, and sees nothing of a plan that is not shared", async () => {
    const guardian = await child.as.guardian();
    await expectRefusal(log(50, 0, {}, guardian), "not_allowed");
    await writer.mutation(api.ieps.ieps.share, {
      studentId: child.studentId,
      iepId: plan.iepId,
      shared: false,
    });
    await expectRefusal(progress(guardian), "not_found");
  });
});
