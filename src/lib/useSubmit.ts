import { useState } from "react";
import type { FormErrors } from "#src/ui/formErrors.ts";
import type { Outcome } from "./useCommand.ts";

/** How a sending ended; or, when nothing was sent, the sentences of the fields that are missing or wrong. */
export type Answer = Outcome<unknown> | FormErrors;

/** A form on its way: what is refused stands by its field, and under "form" when no field is to blame. */
export type Submission = {
  errors: FormErrors;
  /** While an answer is awaited. */
  isPending: boolean;
  submit: () => void;
};

/** Sends a form, puts what is refused by its fields, and says so when it is done. */
export function useSubmit(send: () => Answer | Promise<Answer>, onDone?: () => void): Submission {
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    setIsPending(true);
    try {
      const refused = refusalIn(await send());
      setErrors(refused ?? {});
      if (refused === null) onDone?.();
    } finally {
      setIsPending(false);
    }
  };
  return { errors, isPending, submit: () => void submit() };
}

/** What an answer refuses, by field; null when it is a yes. */
export function refusalIn(answer: Answer): FormErrors | null {
  if (!isOutcome(answer)) return answer;
  return answer.isDone ? null : { [answer.problem.field || "form"]: answer.sentence };
}

function isOutcome(answer: Answer): answer is Outcome<unknown> {
  return typeof answer.isDone === "boolean";
}
