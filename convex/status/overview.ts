import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { packOf } from "../compliance/model";
import { consentStanding } from "../consent/model";
import { studentQuery } from "../functions";
import { findPlanInEffect } from "../ieps/model";
import { jurisdiction } from "../organizations/schema";
import { birthOnOf } from "../students/identity";
import { civilDay } from "../values";
import { episodesOf, evaluationsOf, needsOf } from "./model";
import { presentEpisode, presentedEpisode } from "./present";
import { reevaluationDueOn, stateOf } from "./rules/evaluations";
import { owesSummary } from "./rules/exits";
import { lastChangeOn, needsLeftBehind, needsOn, needsOutOfAge } from "./rules/needs";
import { gapsBetween } from "./rules/spans";
import { asksForPlan, senStatusOn, statusesOn } from "./rules/spells";
import { conclusion, evaluationKind, senStatus, tolling } from "./schema";

const orNull = <T extends Parameters<typeof v.union>[number]>(validator: T) => v.union(validator, v.null());

const presentedEvaluation = v.object({
  evaluationId: v.id("evaluations"),
  kind: evaluationKind,
  state: v.union(
    v.literal("asked"),
    v.literal("underWay"),
    v.literal("completed"),
    v.literal("notNeeded"),
    v.literal("retracted"),
  ),
  askedOn: civilDay,
  askedBy: v.string(),
  reason: v.string(),
  consentReceivedOn: orNull(civilDay),
  dueOn: orNull(civilDay),
  tolling: v.array(tolling),
  completedOn: orNull(civilDay),
  conclusion: orNull(conclusion),
  findings: orNull(v.string()),
  notNeededOn: orNull(civilDay),
  evidenceDocumentIds: v.array(v.id("documents")),
});

/** Something about the status that somebody should look at; never a refusal. */
const notice = v.union(
  v.object({ kind: v.literal("statusWithoutPlan") }),
  v.object({ kind: v.literal("planWithoutStatus") }),
  v.object({ kind: v.literal("statusWithoutNeeds") }),
  v.object({ kind: v.literal("needOutOfAge"), code: v.string() }),
  v.object({ kind: v.literal("needLeftBehind"), code: v.string() }),
  v.object({ kind: v.literal("summaryOwed"), episodeId: v.id("senEpisodes") }),
);

const overview = v.object({
  today: civilDay,
  jurisdiction,
  /** Keys of the needs that this organization records. */
  needsInUse: v.array(v.string()),
  senStatus,
  /** SEN without a plan, a plan without SEN, both, neither. */
  hasPlan: v.boolean(),
  /** Those that the record holds, the newest first. */
  episodes: v.array(presentedEpisode),
  gaps: v.array(v.object({ from: civilDay, until: civilDay })),
  /** The needs of today by rank, and every stretch that the record holds. */
  needs: v.array(v.object({ code: v.string(), rank: v.number() })),
  needStretches: v.array(
    v.object({ code: v.string(), rank: v.number(), startsOn: civilDay, endsOn: orNull(civilDay) }),
  ),
  needsChangedOn: orNull(civilDay),
  evaluations: v.array(presentedEvaluation),
  reevaluationDueOn: orNull(civilDay),
  /** Since when the family's withdrawal of services stands (34 CFR 300.300(b)(4)); null while it does not. */
  servicesWithdrawnOn: orNull(civilDay),
  notices: v.array(notice),
});

/** A child's status today and over the years, with needs, evaluations and what needs a look. */
export const get = studentQuery({
  can: "history.read",
  args: {},
  returns: overview,
  handler: async (ctx) => {
    const { student, today } = ctx;
    const pack = packOf(ctx.organization);
    const episodes = await episodesOf(ctx, student._id);
    const needs = await needsOf(ctx, student._id);
    const evaluations = await evaluationsOf(ctx, student._id);
    const now = statusesOn(episodes, today);
    const hasPlan = (await findPlanInEffect(ctx, student._id)) !== null;
    const codes = needsOn(needs, today);
    const notices: Infer<typeof notice>[] = [];
    if (now.some(({ kind }) => asksForPlan(kind)) && !hasPlan) notices.push({ kind: "statusWithoutPlan" });
    if (now.length === 0 && hasPlan) notices.push({ kind: "planWithoutStatus" });
    if (now.length > 0 && codes.length === 0) notices.push({ kind: "statusWithoutNeeds" });
    const named = codes.map(({ code }) => code);
    for (const { key } of needsOutOfAge(pack, named, birthOnOf(student), today)) {
      notices.push({ kind: "needOutOfAge", code: key });
    }
    for (const { code } of needsLeftBehind(pack, needs, episodes, today)) {
      notices.push({ kind: "needLeftBehind", code });
    }
    for (const row of episodes) {
      if (owesSummary(pack, row)) notices.push({ kind: "summaryOwed", episodeId: row._id });
    }
    const services = await consentStanding(ctx, "initialServices");
    return {
      today,
      jurisdiction: ctx.organization.jurisdiction,
      needsInUse: pack.needs.map(({ key }) => key),
      senStatus: senStatusOn(episodes, today),
      hasPlan,
      episodes: episodes.sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1)).map(presentEpisode),
      gaps: gapsBetween(episodes),
      needs: codes,
      needStretches: needs
        .sort((a, b) => (a.startsOn === b.startsOn ? a.rank - b.rank : a.startsOn < b.startsOn ? 1 : -1))
        .map(({ code, rank, startsOn, endsOn }) => ({ code, rank, startsOn, endsOn: endsOn ?? null })),
      needsChangedOn: lastChangeOn(needs),
      evaluations: evaluations.reverse().map(presentEvaluation),
      reevaluationDueOn: now.some(({ kind }) => kind === "ideaEligible")
        ? reevaluationDueOn(pack, evaluations)
        : null,
      servicesWithdrawnOn: services.state === "withdrawn" ? (services.consent?.decidedOn ?? null) : null,
      notices,
    };
  },
});

function presentEvaluation(row: Doc<"evaluations">): Infer<typeof presentedEvaluation> {
  return {
    evaluationId: row._id,
    kind: row.kind,
    state: stateOf(row),
    askedOn: row.askedOn,
    askedBy: row.askedBy,
    reason: row.reason,
    consentReceivedOn: row.consentReceivedOn ?? null,
    dueOn: row.dueOn ?? null,
    tolling: row.tolling,
    completedOn: row.completedOn ?? null,
    conclusion: row.conclusion ?? null,
    findings: row.findings ?? null,
    notNeededOn: row.notNeededOn ?? null,
    evidenceDocumentIds: row.evidenceDocumentIds,
  };
}
