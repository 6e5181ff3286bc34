import * as z from "zod/mini";
import { type CivilDay, dayProblem, isCivilDay } from "../../dates";
import type { ErrorCode } from "../../errors";
import { optionalText, requiredText } from "../../typed";
import type { ConsentKind, KindRule } from "./kinds";
import type { Decided } from "./standing";

/** What a human types about a decision; the form and the function run the same schema. */
export const decisionInput = z.object({
  scope: requiredText(1000),
  recipient: z.optional(requiredText(160)),
  personName: requiredText(160),
  interpreterName: z.optional(optionalText(160)),
  paperKeptAt: z.optional(optionalText(300)),
});

export const askInput = z.object({ scope: requiredText(1000), recipient: z.optional(requiredText(160)) });
export const reasonInput = requiredText(500);
export const outcomeInput = requiredText(500);

/** Which words of understanding stand above the typed name; raise it when they change. */
export const STATEMENT_VERSION = 1;

/** So many days with an effort of their own before a school goes ahead; the regulation leaves the number open. */
export const LEAST_ATTEMPT_DAYS = 2;

type Recorded = {
  decision: Decided["decision"];
  decidedOn: CivilDay;
  endsOn?: CivilDay | undefined;
  form: "onPaper" | "orally";
  recipient?: string | undefined;
  paperKeptAt?: string | undefined;
  evidence: number;
};

/**
 * What is wrong with a decision that the school writes down, or null: its days, that what must be written is on
 * paper (34 CFR 300.9(b), 300.300(b)(4): giving, and ending services), and that the paper can be found.
 */
export function recordProblem(
  rule: KindRule,
  decided: Recorded,
  today: CivilDay,
): { code: ErrorCode; field: string } | null {
  const { decision, decidedOn, endsOn, form, recipient, paperKeptAt, evidence } = decided;
  const wrong = dayProblem(decidedOn);
  if (wrong) return { code: wrong, field: "decidedOn" };
  if (decidedOn > today) return { code: "day_in_future", field: "decidedOn" };
  if (endsOn !== undefined && !isCivilDay(endsOn)) return { code: "not_a_day", field: "endsOn" };
  if (endsOn !== undefined && endsOn < decidedOn) return { code: "days_out_of_order", field: "endsOn" };
  if (rule.namesRecipient && decision === "given" && !recipient)
    return { code: "required", field: "recipient" };
  const mustBeWritten = rule.isWritten && (decision === "given" || isEndOfServices(rule.kind, decision));
  if (mustBeWritten && form === "orally") return { code: "consent_in_writing", field: "form" };
  if (form === "onPaper" && !paperKeptAt && evidence === 0)
    return { code: "evidence_needed", field: "paperKeptAt" };
  return null;
}

/** A withdrawal after which services stop, once the family has had its notice (34 CFR 300.300(b)(4)). */
export function isEndOfServices(kind: ConsentKind, decision: Decided["decision"]): boolean {
  return kind === "initialServices" && decision === "withdrawn";
}

/** Whether somebody typed the name that stands there: capitals and spaces do not matter. */
export function isSameName(typed: string, name: string): boolean {
  const key = (text: string) => text.trim().replace(/\s+/g, " ").normalize("NFKC").toLocaleLowerCase("en");
  return key(typed) !== "" && key(typed) === key(name);
}

/** On how many days somebody tried to reach the family. */
export function attemptDays(attempts: readonly { madeOn: CivilDay }[]): number {
  return new Set(attempts.map(({ madeOn }) => madeOn)).size;
}
