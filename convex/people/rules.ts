import { z } from "zod";

/** How many caret colours there are; a person keeps one. */
export const CARET_COLORS = 8;

/** Languages that the interface is offered in; what is not translated yet is shown in English. */
export const locales = ["en", "es", "ar"] as const;

export const emailInput = z.string().trim().toLowerCase().pipe(z.email()).pipe(z.string().max(254));
export const personNameInput = z.string().trim().min(1).max(120);

/**
 * Length is what makes a password hard to guess: no rules about digits and signs, long passphrases welcome
 * (OWASP ASVS 5.0, 6.2.1, 6.2.5 and 6.2.9: at least 8, composition free, at least 64 accepted).
 */
export const PASSWORD_LENGTH = { min: 12, max: 128 };
