import { i18n } from "@lingui/core";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of access: who is asking, and whether they may. */
export const doorProblems = {
  not_signed_in: () =>
    i18n.t({ id: "problem.notSignedIn", message: "You are signed out. Sign in again to go on." }),
  not_found: () =>
    i18n.t({ id: "problem.notFound", message: "This is not here, or it is not shared with you." }),
  not_allowed: () =>
    i18n.t({
      id: "problem.notAllowed",
      message: "Your role does not allow this. Ask an administrator if you need it.",
    }),
  lease_needed: () =>
    i18n.t({
      id: "problem.leaseNeeded",
      message: "This record has been closed because nobody looked at it for a while. Open it again.",
    }),
  too_many_tries: () =>
    i18n.t({ id: "problem.tooManyTries", message: "Too many tries. Wait a minute, then try again." }),
  second_factor_needed: () =>
    i18n.t({
      id: "problem.secondFactorNeeded",
      message: "Your school asks for a second step at sign-in. Set it up under Account to go on.",
    }),
  password_needed: () =>
    i18n.t({ id: "problem.passwordNeeded", message: "Give your password once more to go on." }),
  encryption_unavailable: () =>
    i18n.t({
      id: "problem.encryptionUnavailable",
      message:
        "Protected details cannot be opened or saved just now. Nothing is lost. Ask whoever runs this OpenIEP to check its encryption key.",
    }),
  record_merged: () =>
    i18n.t({
      id: "problem.recordMerged",
      message: "This record became part of another one. Open that one instead.",
    }),
} satisfies Sentences;
