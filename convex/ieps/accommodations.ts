import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { accepted } from "../typed";
import { accommodationsOf, MANY, requireDraft } from "./model";
import { accommodationFields } from "./present";
import { reconcile } from "./rules/edits";
import { accommodationChanges, accommodationInput } from "./rules/goal";

const accommodationParts = v.object(accommodationFields).partial();

export const add = studentMutation({
  can: "ieps.edit",
  args: { iepId: v.id("ieps"), ...accommodationFields },
  returns: v.id("accommodations"),
  handler: async (ctx, { iepId, studentId: _studentId, ...typed }): Promise<Id<"accommodations">> => {
    await requireDraft(ctx, iepId);
    const accommodation = accepted(accommodationInput, typed);
    const others = await accommodationsOf(ctx, iepId);
    if (others.length >= MANY) throw problem("too_large", { params: { most: MANY } });
    return await ctx.db.insert("accommodations", { ...ctx.compartment, iepId, ...accommodation });
  },
});

/** Changes fields of an accommodation; `base` is what the person saw, as in `goals.edit`. */
export const edit = studentMutation({
  can: "ieps.edit",
  args: {
    accommodationId: v.id("accommodations"),
    base: accommodationParts,
    changes: accommodationParts,
  },
  returns: v.null(),
  handler: async (ctx, { accommodationId, base, changes }) => {
    const accommodation = await requireRow(ctx, "accommodations", accommodationId);
    await requireDraft(ctx, accommodation.iepId);
    const toWrite = reconcile(accommodation, base, accepted(accommodationChanges, changes));
    await ctx.db.patch("accommodations", accommodationId, toWrite);
    ctx.note(`accommodation ${accommodationId}: ${Object.keys(toWrite).join(", ")}`);
    return null;
  },
});

export const remove = studentMutation({
  can: "ieps.edit",
  args: { accommodationId: v.id("accommodations") },
  returns: v.null(),
  handler: async (ctx, { accommodationId }) => {
    const accommodation = await requireRow(ctx, "accommodations", accommodationId);
    await requireDraft(ctx, accommodation.iepId);
    await ctx.db.delete("accommodations", accommodationId);
    return null;
  },
});
