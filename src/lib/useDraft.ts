import { useEffect, useSyncExternalStore } from "react";
import type { FormWords } from "./formWords.ts";
import { editOf, isOvertaken, isSame, leftAfter, typedOver } from "./keptEdit.ts";
import { useWords } from "./useWords.ts";

export type Draft<Values> = {
  readonly values: Values;
  readonly stored: Values;
  readonly words: FormWords;
  change: (more: Partial<Values>) => void;
  /** These are stored; what was typed since then is still to be. */
  sent: (values: Values) => void;
  drop: () => void;
  /** The fields that somebody else has stored otherwise since they were typed into: one's own words would undo theirs. */
  readonly overtaken: readonly (keyof Values & string)[];
  keepMine: () => void;
  takeTheirs: () => void;
};

/**
 * A form over values that live on the server: what is typed stands over them until it is saved, and what is not
 * follows whatever else is saved meanwhile, here or by somebody else. Each field is kept on the device together with the
 * value that it stood over: up to two weeks later, words that come back say whether they would undo what others have
 * decided since, instead of doing so. `form` is as in `useWords`; what `isNew` has nobody else can have changed.
 */
export function useDraft<Values extends object>(
  form: string,
  stored: Values,
  { isNew = false } = {},
): Draft<Values> {
  type Name = keyof Values & string;
  const words = useWords(form);
  const kept = useSyncExternalStore(words.subscribe, () => words.all);
  const edits = (Object.keys(stored) as Name[]).flatMap((name) => {
    const edit = editOf(kept[name], stored[name]);
    return edit ? [{ name, ...edit }] : [];
  });
  const overtaken = isNew ? [] : edits.filter((edit) => isOvertaken(edit, stored[edit.name]));
  const arrived = edits.filter(({ name, mine }) => isSame(mine, stored[name]));
  useEffect(() => {
    for (const { name } of arrived) words.put(name, undefined);
  });
  const typed = edits.map(({ name, mine }) => [name, mine]);
  return {
    values: { ...stored, ...(Object.fromEntries(typed) as Partial<Values>) },
    stored,
    words,
    change: (more) => {
      for (const name of Object.keys(more) as Name[]) {
        const before = editOf(words.get(name), stored[name]);
        words.put(name, typedOver(before, stored[name], more[name] as Values[Name]));
      }
    },
    sent: (values) => {
      for (const name of Object.keys(values) as Name[]) {
        const edit = editOf(words.get(name), stored[name]);
        if (edit) words.put(name, leftAfter(edit, values[name]));
      }
    },
    drop: () => words.startAnew(),
    overtaken: overtaken.map(({ name }) => name),
    keepMine: () => {
      for (const { name, mine } of overtaken) words.put(name, { base: stored[name], mine });
    },
    takeTheirs: () => {
      for (const { name } of overtaken) words.put(name, undefined);
    },
  };
}
