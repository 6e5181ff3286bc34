import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { setToday } from "#tests/support/clock.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person } from "#tests/support/world.ts";

let writer: Person;
let child: Child;

/** Three evenings: enrolled; eligible, entered late and with a mistake; the mistake put right. */
beforeEach(async () => {
  setToday("2025-09-01");
  const world = await aWorld();
  child = await world.aStudent({ firstName: "Robin", gradeLevel: "4" });
  writer = child.caseManager;
  setToday("2025-10-15");
  await writer.mutation(api.status.episodes.enter, {
    ...{ studentId: child.studentId, kind: "ideaEligible", startsOn: "2025-10-01", term: "longTerm" },
    ...{ reason: "Reading", decidedBy: "Team" },
  });
  await writer.mutation(api.students.record.edit, { studentId: child.studentId, lastName: "Newname" });
  setToday("2025-11-20");
  const { episodes } = await writer.query(api.status.overview.get, { studentId: child.studentId });
  const episodeId = episodes[0]?.episodeId;
  if (!episodeId) throw new Error("Nothing entered.");
  await writer.mutation(api.status.episodes.correct, {
    ...{ studentId: child.studentId, episodeId, startsOn: "2025-10-10", term: "longTerm", reason: "Reading" },
    ...{ decidedBy: "Team", correctionReason: "The meeting was on the 10th" },
  });
  await writer.mutation(api.students.record.edit, { studentId: child.studentId, gradeLevel: "5" });
});

const at = (on: string, view: "now" | "then") =>
  writer.query(api.history.asItStood.get, { studentId: child.studentId, on, view });

describe("the record as it stood", () => {
  test("shows that day with what is known today", async () => {
    expect(await at("2025-10-05", "now")).toMatchObject({ episodes: [] });
    expect(await at("2025-10-12", "now")).toMatchObject({
      identity: { name: "Robin Example" },
      enrolment: { gradeLevel: "4", schoolName: "Test School" },
      episodes: [{ kind: "ideaEligible", startsOn: "2025-10-10" }],
      needs: [{ code: "specificLearningDisability", rank: 1 }],
    });
    expect(await at("2025-11-20", "now")).toMatchObject({
      identity: { name: "Robin Newname" },
      enrolment: { gradeLevel: "5" },
    });
  });

  test("shows that day as it was known then, mistakes and late entries left as they were", async () => {
    // Nobody had written it down by the twelfth.
    expect(await at("2025-10-12", "then")).toMatchObject({ episodes: [] });
    expect(await at("2025-10-20", "then")).toMatchObject({
      identity: { name: "Robin Newname" },
      episodes: [{ startsOn: "2025-10-01" }],
    });
    expect(await at("2025-11-20", "then")).toMatchObject({ episodes: [{ startsOn: "2025-10-10" }] });
  });

  test("knows of team and guardians when an end was learned, not only when a row was written", async () => {
    const { studentId } = child;
    const teacher = await child.as.teacher();
    await child.as.guardian();
    setToday("2026-01-20");
    const { team, guardians } = await writer.query(api.students.record.get, { studentId });
    const membership = team.find(({ person }) => person.personId === teacher.personId);
    const [guardian] = guardians;
    if (!membership || !guardian) throw new Error("Nobody to end.");
    const endsOn = "2025-12-01";
    const { teamMembershipId } = membership;
    await writer.mutation(api.students.team.end, { studentId, teamMembershipId, endsOn });
    const { guardianshipId } = guardian;
    await writer.mutation(api.guardians.guardianships.end, { studentId, guardianshipId, endsOn });
    expect(await at("2025-12-20", "then")).toMatchObject({
      team: [{ name: teacher.name }],
      guardians: [{ name: "Gale Guardian" }],
    });
    expect(await at("2025-12-20", "now")).toMatchObject({ team: [], guardians: [] });
    expect(await at("2026-01-20", "then")).toMatchObject({ team: [], guardians: [] });
  });

  test("before the child came there is nothing, and the future cannot be looked at", async () => {
    expect(await at("2025-08-01", "now")).toMatchObject({ identity: null, enrolment: null, plan: null });
    await expectRefusal(at("2026-01-01", "now"), "day_in_future", "on");
    await expectRefusal(at("soon", "now"), "not_a_day", "on");
  });

  test("holds the plan of that day, and its accommodations", async () => {
    setToday("2025-11-25");
    const { iepId } = await child.anIep({ startsOn: "2025-11-22" });
    await writer.mutation(api.ieps.accommodations.add, {
      ...{ studentId: child.studentId, iepId, category: "presentation", text: "Read aloud", setting: "All" },
    });
    const { putInEffect } = await import("#tests/support/plan.ts");
    await putInEffect(child, iepId);
    expect(await at("2025-11-21", "now")).toMatchObject({ plan: null });
    expect(await at("2025-11-23", "now")).toMatchObject({
      plan: { iepId },
      accommodations: [{ text: "Read aloud" }],
    });
    // It was put in effect on the twenty-fifth, so on the evening of the twenty-third nobody had one.
    expect(await at("2025-11-23", "then")).toMatchObject({ plan: null, accommodations: [] });
  });
});
