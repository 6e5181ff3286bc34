import { i18n } from "@lingui/core";
import type { FormErrors } from "#src/ui/formErrors.ts";
import { sentenceOf } from "./problems.ts";
import type { Outcome } from "./useCommand.ts";

/** How a sending ended; or, when nothing was sent, the sentences of the fields that are missing or wrong. */
export type Answer<T = unknown> = Outcome<T> | FormErrors;

/** The form that sends, as a sending sees it. */
type Sender = {
  /** Whether the form is still there to say anything by its fields. */
  isHere: () => boolean;
  pends: (isPending: boolean) => void;
  refuses: (errors: FormErrors) => void;
  /** Refused after the form was closed: said where the person is now. */
  tellElsewhere: (sentence: string) => void;
};

/**
 * Sends one thing at a time: what is pressed twice before the first answer goes out once. Whatever comes of it is
 * said, also when the sending itself breaks or the form was closed meanwhile; a form that is gone closes and opens
 * nothing any more.
 */
export function submitter(form: Sender) {
  let isUnderWay = false;
  return async <T>(send: () => Answer<T> | Promise<Answer<T>>, done?: (value: T) => void): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    form.pends(true);
    const answer = await answerOf(send);
    isUnderWay = false;
    form.pends(false);
    const refused = refusalIn(answer);
    if (!form.isHere()) {
      const [sentence] = Object.values(refused ?? {});
      if (sentence !== undefined) form.tellElsewhere(sentence);
      return;
    }
    form.refuses(refused ?? {});
    if (isOutcome(answer) && answer.isDone) done?.(answer.value);
  };
}

async function answerOf<T>(send: () => Answer<T> | Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await send();
  } catch (error) {
    console.error(error);
    return { form: sentenceOf({ code: "unexpected" }) };
  }
}

/** What an answer refuses, by field; null when it is a yes. */
export function refusalIn(answer: Answer): FormErrors | null {
  if (!isOutcome(answer)) return answer;
  return answer.isDone ? null : { [answer.problem.field || "form"]: answer.sentence };
}

function isOutcome<T>(answer: Answer<T>): answer is Outcome<T> {
  return typeof answer.isDone === "boolean";
}

/** Said to whoever sends a form before all that it offers has come: what they have not seen is not sent for them. */
export const stillLoading = (): string =>
  i18n.t({ id: "problem.stillLoading", message: "This is still loading. Wait a moment, then try again." });
