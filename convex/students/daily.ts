import { v } from "convex/values";
import { internal } from "../_generated/api";
import { addDays, civilDayAt } from "../dates";
import { internalMutation, type MutationCtx } from "../functions";
import { keepToday } from "./enrolling";

const BATCH = 100;

/**
 * Puts today's school, grade and status into the rows of pupils whose spell begins or ended about now. Run once a
 * day by crons.ts; goes on by itself until all are done. The days around today count too: somewhere it is yesterday.
 */
export const keepEnrolments = internalMutation({
  args: {
    edge: v.optional(v.union(v.literal("startsOn"), v.literal("endsOn"))),
    cursor: v.optional(v.string()),
  },
  returns: v.null(),
  handler: async (ctx, { edge = "startsOn", cursor = null }) => {
    const now = Date.now();
    const day = civilDayAt(now, "UTC");
    const page = await pageOf(ctx, edge, day, cursor);
    for (const spell of page.page) {
      const organization = await ctx.db.get("organizations", spell.organizationId);
      if (organization) await keepToday(ctx, spell.studentId, civilDayAt(now, organization.timeZone));
    }
    const next = page.isDone
      ? edge === "startsOn" && { edge: "endsOn" as const }
      : { edge, cursor: page.continueCursor };
    if (next) await ctx.scheduler.runAfter(0, internal.students.daily.keepEnrolments, next);
    return null;
  },
});

async function pageOf(ctx: MutationCtx, edge: "startsOn" | "endsOn", day: string, cursor: string | null) {
  const spells = ctx.db.query("enrolments");
  const chosen =
    edge === "startsOn"
      ? spells.withIndex("by_start", (q) =>
          q.gte("startsOn", addDays(day, -1)).lte("startsOn", addDays(day, 1)),
        )
      : spells.withIndex("by_end", (q) => q.gte("endsOn", addDays(day, -2)).lte("endsOn", addDays(day, 1)));
  return await chosen.paginate({ numItems: BATCH, cursor });
}
