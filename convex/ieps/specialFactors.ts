import { v } from "convex/values";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { accepted } from "../typed";
import { requireDraft } from "./model";
import { specialFactorView } from "./present";
import { reconcile } from "./rules/edits";
import { specialFactorAnswer } from "./rules/goal";
import { specialFactor } from "./schema";

/**
 * Answers one special factor. One that applies says what will be done about it. `base` is the answer as the
 * person saw it, null when there was none.
 */
export const answer = studentMutation({
  can: "ieps.edit",
  args: {
    iepId: v.id("ieps"),
    factor: specialFactor,
    applies: v.boolean(),
    explanation: v.string(),
    base: v.union(specialFactorView, v.null()),
  },
  returns: v.null(),
  handler: async (ctx, { iepId, factor, base, ...typed }) => {
    await requireDraft(ctx, iepId);
    const wanted = accepted(specialFactorAnswer, { applies: typed.applies, explanation: typed.explanation });
    if (wanted.applies && wanted.explanation === "") throw problem("required", { field: "explanation" });
    const row = await ctx.db
      .query("specialFactors")
      .withIndex("by_iep", (q) => q.eq("iepId", iepId).eq("factor", factor))
      .unique();
    const toWrite = reconcile(row ?? {}, base ?? {}, wanted);
    if (row) await ctx.db.patch("specialFactors", row._id, toWrite);
    else await ctx.db.insert("specialFactors", { ...ctx.compartment, iepId, factor, ...wanted });
    ctx.note(`special factor ${factor}`);
    return null;
  },
});
