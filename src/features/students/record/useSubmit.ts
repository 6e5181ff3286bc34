import { useState } from "react";
import type { Outcome } from "#src/lib/useCommand.ts";
import type { FormErrors } from "#src/ui/Form.tsx";

/** Sends a form once, and puts what is refused by its fields. */
export function useSubmit(send: () => Promise<Outcome<unknown>>, onDone: () => void) {
  const [errors, setErrors] = useState<FormErrors>({});
  const submit = async () => {
    const outcome = await send();
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field || "form"]: outcome.sentence });
  };
  return { errors, setErrors, submit: () => void submit() };
}
