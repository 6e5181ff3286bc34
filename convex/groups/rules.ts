import * as z from "zod/mini";
import type { CivilDay } from "../dates";
import { optionalText, requiredText } from "../typed";

/** What a person types about a group; the form and the function run the same schema. */
export const groupInput = z.object({
  name: requiredText(80),
  kind: z.enum(["classroom", "teachingGroup"], "required"),
  subject: optionalText(80),
});

type Span = { startsOn: CivilDay; endsOn?: CivilDay | undefined };

/** Whether two spells share a day. */
export function clashes(one: Span, other: Span): boolean {
  const isOpenTo = (span: Span, day: CivilDay) => span.endsOn === undefined || day <= span.endsOn;
  return isOpenTo(one, other.startsOn) && isOpenTo(other, one.startsOn) && !isEmpty(one) && !isEmpty(other);
}

/** A spell that was taken back before it began has no day. */
export function isEmpty(span: Span): boolean {
  return span.endsOn !== undefined && span.endsOn < span.startsOn;
}
