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

/** Whether two rows tell the same of overlapping days. */
export const isTwin = <Row extends Span>(one: Row, other: Row, part: (row: Row) => string): boolean =>
  part(one) === part(other) && overlaps(one, other);
