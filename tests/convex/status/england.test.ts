import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import { gradesOf } from "#convex/organizations/rules/settings.ts";
import { type Backend, openBackend } from "#tests/support/backend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aVisitor, type Person } from "#tests/support/world.ts";

let backend: Backend;
let head: Person;
let organizationId: Id<"organizations">;
let studentId: Id<"students">;
let today: string;
let number = 0;

beforeAll(async () => {
  backend = await openBackend();
  head = await aVisitor(backend, "Hazel Head");
  organizationId = await backend.operator.mutation(internal.organizations.operator.addOrganization, {
    name: "Elm Primary",
    kind: "school",
    timeZone: "Europe/London",
    jurisdiction: "england",
    administratorEmail: head.email,
  });
});
beforeEach(async () => {
  studentId = await head.mutation(api.students.students.add, {
    organizationId,
    schoolId: organizationId,
    studentNumber: `E-${++number}`,
    firstName: "Robin",
    lastName: "Example",
    birthOn: "2016-03-09",
    gradeLevel: "Y5",
    startsOn: "2024-09-02",
  });
  ({ today } = await read());
});

const usualGrades = gradesOf({ jurisdiction: "england" }).filter(({ code }) =>
  ["R", "Y4", "Y5"].includes(code),
);
const read = () => head.query(api.status.overview.get, { studentId });
const enter = (kind: "senSupport" | "ehcPlan", startsOn: string) =>
  head.mutation(api.status.episodes.enter, {
    ...{ studentId, kind, startsOn, term: "longTerm" },
    reason: "Speech and language",
    decidedBy: "SENCO and parents",
  });
const declare = (from: string, ...needs: string[]) =>
  head.mutation(api.status.needs.declare, { studentId, from, needs });

describe("in England", () => {
  test("an EHC plan ends SEN support on the day before, and nothing runs beside it", async () => {
    await enter("senSupport", addDays(today, -300));
    await enter("ehcPlan", addDays(today, -20));
    expect(await read()).toMatchObject({
      senStatus: "ehcPlan",
      episodes: [
        { kind: "ehcPlan" },
        { kind: "senSupport", endsOn: addDays(today, -21), exitReason: "ehcPlanMade" },
      ],
    });
    await expectRefusal(enter("senSupport", addDays(today, -5)), "episode_excluded");
  });

  test("no specialist assessment yet goes with SEN support only", async () => {
    await expectRefusal(declare(today, "NSA"), "need_not_with_status", "needs");
    await enter("senSupport", addDays(today, -30));
    await declare(addDays(today, -30), "NSA");
    await enter("ehcPlan", today);
    expect((await read()).notices).toContainEqual({ kind: "needLeftBehind", code: "NSA" });
    await declare(today, "SLCN", "ASD");
    expect(await read()).toMatchObject({
      needs: [
        { code: "SLCN", rank: 1 },
        { code: "ASD", rank: 2 },
      ],
    });
  });

  test("Down syndrome is a type since January 2025", async () => {
    await expectRefusal(declare("2024-12-31", "DS"), "need_unknown");
    await declare("2025-01-01", "DS");
  });

  test("a child is found from Reception on: SEN support, an EHC plan, and the line of the census", async () => {
    const { grades } = (await head.query(api.people.me.get, {}))?.memberships[0] ?? {};
    expect(grades?.map(({ code }) => code).slice(0, 4)).toEqual(["N1", "N2", "R", "Y1"]);
    const decide = (settings: object) =>
      head.mutation(api.organizations.organizations.decide, { organizationId, settings });
    await decide({
      grades: usualGrades.map((grade) => (grade.code === "Y5" ? { ...grade, name: "The Owls" } : grade)),
    });
    const me = await head.query(api.people.me.get, {});
    expect(me?.memberships[0]?.grades).toEqual([
      { code: "R", ownName: null },
      { code: "Y4", ownName: null },
      { code: "Y5", ownName: "The Owls" },
    ]);
    await decide({ grades: usualGrades });

    await enter("senSupport", addDays(today, -200));
    await declare(addDays(today, -200), "SLCN", "ASD");
    await enter("ehcPlan", addDays(today, -20));
    const upn = "H801200001001";
    await head.mutation(api.students.record.edit, { studentId, upn });
    const line = async (day: string) => {
      const run = { organizationId, kind: "census" as const, from: day, to: day };
      const runId = await head.mutation(api.reports.runs.start, run);
      await settled(
        () => head.query(api.reports.runs.get, { organizationId, runId }),
        ({ status }) => status !== "counting",
      );
      const { page } = await head.query(api.reports.checklist.list, {
        ...{ organizationId, runId, onlyProblems: false },
        paginationOpts: { numItems: 50, cursor: null },
      });
      return page.find((row) => row.studentId === studentId);
    };
    expect(await line(today)).toMatchObject({
      ...{ number: upn, gradeLevel: "Y5", codes: ["E", "SLCN", "ASD", ""], problems: [] },
    });
    expect(await line(addDays(today, -100))).toMatchObject({ codes: ["K", "SLCN", "ASD", ""] });
    const due = await head.query(api.students.due.list, { organizationId });
    expect(due).toEqual([]);
  });

  test("an EHC needs assessment is due twenty weeks after it was asked for", async () => {
    await head.mutation(api.status.evaluations.ask, {
      ...{ studentId, kind: "ehcAssessment", askedOn: addDays(today, -7) },
      askedBy: "Parents",
      reason: "Needs more than the school can give",
    });
    expect((await read()).evaluations).toMatchObject([{ state: "asked", dueOn: addDays(today, 133) }]);
  });
});
