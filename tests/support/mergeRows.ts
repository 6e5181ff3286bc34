import type { Child } from "./child.ts";
import type { openConvexTest } from "./convexTestBackend.ts";

/** A pair to decide about and a merge that can be undone, in the child's organization. */
export async function mergeRows(
  t: ReturnType<typeof openConvexTest>,
  { world: { organizationId, administrator }, studentId }: Child,
) {
  const now = Date.now();
  return await t.run(async (ctx) => ({
    duplicates: await ctx.db.insert("duplicates", {
      organizationId,
      newerId: studentId,
      olderId: studentId,
      because: "sameNumber",
      standing: "open",
      foundAt: now,
    }),
    merges: await ctx.db.insert("merges", {
      organizationId,
      keptId: studentId,
      otherId: studentId,
      otherNumber: "N-0",
      state: "done",
      table: 0,
      cursor: null,
      rowsMoved: 0,
      taken: [],
      before: {},
      startedAt: now,
      startedBy: administrator.personId,
    }),
  }));
}
