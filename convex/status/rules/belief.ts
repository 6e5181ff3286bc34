/**
 * The second axis of time: not when something was so, but when the record said so. A row is believed from the
 * instant it was recorded until the instant it was superseded.
 */
export type Believed = { recordedAt: number; supersededAt?: number | undefined };

/** What the record says now. */
export function believedNow<Row extends Believed>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.supersededAt === undefined);
}

/** What the record said at an instant; whatever was recorded in that very millisecond counts. */
export function believedAt<Row extends Believed>(rows: readonly Row[], instant: number): Row[] {
  return rows.filter(
    (row) => row.recordedAt <= instant && (row.supersededAt === undefined || row.supersededAt > instant),
  );
}
