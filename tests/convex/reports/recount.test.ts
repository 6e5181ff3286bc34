import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import { roundedStay } from "#convex/reports/rules/tallies.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const RUNS = Number(process.env.RECOUNT_RUNS ?? 4);
const STUDENTS = Number(process.env.RECOUNT_STUDENTS ?? 12);
const FIRST = "2023-08-01";
const SPAN = { from: "2024-01-10", to: "2025-06-30" };

const t = openConvexTest();
let world: World;
const children: Id<"students">[] = [];
beforeAll(async () => {
  world = await aWorld(convexTestBackend(t));
  const caseManager = await world.aMember("caseManager");
  for (let i = 0; i < STUDENTS; i++) {
    const gradeLevel = i % 2 === 0 ? "4" : "7";
    const child = await world.aStudent({ caseManager, gradeLevel, startsOn: FIRST });
    children.push(child.studentId);
  }
}, 120_000);

type Row = { kind: string; startsOn: string; endsOn?: string; wasCorrected: boolean };

const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays(FIRST, offset));
const kind = fc.constantFrom("senSupport", "ehcPlan", "ideaEligible", "section504");
const row = fc
  .record({
    kind,
    startsOn: day,
    length: fc.option(fc.nat(300), { nil: undefined }),
    wasCorrected: fc.boolean(),
  })
  .map(
    ({ kind: of, startsOn, length, wasCorrected }): Row => ({
      kind: of,
      startsOn,
      wasCorrected,
      ...(length !== undefined && { endsOn: addDays(startsOn, length) }),
    }),
  );
const histories = fc.array(fc.array(row, { maxLength: 4 }), { minLength: STUDENTS, maxLength: STUDENTS });

/** Puts a history in the place of the one before: rows that stand, and rows that were corrected away. */
async function write(all: readonly Row[][]): Promise<void> {
  await t.run(async (ctx) => {
    for (const old of await ctx.db.query("senEpisodes").take(1000))
      await ctx.db.delete("senEpisodes", old._id);
    for (const [i, rows] of all.entries()) {
      for (const { kind: of, startsOn, endsOn, wasCorrected } of rows) {
        await ctx.db.insert("senEpisodes", {
          organizationId: world.organizationId,
          studentId: children[i] as Id<"students">,
          kind: of as "senSupport",
          startsOn,
          ...(endsOn && { endsOn }),
          term: "longTerm",
          reason: "",
          decidedBy: "",
          evidenceDocumentIds: [],
          recordedAt: 0,
          recordedBy: world.administrator.personId,
          ...(wasCorrected && { supersededAt: 1, correctionReason: "a mistake" }),
        });
      }
    }
  });
}

async function counted(report: "movement" | "distribution", gradeLevel?: string) {
  const { administrator, organizationId } = world;
  const runId = await administrator.mutation(api.reports.runs.start, {
    organizationId,
    kind: report,
    ...SPAN,
  });
  const run = await settled(
    () =>
      administrator.query(api.reports.runs.get, { organizationId, runId, ...(gradeLevel && { gradeLevel }) }),
    ({ status }) => status !== "counting",
  );
  expect(run).toMatchObject({ status: "done", scanned: STUDENTS });
  return run;
}

/** Followed from day to day, child by child, with nothing merged and nothing clever. */
function recount(all: readonly Row[][], kinds: readonly string[], period: { from: string; to: string }) {
  const totals = { opening: 0, entered: 0, left: 0, closing: 0, stays: [] as number[] };
  for (const rows of all) {
    const standing = rows.filter(({ kind: of, wasCorrected }) => kinds.includes(of) && !wasCorrected);
    const isIn = (on: string) =>
      standing.some(({ startsOn, endsOn = "9999" }) => startsOn <= on && on <= endsOn);
    let days = 0;
    for (let on = "2023-07-31"; on <= period.to; on = addDays(on, 1)) {
      const inPeriod = on >= period.from;
      const [before, now] = [isIn(addDays(on, -1)), isIn(on)];
      if (inPeriod && !before && now) totals.entered += 1;
      if (inPeriod && before && !now) {
        totals.left += 1;
        totals.stays.push(roundedStay(days));
      }
      days = now ? days + 1 : 0;
    }
    if (isIn(addDays(period.from, -1))) totals.opening += 1;
    if (isIn(period.to)) totals.closing += 1;
  }
  return totals;
}

const SEN = ["senSupport", "ehcPlan", "ideaEligible"];

describe("entries and exits", () => {
  test("are those of the children followed day by day, corrections and all", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (all) => {
        await write(all);
        const run = await counted("movement");
        expect(run.periods.map(({ label }) => label)).toEqual(["2023/24", "2024/25"]);
        for (const period of run.periods) {
          for (const [line, kinds] of [
            ["sen", SEN],
            ["ehcPlan", ["ehcPlan"]],
            ["section504", ["section504"]],
          ] as const) {
            const base = `${period.from}..${period.to}/${line}`;
            const figure = (what: string) => run.counts[`${base}/${what}`] ?? 0;
            const { stays, ...expected } = recount(all, kinds, period);
            const got = Object.fromEntries(Object.keys(expected).map((what) => [what, figure(what)]));
            expect(got).toEqual(expected);
            expect(figure("closing")).toBe(figure("opening") + figure("entered") - figure("left"));
            for (const days of new Set(stays)) {
              expect(figure(`stay/${days}`)).toBe(stays.filter((stay) => stay === days).length);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});

describe("the distribution on a day", () => {
  test("counts every child once, by the strongest status; grades add up to all", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (all) => {
        await write(all);
        const run = await counted("distribution");
        const strongest = ["ehcPlan", "ideaEligible", "senSupport", "section504"];
        for (const status of [...strongest, "none"]) {
          const expected = all.filter((rows) => {
            const held = rows.filter(
              ({ startsOn, endsOn = "9999", wasCorrected }) =>
                !wasCorrected && startsOn <= SPAN.to && SPAN.to <= endsOn,
            );
            const first = strongest.find((one) => held.some(({ kind: of }) => of === one)) ?? "none";
            return first === status;
          }).length;
          const got = Object.entries(run.counts)
            .filter(([key]) => key.startsWith(`on/${status}/`))
            .reduce((sum, [, n]) => sum + n, 0);
          expect(got).toBe(expected);
        }
        const whole = Object.entries(run.counts);
        for (const [key, n] of whole) {
          const byGrade = run.byGrade.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0);
          expect(byGrade).toBe(n);
        }
        const fourth = await counted("distribution", "4");
        expect(fourth.counts).toEqual(run.byGrade.find(({ gradeLevel }) => gradeLevel === "4")?.counts);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});

describe("a run of a month ago", () => {
  test("is cleared with all that it counted, and a newer one stays", async () => {
    const { administrator, organizationId } = world;
    const old = await counted("distribution");
    const fresh = await counted("distribution");
    await t.run(async (ctx) => await ctx.db.patch("reportRuns", old.runId, { requestedAt: 0 }));
    await t.mutation(internal.reports.clearing.clearOld, {});
    const runs = await settled(
      () => administrator.query(api.reports.runs.list, { organizationId }),
      (listed) => listed.every(({ runId }) => runId !== old.runId),
    );
    expect(runs.map(({ runId }) => runId)).toContain(fresh.runId);
    const cellOf = (runId: Id<"reportRuns">) =>
      t.run(async (ctx) => {
        const cells = ctx.db.query("reportCells");
        return await cells.withIndex("by_run_and_school", (q) => q.eq("runId", runId)).first();
      });
    expect(await cellOf(old.runId)).toBeNull();
    expect(await cellOf(fresh.runId)).not.toBeNull();
  }, 60_000);
});

describe("who is counted", () => {
  test("a head of school counts one school, a case manager the caseload, nobody another's run", async () => {
    const { organizationId } = world;
    const schoolId = await world.aSchool("Second School");
    const head = await world.aMember("administrator", { schoolId });
    const manager = await world.aMember("caseManager");
    await world.aStudent({ schoolId, startsOn: FIRST });
    await world.aStudent({ caseManager: manager, startsOn: FIRST });
    for (const [who, scope] of [
      [head, "schools"],
      [manager, "caseload"],
    ] as const) {
      const day1 = { from: SPAN.to, to: SPAN.to };
      const runId = await who.mutation(api.reports.runs.start, {
        organizationId,
        kind: "distribution",
        ...day1,
      });
      const run = await settled(
        () => who.query(api.reports.runs.get, { organizationId, runId }),
        ({ status }) => status !== "counting",
      );
      expect(run).toMatchObject({ scopeOf: scope, scanned: 1 });
      const prying = world.administrator.query(api.reports.runs.get, { organizationId, runId });
      await expect(prying).rejects.toMatchObject({ data: { code: "report_closed" } });
    }
  }, 60_000);
});
