import { Slice } from "@tiptap/pm/model";
import { ReplaceAroundStep, ReplaceStep, type Step } from "@tiptap/pm/transform";

/**
 * The words that steps would have brought, as plain text to paste: what was typed or pasted, one line a block.
 * Typing one letter at a time makes one step a letter, so neighbouring steps are joined as they stood.
 */
export function wordsOf(steps: readonly Step[]): string {
  let words = "";
  let end: number | null = null;
  for (const step of steps) {
    if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) continue;
    const text = textOf(step.slice);
    if (!text) continue;
    const isNext = end === step.from || words === "";
    words += isNext ? text : `\n${text}`;
    end = step.from + step.slice.size;
  }
  return words.trim();
}

function textOf(slice: Slice): string {
  if (slice === Slice.empty) return "";
  return slice.content.textBetween(0, slice.content.size, "\n", " ");
}
