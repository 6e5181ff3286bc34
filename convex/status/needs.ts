import { v } from "convex/values";
import { packWith } from "../compliance/model";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { episodesOf, needsOf, refreshStatus, supersede } from "./model";
import { assign, lastChangeOn, needsCorrection, needsInput, requireLawful } from "./rules/needs";
import type { Span } from "./rules/spans";

/**
 * From a day on the child's needs are these, ranked, the first one primary; an empty list takes all away. A day
 * before the latest change is a correction, and goes through `correct`. Throws `need_unknown`, `need_twice`, or
 * `need_not_with_status` (England's NSA goes with SEN support only).
 */
export const declare = studentMutation({
  can: "status.edit",
  args: { from: civilDay, needs: v.array(v.string()) },
  returns: v.null(),
  handler: async (ctx, typed) => {
    const { from, needs: codes } = accepted(needsInput, typed);
    const latest = lastChangeOn(await needsOf(ctx, ctx.student._id));
    if (latest !== null && from <= latest)
      throw problem("needs_changed_since", { field: "from", params: { latest } });
    await settle(ctx, { startsOn: from }, codes);
    return null;
  },
});

/** On a stretch of days the needs were not what the record says, but these. What was believed stays readable. */
export const correct = studentMutation({
  can: "status.edit",
  args: {
    from: civilDay,
    until: v.optional(civilDay),
    needs: v.array(v.string()),
    correctionReason: v.string(),
  },
  returns: v.null(),
  handler: async (ctx, { correctionReason, ...typed }) => {
    const { from, until, needs: codes } = accepted(needsInput, typed);
    const why = accepted(needsCorrection, { correctionReason }).correctionReason;
    if (until !== undefined && until < from) throw problem("days_out_of_order", { field: "until" });
    await settle(ctx, { startsOn: from, endsOn: until }, codes, why);
    return null;
  },
});

async function settle(
  ctx: StudentMutationCtx,
  stretch: Span,
  codes: readonly string[],
  correctionReason?: string,
): Promise<void> {
  const studentId = ctx.student._id;
  const held = await needsOf(ctx, studentId);
  requireLawful(packWith(ctx.organization, held), codes, stretch.startsOn, await episodesOf(ctx, studentId));
  const step = assign(held, stretch, codes);
  const recordedAt = Date.now();
  await supersede(ctx, "studentNeeds", step.supersede, recordedAt, correctionReason);
  for (const need of step.insert) {
    await ctx.db.insert("studentNeeds", {
      ...ctx.compartment,
      ...need,
      recordedAt,
      recordedBy: ctx.person._id,
    });
  }
  await refreshStatus(ctx, studentId, ctx.today);
  ctx.note(`${codes.length} needs from ${stretch.startsOn}`);
}
