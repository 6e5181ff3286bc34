import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

/** The field's own words for status and evaluations. Complete where the codes are ours; packs may add others. */

type Words<Code extends string> = Record<Code, () => string>;

export type SenKind = Doc<"senEpisodes">["kind"];
export type Term = Doc<"senEpisodes">["term"];
export type EvaluationKind = Doc<"evaluations">["kind"];
export type Conclusion = NonNullable<Doc<"evaluations">["conclusion"]>;
export type TollingReason = Doc<"evaluations">["tolling"][number]["reason"];

const terms: Words<Term> = {
  longTerm: () => i18n.t({ id: "term.longTerm", message: "Long term" }),
  temporary: () => i18n.t({ id: "term.temporary", message: "Temporary" }),
};

const exits: Partial<Words<string>> = {
  noLongerEligible: () =>
    i18n.t({ id: "statusExit.noLongerEligible", message: "Evaluated and no longer eligible" }),
  diploma: () => i18n.t({ id: "statusExit.diploma", message: "Graduated with a regular diploma" }),
  agedOut: () => i18n.t({ id: "statusExit.agedOut", message: "Reached the age limit" }),
  consentRevoked: () =>
    i18n.t({ id: "statusExit.consentRevoked", message: "Consent to services revoked in writing" }),
  transferred: () =>
    i18n.t({ id: "statusExit.transferred", message: "Moved to another district or authority" }),
  died: () => i18n.t({ id: "statusExit.died", message: "Died" }),
  eligibleUnderIdea: () =>
    i18n.t({ id: "statusExit.eligibleUnderIdea", message: "Found eligible under IDEA" }),
  needsMet: () => i18n.t({ id: "statusExit.needsMet", message: "Needs met without extra support" }),
  ehcPlanMade: () => i18n.t({ id: "statusExit.ehcPlanMade", message: "An EHC plan was made" }),
  leftSchool: () => i18n.t({ id: "statusExit.leftSchool", message: "Left school" }),
  planNotNecessary: () =>
    i18n.t({
      id: "statusExit.planNotNecessary",
      message: "The authority ended the plan: no longer necessary",
    }),
  authorityNotResponsible: () =>
    i18n.t({ id: "statusExit.authorityNotResponsible", message: "The authority is no longer responsible" }),
};

const evaluationKinds: Words<EvaluationKind> = {
  initial: () => i18n.t({ id: "evaluation.initial", message: "Initial evaluation" }),
  reevaluation: () => i18n.t({ id: "evaluation.reevaluation", message: "Re-evaluation" }),
  exit: () => i18n.t({ id: "evaluation.exit", message: "Exit evaluation" }),
  ehcAssessment: () => i18n.t({ id: "evaluation.ehcAssessment", message: "EHC needs assessment" }),
};

const conclusionWords: Words<Conclusion> = {
  eligible: () => i18n.t({ id: "conclusion.eligible", message: "Eligible" }),
  notEligible: () => i18n.t({ id: "conclusion.notEligible", message: "Not eligible" }),
};

const tollingReasons: Words<TollingReason> = {
  childNotProduced: () =>
    i18n.t({ id: "tolling.childNotProduced", message: "The child was repeatedly not brought" }),
  changedAgency: () =>
    i18n.t({ id: "tolling.changedAgency", message: "The child changed districts; a day was agreed" }),
};

export const termName = (term: Term): string => terms[term]();
export const exitReasonName = (code: string): string => exits[code]?.() ?? code;
export const evaluationKindName = (kind: EvaluationKind): string => evaluationKinds[kind]();
export const conclusionName = (conclusion: Conclusion): string => conclusionWords[conclusion]();
export const tollingReasonName = (reason: TollingReason): string => tollingReasons[reason]();
