import { v } from "convex/values";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { meetingInput } from "./rules";
import { meetingKind } from "./schema";

const typedFields = {
  kind: meetingKind,
  title: v.string(),
  heldOn: civilDay,
  people: v.string(),
  outcome: v.string(),
  sharedWithFamily: v.boolean(),
};

/** Writes down a meeting that was held; one ahead belongs into the plan. Throws `day_in_future`. */
export const add = studentMutation({
  can: "interventions.record",
  args: typedFields,
  returns: v.id("meetings"),
  handler: async (ctx, { sharedWithFamily, ...typed }) => {
    const meeting = { ...read(ctx, typed), sharedWithFamily };
    const recorded = { recordedAt: Date.now(), recordedBy: ctx.person._id };
    const meetingId = await ctx.db.insert("meetings", { ...ctx.compartment, ...meeting, ...recorded });
    ctx.note(`meeting ${meetingId}`);
    return meetingId;
  },
});

/** Changes what was written about a meeting. */
export const edit = studentMutation({
  can: "interventions.record",
  args: { meetingId: v.id("meetings"), ...typedFields },
  returns: v.null(),
  handler: async (ctx, { meetingId, sharedWithFamily, ...typed }) => {
    await requireRow(ctx, "meetings", meetingId);
    await ctx.db.patch("meetings", meetingId, { ...read(ctx, typed), sharedWithFamily });
    ctx.note(`meeting ${meetingId}`);
    return null;
  },
});

/** Takes a meeting out of sight, or brings it back; its row stays. */
export const retract = studentMutation({
  can: "interventions.record",
  args: { meetingId: v.id("meetings"), retracted: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { meetingId, retracted }) => {
    await requireRow(ctx, "meetings", meetingId);
    await ctx.db.patch("meetings", meetingId, { retractedAt: retracted ? Date.now() : undefined });
    ctx.note(`meeting ${meetingId} ${retracted ? "taken back" : "brought back"}`);
    return null;
  },
});

function read(ctx: StudentMutationCtx, typed: unknown) {
  const meeting = accepted(meetingInput, typed);
  if (meeting.heldOn > ctx.today) throw problem("day_in_future", { field: "heldOn" });
  return meeting;
}
