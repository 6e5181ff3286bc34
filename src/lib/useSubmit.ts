import { i18n } from "@lingui/core";
import { useEffect, useRef, useState } from "react";
import type { FormErrors } from "#src/ui/formErrors.ts";
import { toastProblem } from "#src/ui/Toasts.tsx";
import { type Answer, submitter } from "./submitting.ts";

/** A form on its way: what is refused stands by its field, and under "form" when no field is to blame. */
export type Submission = {
  errors: FormErrors;
  /** While an answer is awaited. */
  isPending: boolean;
  submit: () => void;
};

/** Sends a form, once at a time, puts what is refused by its fields, and says so when it is done. */
export function useSubmit<T>(
  send: () => Answer<T> | Promise<Answer<T>>,
  onDone?: (value: T) => void,
): Submission {
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const [submit] = useState(() =>
    submitter({
      isHere: () => isHere.current,
      pends: setIsPending,
      refuses: setErrors,
      tellElsewhere: (sentence) =>
        toastProblem(
          i18n.t({
            id: "form.closedUnsaved",
            message: "What you closed was not saved. {sentence}",
            values: { sentence },
          }),
        ),
    }),
  );
  return { errors, isPending, submit: () => void submit(send, onDone) };
}
