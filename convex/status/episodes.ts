import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { packOf } from "../compliance/model";
import { decisionsOf } from "../consent/model";
import { standingOn } from "../consent/rules/standing";
import { requireEvidence } from "../documents/model";
import { type StudentMutationCtx, studentMutation, studentQuery } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { episodesEver, episodesOf, refreshStatus, supersede } from "./model";
import { presentedVersion, presentVersion } from "./present";
import { changeInput, correctionInput, type Episode, entryInput, type Step } from "./rules/episode";
import * as episodes from "./rules/episodes";
import { episodeFields, senKind, term } from "./schema";

const evidenceDocumentIds = v.optional(episodeFields.evidenceDocumentIds);
/** Set once the person has seen which days stay without a status, and said that this is right. */
const gapIsRight = v.optional(v.boolean());

/**
 * A status begins, today, in the past, or on a day that is decided. A status of the same kind on any of its days
 * is refused with `episode_overlap`; one that cannot go beside it with `episode_excluded`. SEN support that runs
 * when an EHC plan starts ends on the day before. Days between this and another status are refused with
 * `episode_gap` until somebody says that they are right.
 */
export const enter = studentMutation({
  can: "status.edit",
  args: {
    kind: senKind,
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    term,
    reason: v.string(),
    decidedBy: v.string(),
    evidenceDocumentIds,
    /** For a status that is over already: why it ended. */
    exitReason: episodeFields.exitReason,
    exitEvaluationId: episodeFields.exitEvaluationId,
    summaryGivenOn: episodeFields.summaryGivenOn,
    gapIsRight,
  },
  returns: v.null(),
  handler: async (ctx, args) => {
    const now = await situation(ctx, args);
    const { evidenceDocumentIds: evidence = [], exitReason, exitEvaluationId, summaryGivenOn } = args;
    const entry = accepted(entryInput, args);
    const exit = { exitReason, exitEvaluationId, summaryGivenOn };
    await settle(ctx, episodes.enter(now, { ...entry, ...exit, evidenceDocumentIds: evidence }));
    ctx.note(`${entry.kind} from ${entry.startsOn}`);
    return null;
  },
});

/** From a day on the same status has another term or reason. The day lies after its first and before its last. */
export const change = studentMutation({
  can: "status.edit",
  args: {
    episodeId: v.id("senEpisodes"),
    from: civilDay,
    term,
    reason: v.string(),
    decidedBy: v.string(),
    evidenceDocumentIds,
  },
  returns: v.null(),
  handler: async (ctx, args) => {
    const now = await situation(ctx, args);
    const { episodeId, evidenceDocumentIds: evidence = [] } = args;
    const next = { ...accepted(changeInput, args), evidenceDocumentIds: evidence };
    await settle(ctx, episodes.change(now, episodeId, next));
    ctx.note(`episode ${episodeId} changes from ${next.from}`);
    return null;
  },
});

/**
 * A status ends. In the United States leaving IDEA needs an evaluation that found the child no longer eligible,
 * or one of the grounds that stand without it: diploma, age, transfer, death (34 CFR 300.305(e)), or the family's
 * withdrawal of services, which is on record for the last day (300.300(b)(4)). Throws `exit_ground_needed`,
 * `exit_evaluation_needed` or `exit_withdrawal_needed`, which says what is missing.
 */
export const leave = studentMutation({
  can: "status.edit",
  args: {
    episodeId: v.id("senEpisodes"),
    endsOn: civilDay,
    exitReason: v.string(),
    exitEvaluationId: episodeFields.exitEvaluationId,
    summaryGivenOn: episodeFields.summaryGivenOn,
    gapIsRight,
  },
  returns: v.null(),
  handler: async (ctx, args) => {
    const { episodeId, exitReason, exitEvaluationId, summaryGivenOn } = args;
    const now = await situation(ctx, args);
    const endsOn = accepted(entryInput.shape.startsOn, args.endsOn, "endsOn");
    const leaving = { endsOn, exitReason, exitEvaluationId, summaryGivenOn };
    await settle(ctx, episodes.leave(now, episodeId, leaving));
    ctx.note(`episode ${episodeId} ends on ${endsOn}: ${exitReason}`);
    return null;
  },
});

/** A planned last day moves to a later one, or goes away. */
export const extend = studentMutation({
  can: "status.edit",
  args: { episodeId: v.id("senEpisodes"), endsOn: v.optional(civilDay), gapIsRight },
  returns: v.null(),
  handler: async (ctx, args) => {
    const { episodeId } = args;
    const now = await situation(ctx, args);
    const until = accepted(entryInput.shape.endsOn, args.endsOn, "endsOn");
    await settle(ctx, episodes.extend(now, episodeId, until));
    ctx.note(`episode ${episodeId} goes on until ${until ?? "further notice"}`);
    return null;
  },
});

/**
 * What was recorded was wrong. What was believed until now stays readable, with who corrected it and why. Days,
 * term, reason and exit can be corrected; a wrong kind is taken back and entered anew.
 */
export const correct = studentMutation({
  can: "status.edit",
  args: {
    episodeId: v.id("senEpisodes"),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    term,
    reason: v.string(),
    decidedBy: v.string(),
    evidenceDocumentIds,
    exitReason: episodeFields.exitReason,
    exitEvaluationId: episodeFields.exitEvaluationId,
    summaryGivenOn: episodeFields.summaryGivenOn,
    correctionReason: v.string(),
    gapIsRight,
  },
  returns: v.null(),
  handler: async (ctx, args) => {
    const now = await situation(ctx, args);
    const { episodeId, exitEvaluationId, summaryGivenOn, evidenceDocumentIds: evidence = [] } = args;
    const { correctionReason, ...right } = accepted(correctionInput, args);
    const correction = { ...right, exitEvaluationId, summaryGivenOn, evidenceDocumentIds: evidence };
    await settle(ctx, episodes.correct(now, episodeId, correction), correctionReason);
    ctx.note(`episode ${episodeId} corrected`);
    return null;
  },
});

/** The entry was a mistake: it never was so. It stays readable among what was believed. */
export const retract = studentMutation({
  can: "status.edit",
  args: { episodeId: v.id("senEpisodes"), correctionReason: v.string(), gapIsRight },
  returns: v.null(),
  handler: async (ctx, args) => {
    const { episodeId } = args;
    const now = await situation(ctx, args);
    const why = accepted(correctionInput.shape.correctionReason, args.correctionReason, "correctionReason");
    await settle(ctx, episodes.retract(now, episodeId), why);
    ctx.note(`episode ${episodeId} taken back`);
    return null;
  },
});

/** Every version of every episode, the newest belief first: what the record says, and what it ever said. */
export const versions = studentQuery({
  can: "history.read",
  args: {},
  returns: v.array(presentedVersion),
  handler: async (ctx) => {
    const rows = await episodesEver(ctx, ctx.student._id);
    const presented = [];
    for (const row of rows) presented.push(await presentVersion(ctx, row));
    return presented.sort((a, b) => b.recordedAt - a.recordedAt);
  },
});

type Asked = {
  episodeId?: Id<"senEpisodes">;
  exitEvaluationId?: Id<"evaluations"> | undefined;
  gapIsRight?: boolean | undefined;
  evidenceDocumentIds?: Id<"documents">[] | undefined;
};

async function situation(ctx: StudentMutationCtx, asked: Asked): Promise<episodes.Situation> {
  const row = asked.episodeId && (await requireRow(ctx, "senEpisodes", asked.episodeId));
  await requireEvidence(ctx, asked.evidenceDocumentIds ?? []);
  // An exit that stays as it was rests on the evaluation that it always named.
  const exitEvaluationId = asked.exitEvaluationId ?? row?.exitEvaluationId;
  const evaluation = exitEvaluationId ? await requireRow(ctx, "evaluations", exitEvaluationId) : null;
  const decisions = await decisionsOf(ctx, "initialServices");
  return {
    pack: packOf(ctx.organization),
    today: ctx.today,
    held: await episodesOf(ctx, ctx.student._id),
    gapIsRight: asked.gapIsRight ?? false,
    finding: evaluation?.retractedAt === undefined ? evaluation : null,
    areServicesWithdrawnOn: (day) => standingOn(decisions, day) === "withdrawn",
  };
}

type Stored = Episode<Id<"documents">, Id<"evaluations">> & { replacesId?: Id<"senEpisodes"> };

async function settle(ctx: StudentMutationCtx, step: Step, correctionReason?: string): Promise<void> {
  const recordedAt = Date.now();
  await supersede(ctx, "senEpisodes", step.supersede, recordedAt, correctionReason);
  for (const episode of step.insert as Stored[]) {
    await ctx.db.insert("senEpisodes", {
      ...ctx.compartment,
      ...episode,
      recordedAt,
      recordedBy: ctx.person._id,
    });
  }
  await refreshStatus(ctx, ctx.student._id, ctx.today);
}
