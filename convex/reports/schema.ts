import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const reportKind = v.union(
  /** Who has which status and need on a day. */
  v.literal("distribution"),
  /** Who came into and went out of a status, or a plan, term by term. */
  v.literal("movement"),
  /** How the goals of active and closed plans stand. */
  v.literal("progress"),
  /** England: the school census, SEN provision and type. */
  v.literal("census"),
  /** US: the IDEA section 618 child count. */
  v.literal("childCount"),
);

export const reportScope = v.union(
  v.object({ of: v.literal("organization") }),
  v.object({ of: v.literal("schools"), schoolIds: v.array(v.id("organizations")) }),
  v.object({ of: v.literal("caseload"), personId: v.id("people") }),
);

export const reportPeriod = v.object({
  of: v.union(v.literal("year"), v.literal("term")),
  label: v.string(),
  from: civilDay,
  to: civilDay,
});

export const reportTables = {
  /**
   * One computation of a report: what was asked, by whom, how far it has come, as of when. Counted in batches by
   * reports/counting.ts, so that a page can show it while it grows. Written by reports/runs.ts and counting.ts.
   */
  reportRuns: defineTable({
    organizationId: v.id("organizations"),
    kind: reportKind,
    /** The span asked about; a report on one day has both ends on it. */
    from: civilDay,
    to: civilDay,
    /** Whose students are counted: what the person who asked may see. */
    scope: reportScope,
    requestedBy: v.id("people"),
    requestedAt: v.number(),
    status: v.union(v.literal("counting"), v.literal("done"), v.literal("failed")),
    /** Students looked at so far. */
    scanned: v.number(),
    /** Where the next batch goes on: which of the scope's schools, and where in it. */
    school: v.number(),
    cursor: v.union(v.string(), v.null()),
    /** The years and terms that movement is counted in. */
    periods: v.array(reportPeriod),
    finishedAt: v.optional(v.number()),
  })
    .index("by_person", ["organizationId", "requestedBy", "requestedAt"])
    .index("by_requested", ["requestedAt"]),

  /**
   * What a run has counted: for all (neither school nor grade), for each school, each grade, and both together, so
   * that every filter is one row. Written by reports/counting.ts; read by reports/runs.ts.
   */
  reportCells: defineTable({
    organizationId: v.id("organizations"),
    runId: v.id("reportRuns"),
    schoolId: v.optional(v.id("organizations")),
    gradeLevel: v.optional(v.string()),
    /** How often each key of the kind's rules ("on/ideaEligible/autism/plan") was counted, as JSON text. */
    tally: v.string(),
  })
    .index("by_run_and_school", ["runId", "schoolId", "gradeLevel"])
    .index("by_run_and_grade", ["runId", "gradeLevel", "schoolId"]),

  /**
   * One child on a census check list: codes and what is wrong with them, no name and no age.
   * Written by reports/counting.ts; read by reports/checklist.ts; gone with the run or the child.
   */
  reportRows: defineTable({
    ...compartment,
    runId: v.id("reportRuns"),
    position: v.number(),
    /** The authority's codes, by column. */
    codes: v.array(v.string()),
    problems: v.array(v.string()),
    hasProblems: v.boolean(),
  })
    .index("by_run", ["runId", "position"])
    .index("by_run_and_problems", ["runId", "hasProblems", "position"])
    .index("by_student", ["studentId"]),

  /**
   * Where a child learns, as a band of time in general education, from a day on. Written by
   * reports/placements.ts; read by the child count.
   */
  placements: defineTable({
    ...compartment,
    band: v.string(),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    recordedBy: v.id("people"),
    recordedAt: v.number(),
    /** Set when a later row corrects this one; what was believed stays. */
    supersededAt: v.optional(v.number()),
  }).index("by_student", ["studentId", "startsOn"]),
};
