import { addDays } from "../dates";
import type { StudentMutationCtx } from "../functions";
import { listPlan } from "../students/listedPlan";
import { findPlanInEffect } from "./model";

/**
 * Ends the plan in effect because the family withdrew its consent to services: yesterday is its last day, or its
 * first one when it began today. Its text stays as it is; the day that was planned stays beside the new one.
 */
export async function endPlanInEffect(ctx: StudentMutationCtx): Promise<void> {
  const plan = await findPlanInEffect(ctx, ctx.student._id);
  if (!plan) return;
  const yesterday = addDays(ctx.today, -1);
  await ctx.db.patch("ieps", plan._id, {
    status: "expired",
    endsOn: yesterday < plan.startsOn ? plan.startsOn : yesterday,
    plannedEndOn: plan.endsOn,
  });
  await listPlan(ctx, ctx.student._id);
  ctx.note(`plan ${plan._id} ended`);
}
