import { i18n } from "@lingui/core";
import { isCompleteEmail } from "#src/lib/emailAddress.ts";
import type { FormErrors } from "#src/ui/Form.tsx";

/** PASSWORD_LENGTH.min of convex/people/rules.ts, whose import would bring all of zod to the sign-in page. */
export const shortestPassword = 12;

type AuthError = { status: number; code?: string | undefined };

/** What the sign-in service refused, as errors of a form's fields. */
export function authProblem(error: AuthError): FormErrors {
  switch (error.code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return {
        form: i18n.t({
          id: "auth.problem.wrong",
          message: "The e-mail address or the password is not right. Check both.",
        }),
      };
    case "INVALID_PASSWORD":
      return {
        password: i18n.t({
          id: "auth.problem.wrongPassword",
          message: "This password is not right. Check it.",
        }),
        currentPassword: i18n.t({
          id: "auth.problem.wrongPassword",
          message: "This password is not right. Check it.",
        }),
      };
    case "INVALID_BACKUP_CODE":
      return {
        code: i18n.t({
          id: "auth.problem.backupCode",
          message: "This backup code is not right, or was used already. Use another of the ten.",
        }),
      };
    case "CODES_ON_ALREADY":
      return {
        form: i18n.t({
          id: "auth.problem.codesOn",
          message: "Codes are on already, set up in another window. Turn them off first to use another app.",
        }),
      };
    case "INVALID_CODE":
      return {
        code: i18n.t({
          id: "auth.problem.code",
          message:
            "This code is not right, or was used already. Wait for the next one, and check the clock of your phone.",
        }),
      };
    case "INVALID_TWO_FACTOR_COOKIE":
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return {
        form: i18n.t({
          id: "auth.problem.codeTooLate",
          message: "That took too long, or too many tries. Start again with your password.",
        }),
      };
    case "PASSKEY_CANCELLED":
      return {
        form: i18n.t({
          id: "auth.problem.passkeyCancelled",
          message: "Your device showed no passkey: it was cancelled, or took too long. Try again.",
        }),
      };
    case "PASSKEY_HELD_ALREADY":
      return {
        form: i18n.t({
          id: "auth.problem.passkeyHeld",
          message: "This device holds a passkey of yours already.",
        }),
      };
    case "PASSKEY_NOT_HERE":
      return {
        form: i18n.t({
          id: "auth.problem.passkeyNotHere",
          message:
            "Passkeys do not work at this address. Open the page at the address that your school gave you.",
        }),
      };
    case "PASSKEY_NOT_FOUND":
    case "AUTHENTICATION_FAILED":
      return {
        form: i18n.t({
          id: "auth.problem.passkeyUnknown",
          message: "This passkey does not sign in here any more. Use another one, or your password.",
        }),
      };
    case "PASSKEY_NOT_VERIFIED":
      return {
        form: i18n.t({
          id: "auth.problem.passkeyNotVerified",
          message:
            "Your device did not check that it is you. Turn on its fingerprint, face or code, then try again.",
        }),
      };
    case "PASSKEY_NEEDED":
      return {
        form: i18n.t({
          id: "auth.problem.passkeyNeeded",
          message: "Show one of your passkeys first: a password alone does not change how you sign in.",
        }),
      };
    case "PASSWORD_NEEDED":
      return {
        form: i18n.t({
          id: "auth.problem.passwordNeeded",
          message: "It is too long since you gave your password or signed in. Do that again, then this.",
        }),
      };
    case "USER_ALREADY_EXISTS":
    case "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL":
      return {
        email: i18n.t({
          id: "auth.problem.exists",
          message: "There is an account with this address already. Sign in instead.",
        }),
      };
    case "INVALID_EMAIL":
      return { email: i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." }) };
    case "PASSWORD_TOO_SHORT":
      return { password: passwordTooShort() };
    case "PASSWORD_SAME":
      return {
        password: i18n.t({
          id: "auth.problem.samePassword",
          message: "The new password is the same as the old one. Choose another.",
        }),
      };
    case "PASSWORD_COMMON":
      return {
        password: i18n.t({
          id: "auth.problem.common",
          message:
            "Many people use this password, so it is guessed first. Choose a few words that belong together only for you.",
        }),
      };
    case "PASSWORD_PERSONAL":
      return {
        password: i18n.t({
          id: "auth.problem.personal",
          message: "This is little more than your name, your address or your school’s. Choose other words.",
        }),
      };
    case "PASSWORD_TOO_LONG":
      return { password: i18n.t({ id: "auth.problem.long", message: "This password is too long." }) };
    case "INVALID_TOKEN":
      return {
        form: i18n.t({
          id: "auth.problem.token",
          message: "This link was used already or is too old. Ask for a new one.",
        }),
      };
  }
  if (error.status === 429) {
    return {
      form: i18n.t({ id: "problem.tooManyTries", message: "Too many tries. Wait a minute, then try again." }),
    };
  }
  return {
    form: i18n.t({
      id: "auth.problem.unreachable",
      message: "The server did not answer as expected. Try again in a moment.",
    }),
  };
}

export function passwordTooShort(): string {
  return i18n.t({
    id: "auth.problem.short",
    message: "Use at least {count} characters; a few words in a row are easy to remember.",
    values: { count: shortestPassword },
  });
}

/** The errors of an address and a password as typed; empty when both can be sent. */
export function checkCredentials(typed: { email: string; password: string; isNew: boolean }): FormErrors {
  const errors: Record<string, string> = {};
  if (!isCompleteEmail(typed.email)) {
    errors.email = i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." });
  }
  if (typed.password === "") {
    errors.password = i18n.t({ id: "auth.problem.noPassword", message: "Enter the password." });
  } else if (typed.isNew && typed.password.length < shortestPassword) {
    errors.password = passwordTooShort();
  }
  return errors;
}
