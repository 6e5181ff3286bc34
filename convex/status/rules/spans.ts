import { addDays, type CivilDay } from "../../dates";

/** A stretch of days, both ends included; without an end it goes on until further notice. */
export type Span = { startsOn: CivilDay; endsOn?: CivilDay | undefined };

/** Later than any day that is written, in the order of text. */
const OPEN_END = "9999-12-31";

export const lastDay = ({ endsOn }: Span): CivilDay => endsOn ?? OPEN_END;

export function overlaps(a: Span, b: Span): boolean {
  return a.startsOn <= lastDay(b) && b.startsOn <= lastDay(a);
}

/** Whether b starts on the day after a ends. */
export function follows(a: Span, b: Span): boolean {
  return a.endsOn !== undefined && addDays(a.endsOn, 1) === b.startsOn;
}

/** The spans as few as possible, in order: those that touch become one. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const last = result.at(-1);
    const touches = last && (last.endsOn === undefined || span.startsOn <= addDays(last.endsOn, 1));
    if (!last || !touches) result.push({ startsOn: span.startsOn, endsOn: span.endsOn });
    else if (last.endsOn !== undefined && lastDay(span) > last.endsOn) last.endsOn = span.endsOn;
  }
  return result;
}

/** What of a span lies outside a stretch of days: what is before it, what is after it. */
export function without(span: Span, cut: Span): Span[] {
  if (!overlaps(span, cut)) return [span];
  const left: Span[] =
    span.startsOn < cut.startsOn ? [{ startsOn: span.startsOn, endsOn: addDays(cut.startsOn, -1) }] : [];
  const right: Span[] =
    cut.endsOn !== undefined && lastDay(span) > cut.endsOn
      ? [{ startsOn: addDays(cut.endsOn, 1), endsOn: span.endsOn }]
      : [];
  return [...left, ...right];
}

/** A gap: days between two spans that none covers. */
export type Gap = { from: CivilDay; until: CivilDay };

export function gapsBetween(spans: readonly Span[]): Gap[] {
  const covered = merged(spans);
  return covered.slice(1).map((span, i) => ({
    // Only the last of the merged spans can be open, so the one before has an end.
    from: addDays(lastDay(covered[i] ?? span), 1),
    until: addDays(span.startsOn, -1),
  }));
}

/** The first gap that was not one before, or null: days that a change leaves without a status. */
export function newGap(before: readonly Span[], after: readonly Span[]): Gap | null {
  const known = gapsBetween(before);
  const isKnown = (gap: Gap) => known.some(({ from, until }) => from <= gap.from && gap.until <= until);
  return gapsBetween(after).find((gap) => !isKnown(gap)) ?? null;
}
