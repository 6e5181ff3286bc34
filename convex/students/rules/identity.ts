import * as z from "zod/mini";
import type { CivilDay } from "../../dates";
import { day, optionalText, requiredText } from "../../typed";

export type Named = { firstName: string; lastName: string; preferredName?: string | undefined };

/** The half of a child's identity that is sealed. */
export type Identity = {
  birthOn: CivilDay;
  /** The number that the state knows the child by. */
  stateNumber?: string;
  /** England's unique pupil number, and the one before it. Never shown to families. */
  upn?: string;
  formerUpn?: string;
};

/** A letter, eleven digits, and a digit, or a letter for a number that is given for a while. */
const UPN = /^[A-Z]\d{11}[0-9A-Z]$/;
const upn = z.optional(
  z.string("required").check(
    z.trim(),
    z.toUpperCase(),
    z.refine((text) => text === "" || UPN.test(text), "invalid"),
  ),
);

/** What a human types about who a student is; the form and the function run the same schema. */
export const identityInput = z.object({
  studentNumber: requiredText(40),
  firstName: requiredText(80),
  lastName: requiredText(80),
  preferredName: z.optional(optionalText(80)),
  pronouns: z.optional(optionalText(40)),
  birthOn: day,
  stateNumber: z.optional(optionalText(40)),
  upn,
  formerUpn: upn,
});
export type TypedIdentity = z.output<typeof identityInput>;
export const identityFields = Object.keys(identityInput.shape) as (keyof TypedIdentity)[];

/** What was always so, whatever was written down before: to change it is to put a mistake right. */
export const timelessFields: ReadonlySet<string> = new Set(["birthOn", "stateNumber"]);

/** A name as it sounds more than as it is spelled: no accents, no doubled letters, no vowels but the first. */
function soundOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}]/gu, "")
    .replaceAll("ph", "f")
    .replaceAll("ck", "k")
    .replaceAll("c", "k")
    .replaceAll("z", "s");
  const tail = plain.slice(1).replace(/[aeiouyhw]/g, "");
  return (plain.slice(0, 1) + tail).replace(/(.)\1+/g, "$1");
}

/** Two keys that two records of one child are likely to share: a birth date with either name, as it sounds. */
export function likenessOf(named: Named, birthOn: CivilDay): { lastName: string; firstName: string } {
  return {
    lastName: `${birthOn} ${soundOf(named.lastName)}`,
    firstName: `${birthOn} ${soundOf(named.firstName)}`,
  };
}
