import { v } from "convex/values";
import { isWithin } from "../dates";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { requireDraftSection } from "./model";
import { canBeInState } from "./rules/sections";
import { sectionState } from "./schema";

const MANY_SPELLS = 20;

/** Says where a section stands. Only a section that no rule requires can be "not needed". */
export const setState = studentMutation({
  can: "ieps.edit",
  args: { sectionId: v.id("sections"), state: sectionState },
  returns: v.null(),
  handler: async (ctx, { sectionId, state }) => {
    const section = await requireDraftSection(ctx, sectionId);
    if (!canBeInState(section.kind, state)) throw problem("invalid", { field: "state" });
    await ctx.db.patch("sections", sectionId, { state, updatedAt: Date.now() });
    ctx.note(`section ${section.kind}: ${section.state} to ${state}`);
    return null;
  },
});

/** Gives a section to one person of the team, or to nobody. */
export const assign = studentMutation({
  can: "ieps.edit",
  args: { sectionId: v.id("sections"), personId: v.union(v.id("people"), v.null()) },
  returns: v.null(),
  handler: async (ctx, { studentId, sectionId, personId }) => {
    const section = await requireDraftSection(ctx, sectionId);
    if (personId && personId !== ctx.student.caseManagerId) {
      const spells = await ctx.db
        .query("teamMemberships")
        .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
        .take(MANY_SPELLS);
      if (!spells.some((spell) => isWithin(ctx.today, spell)))
        throw problem("not_a_member", { field: "personId" });
    }
    await ctx.db.patch("sections", sectionId, { ownerId: personId ?? undefined });
    ctx.note(`section ${section.kind}: owner`);
    return null;
  },
});
