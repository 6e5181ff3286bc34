import { useEffect, useState } from "react";
import type { FormWords } from "#src/lib/formWords.ts";
import { useKeptAt } from "#src/lib/useWords.ts";

/**
 * Whether a part of the record is open to be written. Its fields save themselves, so that nobody comes back to look for
 * words that were not: a part that has kept some opens with them.
 */
export function useOpenWithWords(words: FormWords | undefined) {
  const opening = useState(false);
  const [, setIsOpen] = opening;
  const hasWords = useKeptAt(words) !== null;
  useEffect(() => {
    if (hasWords) setIsOpen(true);
  }, [hasWords]);
  return opening;
}
