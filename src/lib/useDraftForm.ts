import { i18n } from "@lingui/core";
import type { Overtaking } from "./OvertakenNotice.tsx";
import type { Answer } from "./submitting.ts";
import type { Draft } from "./useDraft.ts";
import { type Submission, useSubmit } from "./useSubmit.ts";

/** How the fields of a form are called where their stored values are told, and how a value is said that is no word. */
type Told<Values> = { [Name in keyof Values]?: string | [string, (value: Values[Name]) => string] };

/** Sends a draft; first the person chooses between their words and what somebody else has stored since. */
export function useDraftForm<Values extends object>(
  draft: Draft<Values>,
  told: Told<Values>,
  send: (values: Values) => Answer | Promise<Answer>,
  onDone?: () => void,
): Submission {
  const { values, stored, words, overtaken, keepMine, takeTheirs } = draft;
  const form = useSubmit(async () => {
    if (overtaken.length > 0) {
      return { form: chooseFirst() };
    }
    const answer = await send(values);
    if (answer.isDone === true) draft.sent(values);
    return answer;
  }, onDone);
  const overtaking: Overtaking = {
    fields: overtaken.map((name) => {
      const how = told[name];
      const [label = "", show] = Array.isArray(how) ? how : [how];
      const [theirs, mine] = [stored[name], values[name]];
      return { name, label, theirs: show?.(theirs) ?? theirs, mine: show?.(mine) ?? mine };
    }),
    keepMine,
    takeTheirs,
  };
  const isChosen = overtaken.length === 0 && form.errors.form === chooseFirst();
  return { ...form, ...(isChosen && { errors: {} }), words, overtaking };
}

const chooseFirst = () => i18n.t({ id: "form.chooseFirst", message: "First choose: theirs, or yours." });
