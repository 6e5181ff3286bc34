import { v } from "convex/values";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { interventionInput } from "./rules";
import { interventionKind } from "./schema";

const typedFields = {
  kind: interventionKind,
  title: v.string(),
  startsOn: civilDay,
  endsOn: v.optional(civilDay),
  people: v.string(),
  outcome: v.string(),
  sharedWithFamily: v.boolean(),
};

/**
 * Writes down what is tried with the child. It is never a reason to put off an evaluation that somebody asks for
 * (OSEP Memorandum 11-07): nothing in status/evaluations.ts looks at it.
 */
export const add = studentMutation({
  can: "interventions.record",
  args: typedFields,
  returns: v.id("interventions"),
  handler: async (ctx, { sharedWithFamily, ...typed }) => {
    const intervention = { ...read(typed), sharedWithFamily };
    const recorded = { recordedAt: Date.now(), recordedBy: ctx.person._id };
    const row = { ...ctx.compartment, ...intervention, ...recorded };
    const interventionId = await ctx.db.insert("interventions", row);
    ctx.note(`intervention ${interventionId}`);
    return interventionId;
  },
});

/** Changes what was written, or says how it ended. */
export const edit = studentMutation({
  can: "interventions.record",
  args: { interventionId: v.id("interventions"), ...typedFields },
  returns: v.null(),
  handler: async (ctx, { interventionId, sharedWithFamily, ...typed }) => {
    await requireRow(ctx, "interventions", interventionId);
    const { endsOn, ...rest } = read(typed);
    await ctx.db.patch("interventions", interventionId, { ...rest, endsOn, sharedWithFamily });
    ctx.note(`intervention ${interventionId}`);
    return null;
  },
});

/** Takes an intervention out of sight, or brings it back; its row stays. */
export const retract = studentMutation({
  can: "interventions.record",
  args: { interventionId: v.id("interventions"), retracted: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { interventionId, retracted }) => {
    await requireRow(ctx, "interventions", interventionId);
    await ctx.db.patch("interventions", interventionId, { retractedAt: retracted ? Date.now() : undefined });
    ctx.note(`intervention ${interventionId} ${retracted ? "taken back" : "brought back"}`);
    return null;
  },
});

function read(typed: unknown) {
  const intervention = accepted(interventionInput, typed);
  const { startsOn, endsOn } = intervention;
  if (endsOn !== undefined && endsOn < startsOn) throw problem("days_out_of_order", { field: "endsOn" });
  return intervention;
}
