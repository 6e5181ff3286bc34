import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { accepted } from "../typed";
import { consentStanding } from "./model";
import { isOffered } from "./ownAccount";
import { keepDecision } from "./recording";
import { decisionInput, isSameName, STATEMENT_VERSION } from "./rules/input";
import { type ConsentKind, findKind } from "./rules/kinds";
import { consentKind } from "./schema";

/**
 * A guardian who may sign, or the grown student, decides on a screen. Giving is signed by typing one's name below
 * the statement of understanding (34 CFR 300.9; OSEP, Questions and Answers of 30 June 2020: signed and dated,
 * identifies the person, shows understanding and agreement).
 * @throws name_differs, request_closed when the question was taken back meanwhile, required when there is nothing
 * that was asked and the kind is not one that families give unasked
 */
export const give = studentMutation({
  can: "consent.decide",
  args: {
    kind: consentKind,
    requestId: v.optional(v.id("consentRequests")),
    /** What is agreed to, in the words on the screen; a question's own words count when there is one. */
    scope: v.string(),
    typedName: v.string(),
    locale: v.string(),
  },
  returns: v.id("consents"),
  handler: async (ctx, { kind, requestId, typedName, locale, ...typed }) => {
    const rule = findKind(ctx.organization.jurisdiction, kind);
    if (!rule || !(requestId || isOffered(ctx, kind))) throw problem("invalid", { field: "kind" });
    if (!requestId && !rule.isGivenUnasked) throw problem("required", { field: "requestId" });
    if (!isSameName(typedName, ctx.person.name)) throw problem("name_differs", { field: "typedName" });
    return await decide(ctx, { kind, requestId, scope: typed.scope, decision: "given", typedName, locale });
  },
});

/** Says no to what was asked. @throws request_closed */
export const refuse = studentMutation({
  can: "consent.decide",
  args: { requestId: v.id("consentRequests"), locale: v.string() },
  returns: v.id("consents"),
  handler: async (ctx, { requestId, locale }) => {
    const { kind, scope } = await requireRow(ctx, "consentRequests", requestId);
    return await decide(ctx, { kind, requestId, scope, decision: "refused", typedName: "", locale });
  },
});

/**
 * Takes a consent back, from today on; what was done before stays done (34 CFR 300.9(c)(2)). Taking back services
 * opens the notice and the stop that follow (34 CFR 300.300(b)(4)).
 * @throws consent_missing when nothing stands that could be taken back
 */
export const withdraw = studentMutation({
  can: "consent.decide",
  args: { consentId: v.id("consents"), locale: v.string() },
  returns: v.id("consents"),
  handler: async (ctx, { consentId, locale }) => {
    const { kind, scope, recipient } = await requireRow(ctx, "consents", consentId);
    const { state } = await consentStanding(ctx, kind, recipient === undefined ? {} : { recipient });
    if (state !== "given") throw problem("consent_missing", { params: { kind, state } });
    return await decide(ctx, { kind, scope, recipient, decision: "withdrawn", typedName: "", locale });
  },
});

type OnScreen = {
  kind: ConsentKind;
  requestId?: Id<"consentRequests"> | undefined;
  scope: string;
  recipient?: string | undefined;
  decision: "given" | "refused" | "withdrawn";
  typedName: string;
  locale: string;
};

async function decide(ctx: StudentMutationCtx, { requestId, locale, typedName, ...decided }: OnScreen) {
  const request = requestId && (await requireRow(ctx, "consentRequests", requestId));
  if (request && request.status !== "open") throw problem("request_closed");
  if (request && request.kind !== decided.kind) throw problem("invalid", { field: "requestId" });
  const recipient = request?.recipient ?? decided.recipient;
  const { scope, personName } = accepted(decisionInput, {
    scope: request?.scope ?? decided.scope,
    personName: ctx.person.name,
  });
  return await keepDecision(ctx, {
    kind: decided.kind,
    decision: decided.decision,
    scope,
    decidedOn: ctx.today,
    personId: ctx.person._id,
    personName,
    form: "onScreen",
    statement: {
      version: STATEMENT_VERSION,
      locale: locale.slice(0, 35),
      typedName: typedName.slice(0, 160),
    },
    evidenceDocumentIds: [],
    ...(recipient && { recipient }),
    ...(request && { requestId: request._id }),
  });
}
