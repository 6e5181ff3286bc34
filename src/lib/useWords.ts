import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { dropKept, keepWords, takeKept } from "./formStore.ts";
import { FormWords } from "./formWords.ts";
import { useMe } from "./me.ts";

/**
 * The words of a form, kept sealed on this device until they are sent: `useKept` holds its fields, and `useSubmit` lets
 * them go. `form` names the form and what it is about by ids, such as `meeting ${studentId} new`.
 */
export function useWords(form: string): FormWords {
  const personId = useMe().me?.person.personId ?? "";
  // A page that goes on to another child without being built anew must not take the words of this one along.
  const words = useMemo(() => {
    const place = { personId, form };
    return new FormWords({
      take: () => takeKept(place),
      keep: (values) => keepWords(place, values),
      drop: () => dropKept(place),
    });
  }, [personId, form]);
  useEffect(() => void words.open(), [words]);
  return words;
}

/** One field of a form, like `useState`: what was typed into it before the page was loaded anew is there again. */
export function useKept<Value>(
  words: FormWords,
  name: string,
  initial: Value,
): [Value, (value: Value | ((before: Value) => Value)) => void] {
  const [first] = useState(initial);
  const typed = useSyncExternalStore(words.subscribe, () => words.get(name));
  const value = fitting(typed, first);
  const put = (next: Value | ((before: Value) => Value)) => {
    const now = fitting(words.get(name), first);
    words.put(name, typeof next === "function" ? (next as (before: Value) => Value)(now) : next);
  };
  return [value, put];
}

/** A field may have become another kind of field since its words were kept. */
function fitting<Value>(typed: unknown, first: Value): Value {
  const fits = first === null || typed === null || typeof typed === typeof first;
  return typed !== undefined && fits ? (typed as Value) : first;
}

/** When the words that a form began with were kept; null for a form that began empty. */
export function useKeptAt(words: FormWords | undefined): number | null {
  return useSyncExternalStore(words?.subscribe ?? never, () => words?.keptAt ?? null);
}

const never = () => () => {};
