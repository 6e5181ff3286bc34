import type { Doc } from "../../_generated/dataModel";
import type { CivilDay } from "../../dates";

/** A decision, as far as it tells where a consent stands. */
export type Decided = Pick<
  Doc<"consents">,
  "decision" | "decidedOn" | "endsOn" | "recipient" | "recordedAt" | "retractedAt"
>;

/** Never asked or answered; given; refused; withdrawn; given once and run out. */
export type StandingState = "none" | "given" | "refused" | "withdrawn" | "ended";

/**
 * The decision that counts on a day: the last one made by then, and of two on one day the one recorded later. What
 * was recorded in error does not count. A decision that names no recipient is about all of them.
 */
export function decisionOn<Row extends Decided>(
  rows: readonly Row[],
  day: CivilDay,
  recipient?: string,
): Row | null {
  const asked = recipient === undefined ? undefined : recipientKey(recipient);
  let last: Row | null = null;
  for (const row of rows) {
    if (row.retractedAt !== undefined || row.decidedOn > day) continue;
    if (asked !== undefined && row.recipient !== undefined && recipientKey(row.recipient) !== asked) continue;
    if (last === null || isLater(row, last)) last = row;
  }
  return last;
}

/** Where a consent stands on a day. Nothing is retroactive: a later decision leaves earlier days as they were. */
export function standingOn(rows: readonly Decided[], day: CivilDay, recipient?: string): StandingState {
  const last = decisionOn(rows, day, recipient);
  if (last === null) return "none";
  if (last.decision === "given" && last.endsOn !== undefined && last.endsOn < day) return "ended";
  return last.decision;
}

function isLater(a: Decided, b: Decided): boolean {
  return a.decidedOn === b.decidedOn ? a.recordedAt >= b.recordedAt : a.decidedOn > b.decidedOn;
}

/** Two spellings of one recipient. */
export function recipientKey(recipient: string): string {
  return recipient.trim().replace(/\s+/g, " ").toLocaleLowerCase("en");
}
