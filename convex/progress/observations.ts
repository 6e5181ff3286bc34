import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireWriter } from "../access/actor";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type QueryCtx, type StudentQueryCtx, studentMutation, studentQuery } from "../functions";
import { greatestValue } from "../ieps/rules/goal";
import { findNamed, presentedPerson } from "../people/model";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { requireActive, requireReadableGoal, seriesOf } from "./model";
import { checkObservation, observationWords } from "./rules/observation";

const trials = v.object({ correct: v.number(), total: v.number() });

/** A measurement as it is listed. The family sees values, days and trials, not the team's working notes. */
export const observationView = v.object({
  observationId: v.id("observations"),
  observedOn: civilDay,
  value: v.number(),
  trials: v.union(trials, v.null()),
  note: v.union(v.string(), v.null()),
  setting: v.union(v.string(), v.null()),
  promptLevel: v.union(v.string(), v.null()),
  recordedBy: v.union(presentedPerson, v.null()),
  recordedAt: v.number(),
});

export async function presentObservation(
  ctx: { db: QueryCtx["db"] } & Pick<StudentQueryCtx, "audience">,
  row: Doc<"observations">,
) {
  const forTheTeam = ctx.audience === "team";
  return {
    observationId: row._id,
    observedOn: row.observedOn,
    value: row.value,
    trials: row.trials ?? null,
    note: (forTheTeam && row.note) || null,
    setting: (forTheTeam && row.setting) || null,
    promptLevel: row.promptLevel ?? null,
    recordedBy: forTheTeam ? await findNamed(ctx, row.recordedBy) : null,
    recordedAt: row._creationTime,
  };
}

/**
 * Writes down one measurement. `clientKey` is made by the device once per measurement: sent again, from an outbox
 * that does not know whether it arrived, it answers with the one that is there and writes nothing. `writerId` is who
 * tapped it, as the device knows: sent while somebody else is signed in, it is refused with `not_signed_in`.
 */
export const log = studentMutation({
  can: "progress.log",
  args: {
    goalId: v.id("goals"),
    observedOn: civilDay,
    value: v.number(),
    note: v.optional(v.string()),
    setting: v.optional(v.string()),
    promptLevel: v.optional(v.string()),
    trials: v.optional(trials),
    clientKey: v.string(),
    writerId: v.optional(v.id("people")),
  },
  returns: v.id("observations"),
  handler: async (
    ctx,
    { studentId: _studentId, clientKey, writerId, ...args },
  ): Promise<Id<"observations">> => {
    requireWriter(ctx.person, writerId);
    if (clientKey.length < 8 || clientKey.length > 64) throw problem("invalid", { field: "clientKey" });
    const goal = await requireRow(ctx, "goals", args.goalId);
    const goalId = seriesOf(goal);
    const sent = await ctx.db
      .query("observations")
      .withIndex("by_goal_and_client_key", (q) => q.eq("goalId", goalId).eq("clientKey", clientKey))
      .unique();
    if (sent) return sent._id;
    requireActive(goal);
    const { observedOn, value, trials: counted, ...typed } = args;
    const measure = { unit: goal.measure, greatest: greatestValue[goal.measure] };
    checkObservation({ observedOn, value, trials: counted }, measure, ctx.today);
    const words = accepted(observationWords, typed);
    const given = Object.fromEntries(Object.entries(words).filter(([, text]) => text));
    ctx.note(`goal ${goal.number}, measured on ${observedOn}`);
    return await ctx.db.insert("observations", {
      ...ctx.compartment,
      ...given,
      ...(counted ? { trials: counted } : {}),
      goalId,
      observedOn,
      value,
      clientKey,
      recordedBy: ctx.person._id,
    });
  },
});

/** Takes a measurement out of every chart; the row stays on record. */
export const retract = studentMutation({
  can: "progress.read",
  args: { observationId: v.id("observations") },
  returns: v.null(),
  handler: async (ctx, { observationId }) => {
    const row = await requireRow(ctx, "observations", observationId);
    // Whoever wrote it down may take back a slip of the finger; others need the permission.
    const isOwn = row.recordedBy === ctx.person._id && ctx.can("progress.log");
    if (!isOwn && !ctx.can("progress.retract")) throw problem("not_allowed");
    if (row.retractedAt !== undefined) throw problem("observation_retracted");
    await ctx.db.patch("observations", observationId, { retractedAt: Date.now() });
    ctx.note(`observation ${observationId} of ${row.observedOn} retracted`);
    return null;
  },
});

/** The measurements of a goal that stand, newest first, a page at a time. */
export const list = studentQuery({
  can: "progress.read",
  args: { goalId: v.id("goals"), paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(observationView),
  handler: async (ctx, { goalId, paginationOpts }) => {
    const goal = await requireReadableGoal(ctx, goalId);
    const result = await ctx.db
      .query("observations")
      .withIndex("by_goal_and_day", (q) => q.eq("goalId", seriesOf(goal)).eq("retractedAt", undefined))
      .order("desc")
      .paginate(paginationOpts);
    return { ...result, page: await Promise.all(result.page.map((row) => presentObservation(ctx, row))) };
  },
});
