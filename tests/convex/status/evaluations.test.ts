import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays, addYears } from "#convex/dates.ts";
import type { Child } from "#tests/support/child.ts";
import { agree } from "#tests/support/plan.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let writer: Person;
let child: Child;
let today: string;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  child = await world.aStudent({ caseManager: writer });
  ({ today } = await read());
});
const read = () => writer.query(api.status.overview.get, { studentId: child.studentId });
const ask = (kind: "initial" | "reevaluation", askedOn: string, more: object = {}) =>
  writer.mutation(api.status.evaluations.ask, {
    ...{ studentId: child.studentId, kind, askedOn, askedBy: "Mother", reason: "Reading" },
    ...more,
  });
const begin = (evaluationId: Id<"evaluations">) =>
  writer.mutation(api.status.evaluations.begin, { studentId: child.studentId, evaluationId });
const complete = (evaluationId: Id<"evaluations">, completedOn: string) =>
  writer.mutation(api.status.evaluations.complete, {
    ...{ studentId: child.studentId, evaluationId, completedOn, conclusion: "eligible", findings: "" },
  });
const first = async () => (await read()).evaluations[0];

describe("an initial evaluation", () => {
  test("waits for consent, and its sixty days start on the day it is received", async () => {
    const evaluationId = await ask("initial", addDays(today, -20));
    expect(await first()).toMatchObject({ state: "asked", dueOn: null });
    await expectRefusal(begin(evaluationId), "consent_missing");
    await expectRefusal(complete(evaluationId, today), "consent_missing");
    await agree(child, "initialEvaluation");
    await begin(evaluationId);
    expect(await first()).toMatchObject({
      state: "underWay",
      consentReceivedOn: today,
      dueOn: addDays(today, 60),
    });
  });

  test("stops its clock for the two reasons of the law", async () => {
    const evaluationId = await ask("initial", addDays(today, -20));
    await agree(child, "initialEvaluation");
    await begin(evaluationId);
    const stop = (reason: "childNotProduced" | "changedAgency", from: number, until: number) =>
      writer.mutation(api.status.evaluations.stopClock, {
        ...{ studentId: child.studentId, evaluationId, reason, note: "On record" },
        from: addDays(today, from),
        until: addDays(today, until),
      });
    await stop("childNotProduced", 5, 9);
    expect((await first())?.dueOn).toBe(addDays(today, 65));
    await stop("changedAgency", 20, 100);
    expect((await first())?.dueOn).toBe(addDays(today, 100));
    await expectRefusal(stop("changedAgency", 20, 10), "days_out_of_order", "until");
  });

  test("is open once at a time; what was tried before never holds it up", async () => {
    await writer.mutation(api.interventions.interventions.add, {
      ...{ studentId: child.studentId, kind: "academic", title: "Small group reading", startsOn: today },
      ...{ people: "", outcome: "", sharedWithFamily: false },
    });
    await ask("initial", today);
    await expectRefusal(ask("initial", today), "evaluation_open");
    await expectRefusal(ask("reevaluation", addDays(today, 1)), "day_in_future", "askedOn");
  });

  test("taken back counts for nothing", async () => {
    const evaluationId = await ask("initial", today);
    const retract = { studentId: child.studentId, evaluationId, reason: "Other child" };
    await writer.mutation(api.status.evaluations.retract, retract);
    expect((await read()).evaluations).toEqual([]);
    await ask("initial", today);
  });
});

describe("re-evaluation", () => {
  const eligible = () =>
    writer.mutation(api.status.episodes.enter, {
      ...{ studentId: child.studentId, kind: "ideaEligible", startsOn: addDays(today, -900) },
      ...{ term: "longTerm", reason: "Reading", decidedBy: "Team" },
    });

  test("is due three years after the last evaluation, or after an agreement that none is needed", async () => {
    await eligible();
    await agree(child, "initialEvaluation");
    const evaluationId = await ask("initial", addDays(today, -950));
    await complete(evaluationId, addDays(today, -900));
    expect((await read()).reevaluationDueOn).toBe(addYears(addDays(today, -900), 3));
    await writer.mutation(api.status.evaluations.agreeNotNeeded, {
      ...{ studentId: child.studentId, agreedOn: addDays(today, -10), because: "Nothing new to learn" },
    });
    expect((await read()).reevaluationDueOn).toBe(addYears(addDays(today, -10), 3));
  });

  test("within a year of the last needs an agreement", async () => {
    await agree(child, "initialEvaluation");
    const evaluationId = await ask("initial", addDays(today, -100));
    await complete(evaluationId, addDays(today, -50));
    await expectRefusal(ask("reevaluation", today), "evaluation_too_soon", "agreedEarly");
    await ask("reevaluation", today, { agreedEarly: true });
  });
});
