import type { MeasureUnit } from "#src/lib/words.ts";

/** How a value is given: chosen from a few, counted up, or typed on a number pad. */
export type Pad = "choose" | "tally" | "number";

const pads: Record<MeasureUnit, Pad> = {
  percent: "choose",
  rating: "choose",
  trials: "choose",
  count: "tally",
  wordsPerMinute: "number",
  minutes: "number",
};

export const padFor = (unit: MeasureUnit): Pad => pads[unit];

/** A session of trials has ten unless the last one had another number. */
export const USUAL_TRIALS = 10;

/** The values offered for one tap. */
export function choicesFor(unit: MeasureUnit, trials: number): number[] {
  if (unit === "percent") return Array.from({ length: 11 }, (_, index) => index * 10);
  if (unit === "rating") return Array.from({ length: 11 }, (_, index) => index);
  return Array.from({ length: trials + 1 }, (_, index) => index);
}

/** What a number pad shows after one more key; at most four digits and one decimal. */
export function typedNumber(before: string, key: string): string {
  if (key === "back") return before.slice(0, -1);
  if (key === ".") return before.includes(".") || before === "" ? before : `${before}.`;
  const next = before === "0" ? key : `${before}${key}`;
  return /^\d{0,4}(\.\d?)?$/.test(next) ? next : before;
}
