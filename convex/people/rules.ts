import * as z from "zod/mini";

/** The longest name of a passkey, in characters. */
export const LONGEST_PASSKEY_NAME = 60;

/** How many caret colours there are; a person keeps one. */
export const CARET_COLORS = 8;

/** Languages that the interface is offered in; what is not translated yet is shown in English. */
export const locales = ["en", "es", "ar"] as const;

/** Longer than any address that mail can reach is none (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets). */
const LONGEST_ADDRESS = 254;

/** An e-mail address, in small letters: one person, one spelling. */
export const emailInput = z
  .string("required")
  .check(z.trim(), z.toLowerCase(), z.email("invalid"), z.maxLength(LONGEST_ADDRESS, "too_long"));

/**
 * Length is what makes a password hard to guess: no rules about digits and signs, long passphrases welcome
 * (OWASP ASVS 5.0, 6.2.1, 6.2.5 and 6.2.9: at least 8, composition free, at least 64 accepted).
 */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

/** The longest that a screen may stay open without a key or a touch, in minutes, whoever decides. */
export const LONGEST_LOCK_MINUTES = 240;
