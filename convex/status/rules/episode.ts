import * as z from "zod/mini";
import { senKinds } from "../../compliance/rules/pack";
import type { CivilDay } from "../../dates";
import { day, requiredText } from "../../typed";

/** What an episode says; the same for a row that is stored and for one that is about to be. */
export type Episode<DocumentId extends string = string, EvaluationId extends string = string> = {
  kind: (typeof senKinds)[number];
  startsOn: CivilDay;
  endsOn?: CivilDay | undefined;
  term: "temporary" | "longTerm";
  reason: string;
  decidedBy: string;
  evidenceDocumentIds: DocumentId[];
  exitReason?: string | undefined;
  exitEvaluationId?: EvaluationId | undefined;
  summaryGivenOn?: CivilDay | undefined;
  isContinuation?: boolean | undefined;
  confirmsGap?: boolean | undefined;
};

/** An episode that the record holds. */
export type Held = Episode & { _id: string };

/** What a command does: rows that no longer hold, and rows that do from now on. */
export type Step = {
  supersede: string[];
  insert: (Episode & { replacesId?: string })[];
};

const terms = ["temporary", "longTerm"] as const;

/** What a person types when a status begins; the form and the function run the same schema. */
export const entryInput = z.object({
  kind: z.enum(senKinds, "required"),
  startsOn: day,
  endsOn: z.optional(day),
  term: z.enum(terms, "required"),
  reason: requiredText(2000),
  decidedBy: requiredText(200),
});

/** From a day on, another term or reason: the status itself goes on. */
export const changeInput = z.object({
  from: day,
  term: z.enum(terms, "required"),
  reason: requiredText(2000),
  decidedBy: requiredText(200),
});

export const correctionInput = z.object({
  startsOn: day,
  endsOn: z.optional(day),
  term: z.enum(terms, "required"),
  reason: requiredText(2000),
  decidedBy: requiredText(200),
  exitReason: z.optional(requiredText(60)),
  correctionReason: requiredText(1000),
});
