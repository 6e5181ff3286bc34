import { i18n } from "@lingui/core";
import { useEffect, useReducer, useRef, useState } from "react";
import type { FormWords } from "#src/lib/formWords.ts";
import { editOf } from "#src/lib/keptEdit.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import type { Outcome } from "#src/lib/useCommand.ts";
import { toastProblem } from "#src/ui/Toasts.tsx";
import { FieldSaver } from "./fieldSaver.ts";

/** The words of the part around a field, and the field's name among them. */
export type Keeping = { words: FormWords; name: string };

export interface FieldEdit<T> {
  /** What the field shows: one's own words while they are not saved, else the live value. */
  readonly value: T;
  change(next: T): void;
  /** Saves now, if there is anything to save. */
  commit(): void;
  readonly isUnsaved: boolean;
  readonly error: string | null;
  /** Both changed the field: the person chooses between theirs (the live value) and mine. */
  readonly isConflict: boolean;
  /** One's own words from before, which wait for a word of the person to be saved. */
  readonly isFound: boolean;
  readonly theirs: T;
  keepMine(): void;
  takeTheirs(): void;
}

/**
 * A field that saves itself. `save` gets the value as it was when the person began, so that the server can tell
 * whether somebody else changed it meanwhile; nothing typed is lost or overwritten silently.
 */
export function useFieldEdit<T>(
  live: T,
  save: (base: T, next: T) => Promise<Outcome<unknown>>,
  kept?: Keeping,
): FieldEdit<T> {
  const latest = useRef({ live, save });
  latest.current = { live, save };
  const { words, name = "" } = kept ?? {};
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const [saver] = useState(
    () =>
      new FieldSaver<T>({
        live: () => latest.current.live,
        save: (base, next) => latest.current.save(base, next),
        redraw,
        lost: (mine, { problem }) => toastProblem(lostSentence(mine, sentenceOf(problem))),
        kept: words && {
          get: () => editOf(words.get(name), latest.current.live),
          put: (edit) => words.put(name, edit ?? undefined),
        },
      }),
  );
  useEffect(() => words?.subscribe(redraw), [words]);
  useEffect(() => saver.settle());
  useEffect(() => {
    saver.enter();
    return () => saver.leave();
  }, [saver]);
  const { edit, refusal, isConflict } = saver;
  return {
    value: edit ? edit.mine : live,
    change: (next) => saver.change(next),
    commit: () => saver.commit(),
    isUnsaved: edit !== null,
    error: edit && refusal && !isConflict ? sentenceOf(refusal.problem) : null,
    isConflict,
    isFound: saver.isFound,
    theirs: live,
    keepMine: () => saver.keepMine(),
    takeTheirs: () => saver.takeTheirs(),
  };
}

/** The words themselves too, where they are words: whoever has closed the field can still take them from here. */
function lostSentence(mine: unknown, sentence: string): string {
  if (typeof mine === "string" && mine.trim() !== "") {
    const values = { mine: mine.trim(), sentence };
    return i18n.t({ id: "field.wordsLost", message: "“{mine}” was not saved. {sentence}", values });
  }
  return i18n.t({
    id: "form.closedUnsaved",
    message: "What you closed was not saved. {sentence}",
    values: { sentence },
  });
}
