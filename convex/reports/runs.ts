import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { civilDay } from "../values";
import { calendarOf } from "./calendar";
import { cellsByGrade, cellsBySchool, findCell, tallyOf } from "./cells";
import { daysProblem, periodsIn } from "./rules/periods";
import { reportKind, reportPeriod, reportScope } from "./schema";
import { isSameScope, scopeOf } from "./scope";

const RECENT = 20;

const progress = {
  runId: v.id("reportRuns"),
  kind: reportKind,
  from: civilDay,
  to: civilDay,
  scopeOf: v.union(v.literal("organization"), v.literal("schools"), v.literal("caseload")),
  status: v.union(v.literal("counting"), v.literal("done"), v.literal("failed")),
  scanned: v.number(),
  requestedAt: v.number(),
  finishedAt: v.union(v.number(), v.null()),
};

function present(run: Doc<"reportRuns">) {
  const { _id: runId, kind, from, to, status, scanned, requestedAt, finishedAt = null } = run;
  return { runId, kind, from, to, scopeOf: run.scope.of, status, scanned, requestedAt, finishedAt };
}

/**
 * Starts counting a report over a span of days, both included; a report on a day has that day at both ends. It is
 * counted in the background; `get` shows it while it grows. One of a kind is
 * counted at a time for each person (`too_many_running`), and a run is kept for thirty days (clearing.ts).
 * @throws required, not_a_day, days_out_of_order, day_in_future, days_too_far_apart (from, to); too_many_running
 */
export const start = organizationMutation({
  can: "reports.read",
  args: { kind: reportKind, from: civilDay, to: civilDay },
  returns: v.id("reportRuns"),
  handler: async (ctx, { organizationId, kind, from, to }) => {
    const wrong = daysProblem(from, to, ctx.today);
    if (wrong) throw problem(wrong.code, wrong);
    const mine = await newestOf(ctx, RECENT);
    if (mine.some((run) => run.kind === kind && run.status === "counting")) {
      throw problem("too_many_running", { field: "kind" });
    }
    const runId = await ctx.db.insert("reportRuns", {
      organizationId,
      kind,
      from,
      to,
      scope: scopeOf(ctx),
      requestedBy: ctx.person._id,
      requestedAt: Date.now(),
      status: "counting",
      scanned: 0,
      school: 0,
      cursor: null,
      periods: kind === "movement" ? periodsIn(from, to, await calendarOf(ctx)) : [],
    });
    await ctx.scheduler.runAfter(0, internal.reports.counting.step, { runId });
    ctx.note(`${kind} from ${from} to ${to}, run ${runId}`);
    return runId;
  },
});

/** The caller's runs, newest first: one can be opened again as of when it was counted. */
export const list = organizationQuery({
  can: "reports.read",
  args: {},
  returns: v.array(v.object(progress)),
  handler: async (ctx) => {
    const mine = await newestOf(ctx, RECENT);
    return mine.filter((run) => isSameScope(run.scope, scopeOf(ctx))).map(present);
  },
});

const counted = v.record(v.string(), v.number());

/**
 * A run of the caller's and what it has counted so far, filtered by school or grade; keys are those of
 * reports/rules/tallies.ts. Throws `report_closed` for somebody else's run, and for one that counted more than the
 * caller may still see.
 */
export const get = organizationQuery({
  can: "reports.read",
  args: {
    runId: v.id("reportRuns"),
    schoolId: v.optional(v.id("organizations")),
    gradeLevel: v.optional(v.string()),
  },
  returns: v.object({
    ...progress,
    scope: reportScope,
    periods: v.array(reportPeriod),
    counts: counted,
    bySchool: v.array(v.object({ schoolId: v.id("organizations"), name: v.string(), counts: counted })),
    byGrade: v.array(v.object({ gradeLevel: v.string(), counts: counted })),
  }),
  handler: async (ctx, { runId, schoolId, gradeLevel }) => {
    const run = await requireRun(ctx, runId);
    const schools = [];
    for (const cell of await cellsBySchool(ctx, runId)) {
      const school = cell.schoolId && (await ctx.db.get("organizations", cell.schoolId));
      if (school) schools.push({ schoolId: school._id, name: school.name, counts: marginOf(run, cell) });
    }
    const grades = await cellsByGrade(ctx, runId, schoolId);
    return {
      ...present(run),
      scope: run.scope,
      periods: run.periods,
      counts: Object.fromEntries(tallyOf(await findCell(ctx, runId, { schoolId, gradeLevel }))),
      bySchool: schools,
      byGrade: grades.map((cell) => ({ gradeLevel: cell.gradeLevel ?? "", counts: marginOf(run, cell) })),
    };
  },
});

/** What is shown side by side for all schools or grades: of movement, the last year only. */
function marginOf(run: Doc<"reportRuns">, cell: Doc<"reportCells">): Record<string, number> {
  const tally = tallyOf(cell);
  const year = run.periods.filter((period) => period.of === "year").pop();
  const keeps = (key: string) =>
    year === undefined || (key.startsWith(`${year.from}..${year.to}/`) && !key.includes("/stay/"));
  return Object.fromEntries([...tally].filter(([key]) => keeps(key)));
}

/** Says that the figures of a run leave the organization, as a file or on paper: it stays on record. */
export const giveOut = organizationMutation({
  can: "reports.read",
  args: {
    runId: v.id("reportRuns"),
    form: v.union(v.literal("csv"), v.literal("print")),
    forSharing: v.boolean(),
  },
  returns: v.null(),
  handler: async (ctx, { runId, form, forSharing }) => {
    const run = await requireRun(ctx, runId);
    ctx.note(`${run.kind}, run ${runId}, as ${form}${forSharing ? ", small numbers hidden" : ""}`);
    return null;
  },
});

/** A run that the caller asked for and may still see. Throws `not_found` or `report_closed`. */
export async function requireRun(
  ctx: OrganizationQueryCtx,
  runId: Id<"reportRuns">,
): Promise<Doc<"reportRuns">> {
  const run = await requireRow(ctx, "reportRuns", runId);
  const isTheirs = run.requestedBy === ctx.person._id && isSameScope(run.scope, scopeOf(ctx));
  if (!isTheirs) throw problem("report_closed");
  return run;
}

async function newestOf(ctx: OrganizationQueryCtx, most: number) {
  return await ctx.db
    .query("reportRuns")
    .withIndex("by_person", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("requestedBy", ctx.person._id),
    )
    .order("desc")
    .take(most);
}
