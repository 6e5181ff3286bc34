import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { type StudentQueryCtx, studentQuery } from "../functions";
import { findNamed } from "../people/model";
import { civilDay } from "../values";
import { allows, consentStanding, MANY_DECISIONS } from "./model";
import { isOffered } from "./ownAccount";
import { openFollowUpsOf } from "./recording";
import { attemptDays, LEAST_ATTEMPT_DAYS } from "./rules/input";
import { consentKindsOf } from "./rules/kinds";
import { recipientKey } from "./rules/standing";
import { attemptMeans, consentDecision, consentForm, consentKind } from "./schema";

const decisionView = v.object({
  consentId: v.id("consents"),
  kind: consentKind,
  scope: v.string(),
  recipient: v.union(v.string(), v.null()),
  decision: consentDecision,
  decidedOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  personName: v.string(),
  form: consentForm,
  interpreterName: v.union(v.string(), v.null()),
  paperKeptAt: v.union(v.string(), v.null()),
  evidenceDocumentIds: v.array(v.id("documents")),
  /** Recorded in error, and why. */
  retractionReason: v.union(v.string(), v.null()),
});

const standingView = v.object({
  kind: consentKind,
  /** For data sharing: one line per recipient. */
  recipient: v.union(v.string(), v.null()),
  state: v.union(
    v.literal("none"),
    v.literal("given"),
    v.literal("refused"),
    v.literal("withdrawn"),
    v.literal("ended"),
    v.literal("wentAhead"),
  ),
  /** Whether what needs this consent works now. */
  isAllowed: v.boolean(),
  isGivenUnasked: v.boolean(),
  /** Whether it can be asked for and given today: a child of thirteen needs nobody's yes to an account. */
  isOffered: v.boolean(),
  isWritten: v.boolean(),
  namesRecipient: v.boolean(),
  decision: v.union(decisionView, v.null()),
  /** People whose own last word is another one: parents who disagree are both on record. */
  disagreeing: v.array(v.string()),
});

const requestView = v.object({
  requestId: v.id("consentRequests"),
  kind: consentKind,
  scope: v.string(),
  recipient: v.union(v.string(), v.null()),
  askedOn: civilDay,
  askedByName: v.string(),
  attempts: v.array(v.object({ madeOn: civilDay, means: attemptMeans, outcome: v.string() })),
  mayGoAhead: v.boolean(),
  attemptDaysMissing: v.number(),
});

/** Where every consent of a child stands today, what is being asked, what follows from a withdrawal, and the history. */
export const get = studentQuery({
  can: "consent.read",
  args: {},
  returns: v.object({
    standings: v.array(standingView),
    requests: v.array(requestView),
    followUps: v.array(
      v.object({
        followUpId: v.id("consentFollowUps"),
        step: v.union(v.literal("priorWrittenNotice"), v.literal("stopServices")),
        openedOn: civilDay,
      }),
    ),
    history: v.array(decisionView),
    mayDecide: v.boolean(),
    mayRecord: v.boolean(),
    today: civilDay,
  }),
  handler: async (ctx, { studentId }) => {
    const rows = await ctx.db
      .query("consents")
      .withIndex("by_student_and_day", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MANY_DECISIONS);
    const open = await ctx.db
      .query("consentRequests")
      .withIndex("by_student_and_status", (q) => q.eq("studentId", studentId).eq("status", "open"))
      .take(MANY_DECISIONS);
    return {
      standings: await standingsOf(ctx, rows),
      requests: await Promise.all(open.map((request) => presentRequest(ctx, request))),
      followUps: (await openFollowUpsOf(ctx)).map(({ _id, step, openedOn }) => ({
        followUpId: _id,
        step,
        openedOn,
      })),
      history: rows.map(presentDecision),
      mayDecide: ctx.can("consent.decide"),
      mayRecord: ctx.can("consent.record"),
      today: ctx.today,
    };
  },
});

async function standingsOf(ctx: StudentQueryCtx, rows: Doc<"consents">[]) {
  const standings: Infer<typeof standingView>[] = [];
  for (const rule of consentKindsOf(ctx.organization.jurisdiction)) {
    const ofKind = rows.filter((row) => row.kind === rule.kind && row.retractedAt === undefined);
    const recipients = rule.namesRecipient ? recipientsOf(ofKind) : [undefined];
    for (const recipient of recipients) {
      const standing = await consentStanding(ctx, rule.kind, recipient === undefined ? {} : { recipient });
      const said = standing.consent;
      standings.push({
        kind: rule.kind,
        recipient: recipient ?? null,
        state: standing.wentAhead && standing.state !== "given" ? "wentAhead" : standing.state,
        isAllowed: allows(standing),
        isGivenUnasked: rule.isGivenUnasked,
        isOffered: isOffered(ctx, rule.kind),
        isWritten: rule.isWritten,
        namesRecipient: rule.namesRecipient,
        decision: said && presentDecision(said),
        disagreeing: said ? disagreeingWith(said, ofKind) : [],
      });
    }
  }
  return standings;
}

/** Everybody whom a decision names, each once; one line without a name when there is nobody yet. */
function recipientsOf(rows: readonly Doc<"consents">[]): (string | undefined)[] {
  const named = new Map<string, string>();
  for (const { recipient } of rows) {
    if (recipient && !named.has(recipientKey(recipient))) named.set(recipientKey(recipient), recipient);
  }
  return named.size === 0 ? [undefined] : [...named.values()];
}

/** Those whose own last word, given or refused, is not the one that counts. */
function disagreeingWith(said: Doc<"consents">, rows: readonly Doc<"consents">[]): string[] {
  const lastWords = new Map<string, Doc<"consents">>();
  for (const row of rows) {
    const who = row.personId ?? row.personName;
    if (row.recipient === said.recipient && !lastWords.has(who)) lastWords.set(who, row);
  }
  const agrees = (row: Doc<"consents">) => (row.decision === "given") === (said.decision === "given");
  return [...lastWords.values()].filter((row) => !agrees(row)).map(({ personName }) => personName);
}

async function presentRequest(ctx: StudentQueryCtx, request: Doc<"consentRequests">) {
  const rule = consentKindsOf(ctx.organization.jurisdiction).find(({ kind }) => kind === request.kind);
  return {
    requestId: request._id,
    kind: request.kind,
    scope: request.scope,
    recipient: request.recipient ?? null,
    askedOn: request.askedOn,
    askedByName: (await findNamed(ctx, request.askedBy))?.name ?? "",
    attempts: request.attempts.map(({ madeOn, means, outcome }) => ({ madeOn, means, outcome })),
    mayGoAhead: rule?.mayGoAhead ?? false,
    attemptDaysMissing: Math.max(0, LEAST_ATTEMPT_DAYS - attemptDays(request.attempts)),
  };
}

function presentDecision(row: Doc<"consents">): Infer<typeof decisionView> {
  return {
    consentId: row._id,
    kind: row.kind,
    scope: row.scope,
    recipient: row.recipient ?? null,
    decision: row.decision,
    decidedOn: row.decidedOn,
    endsOn: row.endsOn ?? null,
    personName: row.personName,
    form: row.form,
    interpreterName: row.interpreterName ?? null,
    paperKeptAt: row.paperKeptAt ?? null,
    evidenceDocumentIds: row.evidenceDocumentIds,
    retractionReason: row.retractionReason ?? null,
  };
}
