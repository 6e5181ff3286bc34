import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import type { FormErrors } from "#src/ui/Form.tsx";

/** Runs a rule of the server's; answers what it refuses, by field, or null when it is content. */
export function errorsOf(rule: () => void): FormErrors | null {
  try {
    rule();
    return null;
  } catch (error) {
    const problem = readProblem(error);
    return { [problem.field || "form"]: sentenceOf(problem) };
  }
}
