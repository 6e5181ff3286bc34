import { i18n } from "@lingui/core";
import { consentName, isConsentKind } from "../consentWords.ts";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of consent. */
export const consentProblems = {
  consent_missing: ({ kind }) =>
    isConsentKind(kind)
      ? i18n.t({
          id: "problem.consentMissing",
          message:
            "The family’s consent is missing: {consent}. Ask for it, or record it, on the consents page.",
          values: { consent: consentName(kind) },
        })
      : i18n.t({
          id: "problem.aConsentMissing",
          message: "The family’s consent is missing. Ask for it, or record it, on the consents page.",
        }),
  consent_in_writing: () =>
    i18n.t({
      id: "problem.consentInWriting",
      message: "This has to be in writing. Record a signed paper, or let the family answer here.",
    }),
  consent_retracted: () =>
    i18n.t({ id: "problem.consentRetracted", message: "This was marked as recorded in error already." }),
  evidence_needed: () =>
    i18n.t({
      id: "problem.evidenceNeeded",
      message: "Attach the signed paper, or say where it is kept.",
    }),
  name_differs: () =>
    i18n.t({ id: "problem.nameDiffers", message: "Type your name as it stands here, to sign." }),
  attempts_needed: ({ least }) =>
    i18n.t({
      id: "problem.attemptsNeeded",
      message: "Record your efforts to reach the family first, on {least} different days at least.",
      values: { least: Number(least ?? 2) },
    }),
  request_closed: () =>
    i18n.t({ id: "problem.requestClosed", message: "This question was answered or taken back already." }),
  services_notice_first: () =>
    i18n.t({
      id: "problem.servicesNoticeFirst",
      message: "Send the prior written notice first; services stop after it.",
    }),
} satisfies Sentences;
