import { lastDay, type Span, without } from "../../status/rules/spans";

/**
 * How the days of two records of one child become one line. A child is at one school at a time, and has one ranked list
 * of needs: on a day of which both records say something, the kept one counts; on a day of which it says nothing, the
 * other does. What no longer counts stays readable as what the other record said.
 */

/** The days of a fact of the other record on which the kept one says nothing. */
export function daysLeft(fact: Span, kept: readonly Span[]): Span[] {
  return kept.reduce<Span[]>((left, said) => left.flatMap((span) => without(span, said)), [fact]);
}

/** Whether all days of a fact are left. */
export function isWhole(fact: Span, left: readonly Span[]): boolean {
  const [only] = left;
  return left.length === 1 && only?.startsOn === fact.startsOn && lastDay(only) === lastDay(fact);
}

type Spell = Span & { entryReason?: string; exitReason?: string };

/** A spell on fewer days: it keeps the reason of an edge that stays, and goes over to the kept record at one that is cut. */
export function cutTo<Cut extends Spell>(spell: Cut, { startsOn, endsOn }: Span) {
  const { entryReason, exitReason, ...rest } = spell;
  const entry = startsOn === spell.startsOn && entryReason !== undefined ? { entryReason } : {};
  const exit = endsOn === spell.endsOn ? { exitReason } : { exitReason: "movedWithinDistrict" };
  return { ...rest, ...entry, ...(exit.exitReason !== undefined && exit), startsOn, endsOn };
}
