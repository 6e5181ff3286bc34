import type { Id } from "../_generated/dataModel";
import { problem } from "../errors";
import type { StudentQueryCtx } from "../functions";

/** Throws `not_allowed` unless the caller administers the school, or the whole organization. */
export function requireOversight(
  ctx: Pick<StudentQueryCtx, "memberships">,
  school: Id<"organizations">,
): void {
  const oversees = ctx.memberships.some(
    ({ role, schoolId }) => role === "administrator" && (schoolId === undefined || schoolId === school),
  );
  if (!oversees) throw problem("not_allowed");
}
