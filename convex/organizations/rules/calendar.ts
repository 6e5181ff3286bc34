import * as z from "zod/mini";
import { type CivilDay, daysBetween } from "../../dates";
import type { ErrorCode } from "../../errors";
import { day, requiredText } from "../../typed";

/** What a person types about a term, or about days without school; the form runs the same schema. */
export const namedSpanInput = z.object({ name: requiredText(80), startsOn: day, endsOn: day });

type Span = { startsOn: CivilDay; endsOn: CivilDay };

/** Longer than a school year is a slip of the pen. */
const LONGEST_DAYS = 400;

/** What is wrong with the days of a term or a closure, or null. */
export function calendarProblem({ startsOn, endsOn }: Span): ErrorCode | null {
  if (endsOn < startsOn) return "days_out_of_order";
  return daysBetween(startsOn, endsOn) > LONGEST_DAYS ? "out_of_range" : null;
}

/** Whether two spans share a day. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
}
