import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { accepted } from "../typed";
import { goalsOf, MANY, requireDraft } from "./model";
import { goalFields } from "./present";
import { reconcile } from "./rules/edits";
import { checkGoal, goalChanges, goalInput } from "./rules/goal";

const goalParts = v.object(goalFields).partial();

/** A goal of a plan that may be written. */
async function requireDraftGoal(ctx: StudentMutationCtx, goalId: Id<"goals">): Promise<Doc<"goals">> {
  const goal = await requireRow(ctx, "goals", goalId);
  await requireDraft(ctx, goal.iepId);
  if (!goal.isActive) throw problem("goal_retired");
  return goal;
}

/** Adds a measurable goal; it gets the next number, which it keeps. Its owner is the person who wrote it. */
export const add = studentMutation({
  can: "ieps.goals.edit",
  args: { iepId: v.id("ieps"), ...goalFields },
  returns: v.id("goals"),
  handler: async (ctx, { iepId, studentId: _studentId, ...typed }): Promise<Id<"goals">> => {
    await requireDraft(ctx, iepId);
    const { consistency, ...goal } = accepted(goalInput, typed);
    checkGoal({ ...goal, consistency });
    const goals = await goalsOf(ctx, iepId);
    if (goals.length >= MANY) throw problem("too_large", { params: { most: MANY } });
    const number = Math.max(0, ...goals.map((other) => other.number)) + 1;
    const goalId = await ctx.db.insert("goals", {
      ...ctx.compartment,
      ...goal,
      ...(consistency ? { consistency } : {}),
      iepId,
      number,
      ownerId: ctx.person._id,
      isActive: true,
    });
    ctx.note(`goal ${number} of plan ${iepId}`);
    return goalId;
  },
});

/**
 * Changes fields of a goal. `base` holds each field as the person saw it; one that somebody else has changed
 * meanwhile is refused with `conflict`, its name and its value now.
 */
export const edit = studentMutation({
  can: "ieps.goals.edit",
  args: { goalId: v.id("goals"), base: goalParts, changes: goalParts },
  returns: v.null(),
  handler: async (ctx, { goalId, base, changes }) => {
    const goal = await requireDraftGoal(ctx, goalId);
    const toWrite = reconcile(goal, base, accepted(goalChanges, changes));
    checkGoal({ ...goal, ...toWrite });
    await ctx.db.patch("goals", goalId, toWrite);
    ctx.note(`goal ${goal.number}: ${Object.keys(toWrite).join(", ")}`);
    return null;
  },
});

/** Takes a goal out of the plan; its measurements stay on record. */
export const retire = studentMutation({
  can: "ieps.goals.edit",
  args: { goalId: v.id("goals") },
  returns: v.null(),
  handler: async (ctx, { goalId }) => {
    const goal = await requireDraftGoal(ctx, goalId);
    await ctx.db.patch("goals", goalId, { isActive: false, retiredAt: Date.now() });
    ctx.note(`goal ${goal.number}: retired`);
    return null;
  },
});
