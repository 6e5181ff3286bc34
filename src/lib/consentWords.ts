import { i18n } from "@lingui/core";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";

/** What each consent is about, as the family and the team call it. */
const names: Record<ConsentKind, () => string> = {
  initialEvaluation: () => i18n.t({ id: "consent.initialEvaluation", message: "First evaluation" }),
  initialServices: () => i18n.t({ id: "consent.initialServices", message: "Special education services" }),
  reevaluation: () => i18n.t({ id: "consent.reevaluation", message: "Another evaluation" }),
  views: () => i18n.t({ id: "consent.views", message: "Using what you and your child told us" }),
  assessmentAgreement: () =>
    i18n.t({ id: "consent.assessmentAgreement", message: "Assessment for an EHC plan" }),
  dataSharing: () => i18n.t({ id: "consent.dataSharing", message: "Sharing information with others" }),
  electronicDelivery: () => i18n.t({ id: "consent.electronicDelivery", message: "Notices by e-mail" }),
  media: () => i18n.t({ id: "consent.media", message: "Photos, video and sound" }),
  under13Use: () => i18n.t({ id: "consent.under13Use", message: "An account for a child under 13" }),
};

export const consentName = (kind: ConsentKind): string => names[kind]();

export function isConsentKind(word: unknown): word is ConsentKind {
  return typeof word === "string" && word in names;
}
