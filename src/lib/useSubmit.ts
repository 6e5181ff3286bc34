import { i18n } from "@lingui/core";
import { useEffect, useRef, useState } from "react";
import type { FormErrors } from "#src/ui/formErrors.ts";
import { toastProblem } from "#src/ui/Toasts.tsx";
import type { FormWords } from "./formWords.ts";
import type { Overtaking } from "./OvertakenNotice.tsx";
import { type Answer, submitter } from "./submitting.ts";

/** A form on its way: what is refused stands by its field, and under "form" when no field is to blame. */
export type Submission = {
  errors: FormErrors;
  /** While an answer is awaited. */
  isPending: boolean;
  submit: () => void;
  /** What was typed and is kept on the device until it is sent. */
  words?: FormWords | undefined;
  /** What somebody else has stored since it was typed. */
  overtaking?: Overtaking | undefined;
};

/**
 * Sends a form, once at a time, puts what is refused by its fields, and says so when it is done. `words` that are kept on
 * the device go when they are sent, wherever the person is by then.
 */
export function useSubmit<T>(
  send: () => Answer<T> | Promise<Answer<T>>,
  onDone?: (value: T) => void,
  words?: FormWords,
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
  const sendWords = async () => {
    const answer = await send();
    if (answer.isDone === true) words?.sent();
    return answer;
  };
  return { errors, isPending, submit: () => void submit(sendWords, onDone), words };
}
