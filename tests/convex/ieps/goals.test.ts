import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import type { Plan } from "#tests/support/plan.ts";
import { expectRefusal, refusalOf } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let writer: Person;
let child: Child;
let plan: Plan;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  child = await world.aStudent({ caseManager: writer });
  plan = await child.anIep();
});

const read = () => writer.query(api.ieps.ieps.get, { studentId: child.studentId, iepId: plan.iepId });
const theGoal = async () => {
  const [goal] = (await read()).goals;
  if (!goal) throw new Error("the plan has a goal");
  return goal;
};
type Parts = Partial<Awaited<ReturnType<typeof theGoal>>>;
const edit = (as: Person, base: Parts, changes: Parts) =>
  as.mutation(api.ieps.goals.edit, { studentId: child.studentId, goalId: plan.goalId, base, changes });

describe("two people change one goal", () => {
  test("in different fields, and both changes stand", async () => {
    const seen = await theGoal();
    const teacher = await child.as.teacher();
    await edit(writer, { schedule: seen.schedule }, { schedule: "twice a week" });
    await edit(teacher, { condition: seen.condition }, { condition: "Given a passage read once before" });
    expect(await theGoal()).toMatchObject({
      schedule: "twice a week",
      condition: "Given a passage read once before",
    });
  });

  test("in the same field, and the later one is told what is there now", async () => {
    const seen = await theGoal();
    const teacher = await child.as.teacher();
    const target = { value: 95, on: seen.target.on };
    await edit(writer, { target: seen.target }, { target });
    const refusal = await refusalOf(
      edit(teacher, { target: seen.target }, { target: { value: 85, on: seen.target.on } }),
    );
    expect(refusal).toMatchObject({ code: "conflict", field: "target" });
    expect(JSON.parse(String(refusal.params?.current))).toEqual(target);
    expect((await theGoal()).target.value).toBe(95);
  });

  test("to the same value, and nobody is troubled", async () => {
    const seen = await theGoal();
    await edit(writer, { schedule: seen.schedule }, { schedule: "daily" });
    await edit(writer, { schedule: seen.schedule }, { schedule: "daily" });
    expect((await theGoal()).schedule).toBe("daily");
  });
});

describe("a goal that could not be measured", () => {
  test.each<[string, Parts, string, string]>([
    ["without a condition", { condition: "  " }, "required", "condition"],
    ["with a statement of a novel's length", { statement: "x".repeat(1_001) }, "too_long", "statement"],
    ["with a target on no day", { target: { value: 90, on: "2027-02-30" } }, "not_a_day", "target.on"],
    [
      "with a target before its baseline",
      { target: { value: 90, on: "2020-01-01" } },
      "days_out_of_order",
      "target.on",
    ],
    [
      "whose target lies below its baseline while more is better",
      { target: { value: 5, on: "2099-01-01" } },
      "invalid",
      "target.value",
    ],
    ["of 600 words a minute", { target: { value: 600, on: "2099-01-01" } }, "out_of_range", "target.value"],
    ["met five times of the last three", { consistency: { met: 5, of: 3 } }, "invalid", "consistency.met"],
    [
      "with a value that is no number",
      { baseline: { value: Number.NaN, on: "2026-01-05" } },
      "out_of_range",
      "baseline.value",
    ],
  ])("%s is refused at its field", async (_what, changes, code, field) => {
    const seen = await theGoal();
    const base = Object.fromEntries(Object.entries(seen).filter(([name]) => name in changes));
    const refusal = await refusalOf(edit(writer, base, changes));
    expect({ code: refusal.code, field: refusal.field }).toEqual({ code, field });
  });
});

test("a retired goal keeps its number, and its measurements can no longer be added to", async () => {
  const { studentId } = child;
  await writer.mutation(api.ieps.goals.retire, { studentId, goalId: plan.goalId });
  const {
    goalId: _goalId,
    iepId: _iepId,
    number: _number,
    owner: _owner,
    isActive: _isActive,
    ...fields
  } = await theGoal();
  await writer.mutation(api.ieps.goals.add, { studentId, iepId: plan.iepId, ...fields });
  expect((await read()).goals.map(({ number, isActive }) => ({ number, isActive }))).toEqual([
    { number: 1, isActive: false },
    { number: 2, isActive: true },
  ]);
  const { today } = await writer.query(api.students.record.get, { studentId });
  const measurement = { goalId: plan.goalId, observedOn: today, value: 50, clientKey: "too-late-now" };
  await expectRefusal(
    writer.mutation(api.progress.observations.log, { studentId, ...measurement }),
    "goal_retired",
  );
});

describe("what else a plan agrees", () => {
  test("a service that ends before it starts is refused, and a removed one is gone", async () => {
    const { studentId } = child;
    const [service] = (await read()).services;
    if (!service) throw new Error("the plan has a service");
    const { serviceId } = service;
    const change = { base: { endsOn: service.endsOn }, changes: { endsOn: "2020-01-01" } };
    await expectRefusal(
      writer.mutation(api.ieps.services.edit, { studentId, serviceId, ...change }),
      "days_out_of_order",
      "endsOn",
    );
    await writer.mutation(api.ieps.services.remove, { studentId, serviceId });
    const { services, missing } = await read();
    expect(services).toEqual([]);
    expect(missing.map(({ what }) => what)).toContain("services");
  });

  test("an accommodation is added, changed and removed", async () => {
    const { studentId } = child;
    const fields = { category: "Timing", text: "Time and a half", setting: "" };
    const accommodationId = await writer.mutation(api.ieps.accommodations.add, {
      studentId,
      iepId: plan.iepId,
      ...fields,
    });
    const change = { base: { text: fields.text }, changes: { text: "Double time" } };
    await writer.mutation(api.ieps.accommodations.edit, { studentId, accommodationId, ...change });
    expect((await read()).accommodations).toEqual([{ accommodationId, ...fields, text: "Double time" }]);
    await writer.mutation(api.ieps.accommodations.remove, { studentId, accommodationId });
    expect((await read()).accommodations).toEqual([]);
  });

  test("a special factor that applies must say what will be done", async () => {
    const base = { factor: "braille", applies: false, explanation: "" } as const;
    const answer = { studentId: child.studentId, iepId: plan.iepId, factor: "braille", base } as const;
    await expectRefusal(
      writer.mutation(api.ieps.specialFactors.answer, { ...answer, applies: true, explanation: " " }),
      "required",
      "explanation",
    );
    await writer.mutation(api.ieps.specialFactors.answer, {
      ...answer,
      applies: true,
      explanation: "Taught in braille.",
    });
    await expectRefusal(
      writer.mutation(api.ieps.specialFactors.answer, {
        ...answer,
        applies: true,
        explanation: "Large print.",
      }),
      "conflict",
    );
  });

  test("only what the law leaves open can be found not needed", async () => {
    const { studentId } = child;
    for (const { sectionId, kind } of (await read()).sections) {
      const call = writer.mutation(api.ieps.sections.setState, { studentId, sectionId, state: "notNeeded" });
      if (["transition", "accommodations", "parentConcerns"].includes(kind)) await call;
      else await expectRefusal(call, "invalid", "state");
    }
  });

  test("a section is given to somebody of the team, and to nobody else", async () => {
    const { studentId } = child;
    const [section] = (await read()).sections;
    if (!section) throw new Error("a plan has sections");
    const { sectionId } = section;
    const [teacher, elsewhere] = [await child.as.teacher(), await child.as.teacherElsewhere()];
    await writer.mutation(api.ieps.sections.assign, { studentId, sectionId, personId: teacher.personId });
    expect((await read()).sections[0]?.owner?.personId).toBe(teacher.personId);
    await expectRefusal(
      writer.mutation(api.ieps.sections.assign, { studentId, sectionId, personId: elsewhere.personId }),
      "not_a_member",
    );
  });
});
