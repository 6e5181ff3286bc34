import { i18n } from "@lingui/core";
import { ConvexError } from "convex/values";
import { type ErrorCode, errorCodes, type Problem } from "#convex/errors.ts";
import { accessProblems } from "./problems/access.ts";
import { consentProblems } from "./problems/consent.ts";
import { documentsProblems } from "./problems/documents.ts";
import { doorProblems } from "./problems/door.ts";
import { guardiansProblems } from "./problems/guardians.ts";
import { iepsProblems } from "./problems/ieps.ts";
import { notificationsProblems } from "./problems/notifications.ts";
import { organizationsProblems } from "./problems/organizations.ts";
import { progressProblems } from "./problems/progress.ts";
import { reportsProblems } from "./problems/reports.ts";
import { rosterProblems } from "./problems/roster.ts";
import type { Sentence } from "./problems/sentence.ts";
import { statusProblems } from "./problems/status.ts";
import { studentsProblems } from "./problems/students.ts";
import { typedProblems } from "./problems/typed.ts";

/** A problem that no code names: a bug, or a server that cannot be reached. */
export type ShownProblem = Omit<Problem, "code"> & { code: ErrorCode | "unexpected" };

const codes: ReadonlySet<string> = new Set(errorCodes);

/** The problem inside anything thrown by a Convex function; "unexpected" when it is a bug. */
export function readProblem(error: unknown): ShownProblem {
  if (error instanceof ConvexError) {
    const data: unknown = error.data;
    if (typeof data === "object" && data !== null && "code" in data && codes.has(String(data.code))) {
      return data as Problem;
    }
  }
  return { code: "unexpected" };
}

/** What to say about a refusal that is kept in a row as its code. */
export function readRefusal(code: string | null): string {
  const known = errorCodes.find((candidate) => candidate === code);
  return sentenceOf({ code: known ?? "unexpected" });
}

/** What to say about a problem, in the person's language: what happened, and what to do. */
export function sentenceOf(problem: ShownProblem): string {
  return sentences[problem.code](problem.params ?? {});
}

const sentences: Record<ErrorCode | "unexpected", Sentence> = {
  ...doorProblems,
  ...typedProblems,
  ...organizationsProblems,
  ...notificationsProblems,
  ...studentsProblems,
  ...rosterProblems,
  ...accessProblems,
  ...guardiansProblems,
  ...consentProblems,
  ...documentsProblems,
  ...statusProblems,
  ...iepsProblems,
  ...progressProblems,
  ...reportsProblems,
  unexpected: () =>
    i18n.t({
      id: "problem.unexpected",
      message: "Something went wrong on our side. Nothing you typed is lost; try again.",
    }),
};
