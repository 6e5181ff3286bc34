import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { addDays, addYears } from "#convex/dates.ts";
import {
  canBecome,
  checkDates,
  missingFrom,
  needsTransition,
  reviewDueOnFor,
} from "#convex/ieps/rules/lifecycle.ts";
import { sectionKinds } from "#convex/ieps/rules/sections.ts";
import type { Child } from "#tests/support/child.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

const planDates = { startsOn: "2026-09-01", endsOn: "2027-08-31", meetingOn: "2026-08-25" };

describe("the dates of a plan", () => {
  const refusal = (dates: typeof planDates) => () => checkDates(dates);

  test("a plan of a year, agreed the week before it starts, is fine", () => {
    expect(refusal(planDates)).not.toThrow();
    expect(refusal({ ...planDates, endsOn: "2027-09-01" })).not.toThrow();
  });

  test.each([
    ["does not end before it starts", { endsOn: "2026-09-01" }, "days_out_of_order"],
    ["lasts a year at most", { endsOn: "2027-09-02" }, "days_too_far_apart"],
    ["is agreed before it starts", { meetingOn: "2026-09-02" }, "days_out_of_order"],
    ["starts on a day that exists", { startsOn: "2026-02-30" }, "not_a_day"],
    ["ends on a day that exists", { endsOn: "soon" }, "not_a_day"],
  ])("a plan %s", (_rule, change, code) => {
    expect(refusal({ ...planDates, ...change })).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ code }) }),
    );
  });

  test("the annual review is due a year after the meeting, and on 28 February after a leap day", () => {
    expect(reviewDueOnFor(planDates, null)).toBe("2027-08-25");
    expect(reviewDueOnFor({ startsOn: "2028-03-01", meetingOn: "2028-02-29" }, null)).toBe("2029-02-28");
  });

  test("an amendment keeps the review date of the plan it amends", () => {
    expect(reviewDueOnFor(planDates, { reviewDueOn: "2027-01-15" })).toBe("2027-01-15");
  });

  test("transition is required when the 16th birthday is not after the plan's last day", () => {
    expect(needsTransition("2010-05-15", "2026-08-31")).toBe(true);
    expect(needsTransition("2010-08-31", "2026-08-31")).toBe(true);
    expect(needsTransition("2010-09-01", "2026-08-31")).toBe(false);
    expect(needsTransition("2012-02-29", "2028-02-29")).toBe(true);
  });

  test("a plan in effect never becomes a draft again", () => {
    expect(canBecome("draft", "inEffect")).toBe(true);
    expect(canBecome("inEffect", "superseded")).toBe(true);
    expect(canBecome("inEffect", "draft")).toBe(false);
    expect(canBecome("superseded", "inEffect")).toBe(false);
  });

  test("an empty plan is missing everything that the law asks for", () => {
    const sections = sectionKinds.map((kind) => ({ kind, state: "notStarted" as const }));
    const contents = {
      birthOn: "2010-01-01",
      dates: { startsOn: planDates.startsOn, endsOn: planDates.endsOn },
    };
    const missing = missingFrom({ ...contents, sections, activeGoals: 0, services: 0, answeredFactors: [] });
    expect(missing.filter(({ what }) => what === "section")).toHaveLength(sectionKinds.length - 1);
    expect(missing.filter(({ what }) => what === "specialFactor")).toHaveLength(5);
    expect(missing.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["meetingOn", "transition", "goals", "services"]),
    );
  });
});

describe("a plan on its way", () => {
  let world: World;
  let child: Child;

  let caseManager: Person;

  beforeAll(async () => {
    world = await aWorld();
    caseManager = await world.aMember("caseManager");
  });
  beforeEach(async () => {
    child = await world.aStudent({ caseManager });
  });

  const planOf = (iepId: Awaited<ReturnType<Child["anIep"]>>["iepId"]) =>
    caseManager.query(api.ieps.ieps.get, { studentId: child.studentId, iepId });
  const settle = async (iepId: Awaited<ReturnType<Child["anIep"]>>["iepId"]) => {
    for (const { sectionId } of (await planOf(iepId)).sections) {
      await caseManager.mutation(api.ieps.sections.setState, {
        studentId: child.studentId,
        sectionId,
        state: "ready",
      });
    }
  };

  test("a draft beside a plan in effect leaves that plan in effect", async () => {
    const { iepId } = await child.anIep({ status: "inEffect" });
    await child.anIep();
    const active = await caseManager.query(api.ieps.ieps.getActive, { studentId: child.studentId });
    expect(active?.iepId).toBe(iepId);
  });

  test("a second draft is refused while the first is being written", async () => {
    await child.anIep();
    await expectRefusal(child.anIep(), "plan_draft_exists");
  });

  test("a draft with something missing does not take effect", async () => {
    const { iepId } = await child.anIep();
    const { missing } = await planOf(iepId);
    expect(missing.map(({ what }) => what)).toContain("section");
    await expectRefusal(
      caseManager.mutation(api.ieps.ieps.putInEffect, { studentId: child.studentId, iepId }),
      "plan_incomplete",
    );
  });

  test("a draft that starts tomorrow does not take effect today", async () => {
    const { today } = await caseManager.query(api.students.record.get, { studentId: child.studentId });
    const { iepId } = await child.anIep({ startsOn: addDays(today, 1) });
    await settle(iepId);
    await expectRefusal(
      caseManager.mutation(api.ieps.ieps.putInEffect, { studentId: child.studentId, iepId }),
      "day_in_future",
      "startsOn",
    );
  });

  test("a child who turns 16 while the plan runs needs transition planning", async () => {
    child = await world.aStudent({ birthOn: "2011-01-15", gradeLevel: "10", caseManager });
    const { iepId } = await child.anIep();
    for (const { sectionId, kind } of (await planOf(iepId)).sections) {
      const state = kind === "transition" ? "notNeeded" : "ready";
      await caseManager.mutation(api.ieps.sections.setState, {
        studentId: child.studentId,
        sectionId,
        state,
      });
    }
    await expectRefusal(
      caseManager.mutation(api.ieps.ieps.putInEffect, { studentId: child.studentId, iepId }),
      "transition_required",
    );
  });

  test("the successor ends its predecessor in one step, and there is one plan in effect", async () => {
    const first = await child.anIep({ status: "inEffect" });
    const second = await child.anIep({ status: "inEffect", startsOn: addDays(first.startsOn, 10) });
    const { plans, activeIepId } = await caseManager.query(api.students.record.get, {
      studentId: child.studentId,
    });
    expect(activeIepId).toBe(second.iepId);
    expect(plans.map(({ status }) => status).sort()).toEqual(["inEffect", "superseded"]);
  });

  test("a successor that starts on the same day would leave no day to its predecessor", async () => {
    const first = await child.anIep({ status: "inEffect" });
    const second = await child.anIep({ startsOn: first.startsOn });
    await settle(second.iepId);
    await expectRefusal(
      caseManager.mutation(api.ieps.ieps.putInEffect, {
        studentId: child.studentId,
        iepId: second.iepId,
      }),
      "plan_overlap",
    );
  });

  test("a plan in effect refuses every change of its text and fields", async () => {
    const { iepId, goalId, startsOn, endsOn } = await child.anIep({ status: "inEffect" });
    const { studentId } = child;
    const { sections, goals } = await planOf(iepId);
    const sectionId = sections[0]?.sectionId;
    const statement = goals[0]?.statement;
    if (!sectionId || !statement) throw new Error("the plan has sections and a goal");
    const dates = { startsOn, endsOn, meetingOn: null };
    const step = {
      stepType: "replace",
      from: 1,
      to: 1,
      slice: { content: [{ type: "text", text: "late" }] },
    };
    const submit = { version: 1, clientId: "late-client", serials: [1], steps: [JSON.stringify(step)] };
    for (const change of [
      caseManager.mutation(api.ieps.ieps.setDates, { studentId, iepId, ...dates }),
      caseManager.mutation(api.ieps.sections.setState, { studentId, sectionId, state: "inProgress" }),
      caseManager.mutation(api.ieps.goals.edit, {
        studentId,
        goalId,
        base: { statement },
        changes: { statement: "Other." },
      }),
      caseManager.mutation(api.ieps.goals.retire, { studentId, goalId }),
      caseManager.mutation(api.ieps.drafting.submitSteps, { studentId, sectionId, ...submit }),
    ]) {
      await expectRefusal(change, "plan_not_draft");
    }
  });

  test("a plan is closed once its last day is over everywhere, and not a day before", async () => {
    const other = await world.aStudent({ caseManager });
    const { today } = await caseManager.query(api.students.record.get, { studentId: child.studentId });
    const endsToday = addDays(addYears(today, -1), 1);
    await child.anIep({ status: "inEffect", startsOn: endsToday });
    await other.anIep({ status: "inEffect", startsOn: addDays(endsToday, -3) });
    await world.backend.operator.mutation(internal.ieps.expiry.close, {});
    const statusesOf = async ({ studentId }: Child) =>
      (await caseManager.query(api.students.record.get, { studentId })).plans.map(({ status }) => status);
    expect(await statusesOf(child)).toEqual(["inEffect"]);
    expect(await statusesOf(other)).toEqual(["expired"]);
  });

  test("an amendment starts as a copy, keeps the review date, and its goals go on with their measurements", async () => {
    const { iepId, goalId } = await child.anIep({ status: "inEffect" });
    const { studentId } = child;
    const { today } = await caseManager.query(api.students.record.get, { studentId });
    const measurement = { goalId, observedOn: today, value: 55, clientKey: "amended-goal-1" };
    await caseManager.mutation(api.progress.observations.log, { studentId, ...measurement });
    const before = await planOf(iepId);
    const amendmentId = await caseManager.mutation(api.ieps.ieps.start, {
      studentId,
      title: "Amendment",
      startsOn: today,
      amendsId: iepId,
    });
    const dates = { startsOn: addDays(today, 2), endsOn: before.iep.endsOn, meetingOn: addDays(today, 1) };
    await caseManager.mutation(api.ieps.ieps.setDates, { studentId, iepId: amendmentId, ...dates });
    const amendment = await planOf(amendmentId);
    expect(amendment.iep).toMatchObject({
      reviewDueOn: before.iep.reviewDueOn,
      endsOn: before.iep.endsOn,
      amendsId: iepId,
    });
    expect(amendment.services).toHaveLength(before.services.length);
    expect(amendment.specialFactors).toHaveLength(5);
    const [goal] = amendment.goals;
    if (!goal) throw new Error("the goal was copied");
    const progress = await caseManager.query(api.progress.goals.get, { studentId, goalId: goal.goalId });
    expect(progress.summary).toMatchObject({ count: 1, latest: { value: 55, on: today } });
  });
});
