import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { believedAt } from "#convex/status/rules/belief.ts";
import { assign, type HeldNeed, needsOn } from "#convex/status/rules/needs.ts";
import type { Child } from "#tests/support/child.ts";
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
  child = await world.aStudent({ caseManager: writer, birthOn: "2010-05-05" });
  ({ today } = await read());
});
const read = () => writer.query(api.status.overview.get, { studentId: child.studentId });
const declare = (from: string, ...needs: string[]) =>
  writer.mutation(api.status.needs.declare, { studentId: child.studentId, from, needs });
const correct = (from: string, until: string, ...needs: string[]) =>
  writer.mutation(api.status.needs.correct, {
    ...{ studentId: child.studentId, from, until, needs },
    correctionReason: "The report said otherwise",
  });

describe("the needs of a child", () => {
  test("are ranked, and change from a day on", async () => {
    await declare(addDays(today, 1), "autism", "specificLearningDisability");
    expect(await read()).toMatchObject({
      needs: [{ code: "specificLearningDisability", rank: 1 }],
      needStretches: [
        { code: "autism", rank: 1, endsOn: null },
        { code: "specificLearningDisability", rank: 2, endsOn: null },
        { code: "specificLearningDisability", rank: 1, endsOn: today },
      ],
    });
  });

  test("of a day before the latest change are corrected, not declared", async () => {
    await expectRefusal(declare(addDays(today, -100), "autism"), "needs_changed_since", "from");
    await correct(addDays(today, -100), addDays(today, -50), "autism");
    expect((await read()).needStretches).toContainEqual({
      code: "autism",
      rank: 1,
      startsOn: addDays(today, -100),
      endsOn: addDays(today, -50),
    });
  });

  test("named twice, or unknown, are refused", async () => {
    const tomorrow = addDays(today, 1);
    await expectRefusal(declare(tomorrow, "autism", "autism"), "need_twice", "needs");
    await expectRefusal(declare(tomorrow, "SPLD"), "need_unknown", "needs");
  });

  test("out of the age that the law knows them at are pointed out, not refused", async () => {
    await correct(today, today, "developmentalDelay");
    expect((await read()).notices).toContainEqual({ kind: "needOutOfAge", code: "developmentalDelay" });
  });
});

test("any sequence of lists on any stretches of days: each day has the last list given to it, and old beliefs stay", () => {
  const runs = Number(process.env.NEEDS_RUNS ?? 300);
  const FIRST = "2025-01-01";
  const DAYS = 30;
  const day = (i: number) => addDays(FIRST, i);
  const list = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { maxLength: 4 });
  const assignment = fc.record({
    from: fc.nat(DAYS - 1),
    length: fc.option(fc.nat(DAYS), { nil: undefined }),
    list,
  });
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 15 }), (assignments) => {
      let rows: (HeldNeed & { recordedAt: number; supersededAt?: number })[] = [];
      let calendar: string[][] = Array.from({ length: DAYS + 1 }, () => []);
      const beliefs: string[][][] = [];
      for (const [at, { from, length, list: codes }] of assignments.entries()) {
        const until = length === undefined ? undefined : from + length;
        const held = rows.filter(({ supersededAt }) => supersededAt === undefined);
        const cut = { startsOn: day(from), ...(until !== undefined && { endsOn: day(until) }) };
        const step = assign(held, cut, codes);
        rows = rows.map((row) => (step.supersede.includes(row._id) ? { ...row, supersededAt: at } : row));
        rows.push(...step.insert.map((need, i) => ({ ...need, _id: `${at}-${i}`, recordedAt: at })));
        calendar = calendar.map((was, i) => (i >= from && i <= (until ?? DAYS) ? codes : was));
        beliefs.push(calendar);
      }
      for (const [at, believed] of beliefs.entries()) {
        const then = believedAt(rows, at);
        for (const [i, codes] of believed.entries()) {
          const expected = codes.map((code, rank) => ({ code, rank: rank + 1 }));
          expect(needsOn(then, day(i))).toEqual(expected);
        }
      }
    }),
    { numRuns: runs },
  );
});
