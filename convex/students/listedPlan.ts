import type { Doc, Id } from "../_generated/dataModel";
import type { CivilDay } from "../dates";
import type { MutationCtx } from "../functions";

/** After every day that a review can be due on. */
export const NO_REVIEW: CivilDay = "9999-12-31";

/** What a list shows of a pupil who has no plan; to spread into a new row. */
export const noPlanYet = { planState: "none", reviewDueOn: NO_REVIEW } as const;

type Shown = Pick<Doc<"students">, "planState" | "planId" | "reviewDueOn">;

/** What a list shows of a pupil's plans: the one in effect, or else the draft. */
export function shownInList(active: Doc<"ieps"> | null, draft: Doc<"ieps"> | null): Shown {
  if (active) return { planState: "inEffect", planId: active._id, reviewDueOn: active.reviewDueOn };
  if (draft) return { planState: "draft", planId: draft._id, reviewDueOn: NO_REVIEW };
  return { ...noPlanYet, planId: undefined };
}

/**
 * Copies what lists show of a pupil's plans to the pupil's row. Called at the end of every command that starts,
 * dates, replaces or ends a plan.
 */
export async function listPlan(ctx: Pick<MutationCtx, "db">, studentId: Id<"students">): Promise<void> {
  const student = await ctx.db.get("students", studentId);
  const newest = async (status: "inEffect" | "draft") =>
    await ctx.db
      .query("ieps")
      .withIndex("by_student_and_status", (q) => q.eq("studentId", studentId).eq("status", status))
      .first();
  const shown = shownInList(await newest("inEffect"), await newest("draft"));
  const isSame =
    student?.planState === shown.planState &&
    student.planId === shown.planId &&
    student.reviewDueOn === shown.reviewDueOn;
  if (student && !isSame) await ctx.db.patch("students", studentId, shown);
}
