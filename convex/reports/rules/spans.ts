import { addDays, type CivilDay, daysBetween } from "../../dates";

/** A stretch of days, the last one included; without an end it goes on. */
export type Span = { startsOn: CivilDay; endsOn?: CivilDay | undefined };

const FOREVER = "9999-12-31";
const lastOf = ({ endsOn }: Span): CivilDay => endsOn ?? FOREVER;
const dayAfter = (day: CivilDay): CivilDay => (day === FOREVER ? day : addDays(day, 1));

/**
 * The same days as the spans cover, in as few stretches as possible: spans that overlap or follow one another
 * without a day between are one. Moving from SEN support to a plan the next day is neither an entry nor an exit.
 */
export function merged(spans: readonly Span[]): Span[] {
  const ordered = spans
    .filter((span) => span.startsOn <= lastOf(span))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  const whole: Span[] = [];
  for (const span of ordered) {
    const last = whole[whole.length - 1];
    if (last === undefined || span.startsOn > dayAfter(lastOf(last))) {
      whole.push({ ...span });
    } else if (lastOf(span) > lastOf(last)) {
      last.endsOn = span.endsOn;
    }
  }
  return whole;
}

/** Whether a span has any day of a period. */
export function touches(span: Span, period: { from: CivilDay; to: CivilDay }): boolean {
  return span.startsOn <= period.to && lastOf(span) >= period.from;
}

export type Movement = {
  /** In it on the day before the period. */
  opening: number;
  entered: number;
  /** Whose first day out lies in the period. */
  left: number;
  /** In it on the last day of the period: opening + entered - left, always. */
  closing: number;
  /** How many days each of those who left had been in. */
  stays: number[];
};

/** What happens in a period to one child's spans, which are merged. */
export function movementIn(spans: readonly Span[], period: { from: CivilDay; to: CivilDay }): Movement {
  const before = addDays(period.from, -1);
  const on = (day: CivilDay) => spans.filter((span) => span.startsOn <= day && day <= lastOf(span)).length;
  const leaving = spans.filter(
    ({ startsOn, endsOn }) =>
      endsOn !== undefined && endsOn >= before && endsOn < period.to && startsOn <= endsOn,
  );
  return {
    opening: on(before),
    entered: spans.filter(({ startsOn }) => period.from <= startsOn && startsOn <= period.to).length,
    left: leaving.length,
    closing: on(period.to),
    stays: leaving.map(({ startsOn, endsOn = startsOn }) => daysBetween(startsOn, endsOn) + 1),
  };
}

/** The middle of numbers given as value and how often; the mean of the two in the middle of an even count. */
export function medianOf(counted: readonly { value: number; n: number }[]): number | null {
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const ordered = [...counted].sort((a, b) => a.value - b.value);
  const at = (position: number) => {
    let seen = 0;
    for (const { value, n } of ordered) {
      seen += n;
      if (position < seen) return value;
    }
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
