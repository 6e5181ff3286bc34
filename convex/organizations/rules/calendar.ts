import * as z from "zod/mini";
import { addDays, type CivilDay } from "../../dates";
import type { Problem } from "../../errors";
import { day, requiredText } from "../../typed";

/** What a person types about a term, or about days without school; the form runs the same schema. */
export const namedSpanInput = z.object({ name: requiredText(80), startsOn: day, endsOn: day });

type Span = { startsOn: CivilDay; endsOn: CivilDay };

/** Longer than a school year is a slip of the pen. */
const LONGEST_DAYS = 400;

/** What is wrong with the days of a term or a closure, or null. */
export function calendarProblem({ startsOn, endsOn }: Span): Pick<Problem, "code" | "params"> | null {
  if (endsOn < startsOn) return { code: "days_out_of_order" };
  const latest = addDays(startsOn, LONGEST_DAYS);
  return endsOn > latest ? { code: "days_too_far_apart", params: { latest } } : null;
}

/** Whether two spans share a day. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
}
