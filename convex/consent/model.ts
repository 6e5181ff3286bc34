import type { Doc, Id } from "../_generated/dataModel";
import { problem } from "../errors";
import type { QueryCtx } from "../functions";
import { type ConsentKind, findKind } from "./rules/kinds";
import { decisionOn, type StandingState, standingOn } from "./rules/standing";

/** What is needed to tell where a consent stands: any open compartment has it. */
type InChild = {
  db: Pick<QueryCtx["db"], "query">;
  student: { _id: Id<"students"> };
  organization: Pick<Doc<"organizations">, "jurisdiction">;
  today: string;
};

/** No family decides about one thing more often than this. */
export const MANY_DECISIONS = 200;
const MANY_REQUESTS = 50;

/** The decisions about one kind, by day. */
export async function decisionsOf(ctx: InChild, kind: ConsentKind): Promise<Doc<"consents">[]> {
  return await ctx.db
    .query("consents")
    .withIndex("by_student_and_kind", (q) => q.eq("studentId", ctx.student._id).eq("kind", kind))
    .order("desc")
    .take(MANY_DECISIONS);
}

export type Standing = {
  kind: ConsentKind;
  /** Whether this jurisdiction asks for it at all. */
  isAsked: boolean;
  state: StandingState;
  /** The decision that counts, or null. */
  consent: Doc<"consents"> | null;
  /** Unanswered, after efforts on record, and the school went ahead (34 CFR 300.300(c)(2)). */
  wentAhead: boolean;
};

/** Where a consent stands on a day (today, when none is given); for data sharing, with one recipient. */
export async function consentStanding(
  ctx: InChild,
  kind: ConsentKind,
  { on = ctx.today, recipient }: { on?: string; recipient?: string } = {},
): Promise<Standing> {
  const rule = findKind(ctx.organization.jurisdiction, kind);
  const rows = await decisionsOf(ctx, kind);
  const consent = decisionOn(rows, on, recipient);
  const state = standingOn(rows, on, recipient);
  const wentAhead = rule?.mayGoAhead === true && (await hasGoneAhead(ctx, kind, on, consent));
  return { kind, isAsked: rule !== null, state, consent, wentAhead };
}

/** Whether what needs this consent may be done. */
export function allows({ isAsked, state, wentAhead }: Standing): boolean {
  return !isAsked || state === "given" || wentAhead;
}

/**
 * Throws `consent_missing` (params: kind, state) unless the consent stands today, or this jurisdiction does not ask
 * for it. Whatever needs a consent calls this in its own transaction.
 */
export async function requireConsent(
  ctx: InChild,
  kind: ConsentKind,
  { recipient }: { recipient?: string } = {},
): Promise<void> {
  const standing = await consentStanding(ctx, kind, recipient === undefined ? {} : { recipient });
  if (!allows(standing)) throw problem("consent_missing", { params: { kind, state: standing.state } });
}

/** Going ahead without an answer holds until the family does answer. */
async function hasGoneAhead(ctx: InChild, kind: ConsentKind, on: string, answer: Doc<"consents"> | null) {
  const requests = await ctx.db
    .query("consentRequests")
    .withIndex("by_student_and_kind", (q) => q.eq("studentId", ctx.student._id).eq("kind", kind))
    .order("desc")
    .take(MANY_REQUESTS);
  return requests.some(
    ({ status, closedOn, askedOn }) =>
      status === "wentAhead" &&
      closedOn !== undefined &&
      closedOn <= on &&
      (answer === null || answer.decidedOn < askedOn),
  );
}
