import type { Infer } from "convex/values";
import * as z from "zod/mini";
import { addDays, addMonths, type CivilDay } from "../dates";
import { day, optionalText, requiredText } from "../typed";
import type { legalGround, recordType, requestKind, requestOutcome } from "./schema";

export type LegalGround = Infer<typeof legalGround>;
export type RecordType = Infer<typeof recordType>;
export type RequestKind = Infer<typeof requestKind>;
export type RequestOutcome = Infer<typeof requestOutcome>;
export type Jurisdiction = "us-federal" | "england";

export const recordTypes = [
  "identity",
  "enrolment",
  "plan",
  "evaluation",
  "progress",
  "status",
  "health",
  "behaviour",
  "documents",
  "wholeRecord",
] as const satisfies RecordType[];

const grounds: Record<Jurisdiction, readonly LegalGround[]> = {
  "us-federal": [
    "consent",
    "parentRequest",
    "transfer",
    "emergency",
    "courtOrder",
    "childWelfare",
    "audit",
    "studies",
    "accreditation",
    "juvenileJustice",
    "legalDuty",
  ],
  england: [
    "consent",
    "parentRequest",
    "transfer",
    "emergency",
    "courtOrder",
    "childWelfare",
    "audit",
    "studies",
    "legalDuty",
    "publicTask",
  ],
};

/** The grounds that the law of the place knows, the most usual first. */
export function groundsIn(jurisdiction: Jurisdiction): readonly LegalGround[] {
  return grounds[jurisdiction];
}

/** Why a record may follow the child to the next school, and must. */
export const transferAuthority: Record<Jurisdiction, string> = {
  "us-federal": "34 CFR 99.31(a)(2) and 300.323(g): a school in which the child enrolls",
  england: "Education (Pupil Information) (England) Regulations 2005, regulation 9: the child's next school",
};

/**
 * What a ground rests on without anybody saying so: the law itself for the next school, what they asked for or
 * agreed to for the family. The empty text for the others, whose order, statute or danger must be named.
 */
export function plainAuthority(ground: LegalGround, jurisdiction: Jurisdiction, purpose: string): string {
  if (ground === "transfer") return transferAuthority[jurisdiction];
  return ground === "consent" || ground === "parentRequest" ? purpose : "";
}

/**
 * Whether the law asks for the entry: parties other than parents (34 CFR 300.614; 99.32(d)(1)). FERPA alone would
 * also leave out a party with the parent's consent (99.32(d)(3)); IDEA does not. In England every sharing must be
 * accounted for (UK GDPR art. 5(2)).
 */
export function isRequiredByLaw(ground: LegalGround): boolean {
  return ground !== "parentRequest";
}

/** What is typed about a disclosure; the form and the function run the same schema. */
export const disclosureInput = z.object({
  recipient: requiredText(200),
  purpose: requiredText(1000),
  authority: requiredText(1000),
  disclosedOn: day,
  recordTypes: z.array(z.enum(recordTypes)).check(z.minLength(1, "required")),
  onwardTo: z
    .array(z.object({ name: requiredText(200), interest: requiredText(500) }))
    .check(z.maxLength(20, "too_large")),
});

export const strikingInput = requiredText(500);

/** What is typed about a request. A request to amend says what is wrong; the others may be asked without reasons. */
export const requestInput = z.object({
  words: optionalText(4000),
  askedByName: optionalText(200),
  askedOn: day,
});

export const answerInput = z.object({ answer: requiredText(4000), answeredOn: day });

/** "In no case more than 45 days after the request" (34 CFR 300.613(a), 99.10(b)). */
const US_DAYS = 45;

/**
 * The last day to answer. England: one month (UK GDPR art. 12(3)). For an amendment the US rule says only "a
 * reasonable time" (300.618(b)); the same 45 days are kept as its outer edge.
 */
export function requestDueOn(askedOn: CivilDay, jurisdiction: Jurisdiction): CivilDay {
  return jurisdiction === "england" ? addMonths(askedOn, 1) : addDays(askedOn, US_DAYS);
}

/** The answers that fit what was asked. */
export function outcomesFor(kind: RequestKind): readonly RequestOutcome[] {
  return kind === "amend"
    ? ["amended", "notAmended", "withdrawn"]
    : ["given", "partlyGiven", "refused", "withdrawn"];
}
