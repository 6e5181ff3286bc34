import { type Infer, v } from "convex/values";
import { MANY_DECISIONS } from "../consent/model";
import { consentKindsOf } from "../consent/rules/kinds";
import { decisionOn, standingOn } from "../consent/rules/standing";
import { consentKind } from "../consent/schema";
import type { StudentQueryCtx } from "../functions";
import { civilDay } from "../values";

export const stoodConsent = v.object({
  kind: consentKind,
  state: v.union(v.literal("given"), v.literal("refused"), v.literal("withdrawn"), v.literal("ended")),
  decidedOn: civilDay,
});

/** Where the decisions of the family stood on a day; of those written down by an instant, when one is given. */
export async function consentsStood(
  ctx: StudentQueryCtx,
  on: string,
  evening: number | null,
): Promise<Infer<typeof stoodConsent>[]> {
  const rows = await ctx.db
    .query("consents")
    .withIndex("by_student_and_day", (q) => q.eq("studentId", ctx.student._id).lte("decidedOn", on))
    .order("desc")
    .take(MANY_DECISIONS);
  const held =
    evening === null
      ? rows
      : rows
          .filter(({ recordedAt }) => recordedAt <= evening)
          // What was taken back later was still believed that evening.
          .map(({ retractedAt, ...row }) =>
            retractedAt && retractedAt > evening ? row : { ...row, retractedAt },
          );
  return consentKindsOf(ctx.organization.jurisdiction).flatMap(({ kind }) => {
    const ofKind = held.filter((row) => row.kind === kind);
    const decision = decisionOn(ofKind, on);
    const state = standingOn(ofKind, on);
    return decision && state !== "none" ? [{ kind, state, decidedOn: decision.decidedOn }] : [];
  });
}
