import { lastDay, overlaps, type Span } from "../../status/rules/spans";

/**
 * One person in one part on the same days, told twice: each of two records said so before one became part of the
 * other. A record by itself never says it twice.
 */

/** Rows as people count them: those that tell the same become one, from the first day of any to the last of any. */
export function withoutTwins<Row extends Span>(rows: readonly Row[], part: (row: Row) => string): Row[] {
  const told: Row[] = [];
  for (const row of [...rows].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const at = told.findIndex((other) => isTwin(other, row, part));
    const twin = told[at];
    if (!twin) told.push(row);
    else if (lastDay(row) > lastDay(twin)) told[at] = { ...twin, endsOn: row.endsOn };
  }
  return told;
}

/** All that tell the same as one of the rows: of days that overlap its own, or those of another that does. */
export function twinsOf<Row extends Span>(row: Row, rows: readonly Row[], part: (row: Row) => string): Row[] {
  const whole = withoutTwins(rows, part).find((told) => isTwin(told, row, part)) ?? row;
  return rows.filter((other) => isTwin(whole, other, part));
}

/** From the first day that any of the rows tells of to the last. */
export function wholeOf(rows: readonly Span[]): Span {
  const startsOn = rows.map((row) => row.startsOn).reduce((a, b) => (a < b ? a : b));
  return rows.some(({ endsOn }) => endsOn === undefined)
    ? { startsOn }
    : { startsOn, endsOn: rows.map(lastDay).reduce((a, b) => (a > b ? a : b)) };
}

/** Whether two rows tell the same of overlapping days. */
const isTwin = <Row extends Span>(one: Row, other: Row, part: (row: Row) => string): boolean =>
  part(one) === part(other) && overlaps(one, other);
