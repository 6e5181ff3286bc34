import { v } from "convex/values";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { findNamed } from "../people/model";
import { accepted } from "../typed";
import { raiseAlarm } from "./alarm";
import { findEntry, stretchFrom } from "./model";
import { follow, noteInput, START } from "./rules";

const MOST_ALARMS = 50;

const presented = v.object({
  alarmId: v.id("auditAlarms"),
  brokenAt: v.number(),
  foundAt: v.number(),
  acknowledged: v.union(v.null(), v.object({ at: v.number(), byName: v.string(), note: v.string() })),
});

/** The alarms, those that nobody has acknowledged first, then the latest; 50 of each at most. */
export const list = organizationQuery({
  can: "audit.read",
  args: {},
  returns: v.array(presented),
  handler: async (ctx, { organizationId }) => {
    const rows = ctx.db.query("auditAlarms");
    const open = await rows
      .withIndex("by_organization_and_acknowledged", (q) =>
        q.eq("organizationId", organizationId).eq("acknowledgedAt", undefined),
      )
      .take(MOST_ALARMS);
    const past = await ctx.db
      .query("auditAlarms")
      .withIndex("by_organization_and_acknowledged", (q) =>
        q.eq("organizationId", organizationId).gt("acknowledgedAt", 0),
      )
      .order("desc")
      .take(MOST_ALARMS);
    const alarms = [];
    for (const row of [...open, ...past]) {
      const byName = (await findNamed(ctx, row.acknowledgedBy))?.name ?? "";
      const { acknowledgedAt: at, note = "" } = row;
      alarms.push({
        alarmId: row._id,
        brokenAt: row.brokenAt,
        foundAt: row.foundAt,
        acknowledged: at === undefined ? null : { at, byName, note },
      });
    }
    return alarms;
  },
});

/** Clears an alarm: a person says with a note what has been found out. The breach itself stays on record. */
export const acknowledge = organizationMutation({
  can: "audit.acknowledge",
  args: { alarmId: v.id("auditAlarms"), note: v.string() },
  returns: v.null(),
  handler: async (ctx, { alarmId, note }) => {
    const alarm = await requireRow(ctx, "auditAlarms", alarmId);
    const written = accepted(noteInput, note, "note");
    if (alarm.acknowledgedAt !== undefined) throw problem("alarm_acknowledged");
    const acknowledgedBy = ctx.person._id;
    await ctx.db.patch("auditAlarms", alarmId, { acknowledgedAt: Date.now(), acknowledgedBy, note: written });
    ctx.note(`alarm at entry ${alarm.brokenAt}`);
    return null;
  },
});

/** Raises the alarm for what somebody has found by verifying; the server looks for itself. Answers whether it is so. */
export const report = organizationMutation({
  can: "audit.read",
  args: { brokenAt: v.number() },
  returns: v.boolean(),
  handler: async (ctx, { organizationId, brokenAt }) => {
    const before = brokenAt <= 1 ? START : await findEntry(ctx, organizationId, brokenAt - 1);
    const entries = await stretchFrom(ctx, organizationId, brokenAt, 1);
    const holds = before !== null && follow(before, entries).brokenAt === null;
    if (!holds) await raiseAlarm(ctx, organizationId, brokenAt);
    ctx.note(`entry ${brokenAt}`);
    return !holds;
  },
});
