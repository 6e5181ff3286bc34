import { v } from "convex/values";
import { studentMutation } from "../functions";
import { writePart } from "./parts";
import { plainParts } from "./profileSchema";

const { learning, accessibility, baselines, adjustments } = plainParts;

const change = v.union(
  v.object({ part: v.literal("learning"), base: learning.partial(), changes: learning.partial() }),
  v.object({
    part: v.literal("accessibility"),
    base: accessibility.partial(),
    changes: accessibility.partial(),
  }),
  v.object({ part: v.literal("baselines"), base: baselines.partial(), changes: baselines.partial() }),
  v.object({ part: v.literal("adjustments"), base: adjustments.partial(), changes: adjustments.partial() }),
);

/**
 * Changes how the child learns, what makes screens and print readable for them, where they started, or what the
 * class does without a plan (for children under Section 504, 34 CFR 104.33, too); field by field, lists line by line.
 * @throws conflict for what somebody else has changed meanwhile; required, too_long, too_large, not_a_day, invalid
 */
export const edit = studentMutation({
  can: "students.editLearning",
  args: { change },
  returns: v.null(),
  handler: async (ctx, { change: { part, base, changes } }) => {
    const fields = await writePart(ctx, part, base, changes);
    ctx.note(`${part}: ${fields.join(", ")}`);
    return null;
  },
});
