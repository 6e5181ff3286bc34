import * as z from "zod/mini";
import { type CivilDay, neverHeld } from "../dates";
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
  return (
    isOpenTo(one, other.startsOn) && isOpenTo(other, one.startsOn) && !neverHeld(one) && !neverHeld(other)
  );
}
