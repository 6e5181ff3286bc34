import type { Answer } from "#src/lib/submitting.ts";

/** A refusal of one line of a list ("grades.3.name"), in words that name what each line needs, by its field. */
export function lineRefusal(answer: Answer, list: string, sentence: string): Answer {
  if (answer.isDone !== false) return answer;
  const { field = "" } = answer.problem;
  if (field !== list && !field.startsWith(`${list}.`)) return answer;
  return { [field === list ? "form" : field]: sentence };
}
