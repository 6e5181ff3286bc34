import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { ageOn } from "../dates";
import { type OrganizationQueryCtx, organizationQuery } from "../functions";
import { identityOf } from "../students/identity";
import { fullName } from "../students/rules";
import { requireRun } from "./runs";

const row = v.object({
  rowId: v.id("reportRows"),
  studentId: v.id("students"),
  name: v.string(),
  schoolName: v.string(),
  gradeLevel: v.string(),
  /** The UPN or state number; opened for whoever reads the list, and not kept in it. */
  number: v.union(v.string(), v.null()),
  /** By column, see reports/rules/checklists.ts. */
  codes: v.array(v.string()),
  /** Completed years on the day of the count. */
  age: v.union(v.number(), v.null()),
  problems: v.array(v.string()),
});

/**
 * The children on a census check list, page by page, with what must be put right for each before the figures are
 * sent. `onlyProblems` leaves out those who are ready.
 */
export const list = organizationQuery({
  can: "reports.read",
  args: {
    runId: v.id("reportRuns"),
    onlyProblems: v.boolean(),
    paginationOpts: paginationOptsValidator,
  },
  returns: paginationResultValidator(row),
  handler: async (ctx, { runId, onlyProblems, paginationOpts }) => {
    const run = await requireRun(ctx, runId);
    const rows = ctx.db.query("reportRows");
    const found = await (onlyProblems
      ? rows.withIndex("by_run_and_problems", (q) => q.eq("runId", runId).eq("hasProblems", true))
      : rows.withIndex("by_run", (q) => q.eq("runId", runId))
    ).paginate(paginationOpts);
    const page: Infer<typeof row>[] = [];
    const names = new Map<string, string>();
    for (const line of found.page) {
      const student = await ctx.db.get("students", line.studentId);
      if (!student) continue;
      const schoolName = names.get(student.schoolId) ?? (await nameOf(ctx, student.schoolId));
      names.set(student.schoolId, schoolName);
      page.push(present(line, student, schoolName, run));
    }
    return { ...found, page };
  },
});

function present(
  line: Doc<"reportRows">,
  student: Doc<"students">,
  schoolName: string,
  run: Doc<"reportRuns">,
) {
  const { birthOn, upn, stateNumber } = identityOf(student);
  return {
    rowId: line._id,
    studentId: student._id,
    name: fullName(student),
    schoolName,
    gradeLevel: student.gradeLevel,
    number: (run.kind === "census" ? upn : stateNumber) ?? null,
    codes: line.codes,
    age: ageOn(birthOn, run.to),
    problems: line.problems,
  };
}

async function nameOf(ctx: OrganizationQueryCtx, schoolId: Doc<"students">["schoolId"]): Promise<string> {
  return (await ctx.db.get("organizations", schoolId))?.name ?? "";
}
