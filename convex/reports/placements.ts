import { v } from "convex/values";
import { packFor } from "../compliance/rules/packs";
import { addDays, dayProblem } from "../dates";
import { problem } from "../errors";
import { studentMutation, studentQuery } from "../functions";
import { civilDay } from "../values";

const MANY = 50;

/** Where the child learns, newest first: the bands of time in general education that stand. */
export const list = studentQuery({
  can: "students.read",
  args: {},
  returns: v.array(
    v.object({
      placementId: v.id("placements"),
      band: v.string(),
      startsOn: civilDay,
      endsOn: v.union(civilDay, v.null()),
    }),
  ),
  handler: async (ctx, { studentId }) => {
    const rows = await ctx.db
      .query("placements")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MANY);
    return rows
      .filter(({ supersededAt }) => supersededAt === undefined)
      .map(({ _id, band, startsOn, endsOn = null }) => ({ placementId: _id, band, startsOn, endsOn }));
  },
});

/**
 * Records the educational environment of a child from a day on (a band of the jurisdiction's pack; EDFacts file
 * FS002). One that was open ends on the day before; what had been recorded from that day on is superseded, and
 * stays readable as what was believed. Throws `invalid` for a band that the pack does not know.
 */
export const record = studentMutation({
  can: "students.edit",
  args: { band: v.string(), startsOn: civilDay },
  returns: v.id("placements"),
  handler: async (ctx, { studentId, band, startsOn }) => {
    if (!packFor(ctx.organization.jurisdiction).settings.some(({ key }) => key === band)) {
      throw problem("invalid", { field: "band" });
    }
    const wrong = dayProblem(startsOn);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    const now = Date.now();
    const rows = await ctx.db
      .query("placements")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .take(MANY);
    for (const row of rows.filter(({ supersededAt }) => supersededAt === undefined)) {
      if (row.startsOn >= startsOn) {
        await ctx.db.patch("placements", row._id, { supersededAt: now });
      } else if (row.endsOn === undefined || row.endsOn >= startsOn) {
        await ctx.db.patch("placements", row._id, { endsOn: addDays(startsOn, -1) });
      }
    }
    const placementId = await ctx.db.insert("placements", {
      ...ctx.compartment,
      band,
      startsOn,
      recordedBy: ctx.person._id,
      recordedAt: now,
    });
    ctx.note(`placement ${placementId} from ${startsOn}`);
    return placementId;
  },
});
