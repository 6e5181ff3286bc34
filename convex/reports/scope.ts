import type { Infer } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import type { OrganizationQueryCtx, QueryCtx } from "../functions";
import { schoolsAdministered } from "../organizations/model";
import type { reportScope } from "./schema";

export type Scope = Infer<typeof reportScope>;

/**
 * Whose students the caller's reports count: all, for an administrator of the organization; those of their
 * schools, for one who is bound to schools; their own caseload, for a case manager.
 */
export function scopeOf({
  memberships,
  person,
}: Pick<OrganizationQueryCtx, "memberships" | "person">): Scope {
  const schoolIds = schoolsAdministered({ memberships });
  if (schoolIds === null) return { of: "organization" };
  return schoolIds.length > 0
    ? { of: "schools", schoolIds: schoolIds.sort() }
    : { of: "caseload", personId: person._id };
}

/** Whether two scopes cover the same: a run of a wider one is closed to somebody who has lost it. */
export function isSameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));
}

function wordsOf(scope: Scope): readonly string[] {
  if (scope.of === "organization") return [scope.of];
  return scope.of === "schools" ? [scope.of, ...scope.schoolIds] : [scope.of, scope.personId];
}

export type Page = { page: Doc<"students">[]; school: number; cursor: string | null; isDone: boolean };

/** The next students of a run, and where the one after goes on. */
export async function pageOf(
  ctx: Pick<QueryCtx, "db">,
  run: Doc<"reportRuns">,
  numItems: number,
): Promise<Page> {
  const { scope, organizationId, cursor, school } = run;
  const options = { numItems, cursor };
  if (scope.of === "schools") {
    const schoolId = scope.schoolIds[school];
    if (schoolId === undefined) return { page: [], school, cursor, isDone: true };
    const found = await ctx.db
      .query("students")
      .withIndex("by_school_and_name", (q) => q.eq("schoolId", schoolId))
      .paginate(options);
    if (!found.isDone) return { page: found.page, school, cursor: found.continueCursor, isDone: false };
    const isDone = school + 1 >= scope.schoolIds.length;
    return { page: found.page, school: school + 1, cursor: null, isDone };
  }
  const students = ctx.db.query("students");
  const found = await (scope.of === "organization"
    ? students.withIndex("by_organization_and_name", (q) => q.eq("organizationId", organizationId))
    : students.withIndex("by_case_manager", (q) =>
        q.eq("organizationId", organizationId).eq("caseManagerId", scope.personId),
      )
  ).paginate(options);
  return { page: found.page, school, cursor: found.continueCursor, isDone: found.isDone };
}
