import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decided, decisionOn, standingOn } from "#convex/consent/rules/standing.ts";

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
const days = Array.from({ length: 12 }, (_, index) => `2026-03-${String(index + 1).padStart(2, "0")}`);
const decisions = ["given", "refused", "withdrawn"] as const;

const decided = fc
  .record({
    decision: fc.constantFrom(...decisions),
    decidedOn: fc.constantFrom(...days),
    lasts: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    isRetracted: fc.boolean(),
  })
  .map(({ decision, decidedOn, lasts, isRetracted }, ...rest) => ({
    decision,
    decidedOn,
    lasts,
    isRetracted,
    rest,
  }));

/** A sequence as it is recorded: each later than the one before, whatever day it is about. */
const sequence = fc.array(decided, { maxLength: 14 }).map((rows) =>
  rows.map(
    ({ decision, decidedOn, lasts, isRetracted }, index): Decided => ({
      decision,
      decidedOn,
      recordedAt: index,
      ...(lasts !== undefined && {
        endsOn: days[Math.min(days.length - 1, days.indexOf(decidedOn) + lasts)],
      }),
      ...(isRetracted && { retractedAt: index }),
    }),
  ),
);

/** The same question answered the slow way: sort what counts, take the last. */
function slowly(rows: readonly Decided[], day: string) {
  const counting = rows
    .filter((row) => row.retractedAt === undefined && row.decidedOn <= day)
    .sort((a, b) => a.decidedOn.localeCompare(b.decidedOn) || a.recordedAt - b.recordedAt);
  const last = counting.at(-1);
  if (!last) return "none";
  return last.decision === "given" && last.endsOn !== undefined && last.endsOn < day
    ? "ended"
    : last.decision;
}

describe("where a consent stands, for any sequence of decisions", () => {
  test("is, on any day, the last one valid that day", () => {
    fc.assert(
      fc.property(sequence, fc.constantFrom(...days), (rows, day) => {
        expect(standingOn(rows, day)).toBe(slowly(rows, day));
      }),
      { numRuns: runs },
    );
  });

  test("does not depend on the order in which rows are read", () => {
    fc.assert(
      fc.property(sequence, fc.constantFrom(...days), (rows, day) => {
        expect(standingOn([...rows].reverse(), day)).toBe(standingOn(rows, day));
      }),
      { numRuns: runs },
    );
  });

  test("is never changed for earlier days by a later decision", () => {
    fc.assert(
      fc.property(sequence, decided, fc.constantFrom(...days), (rows, later, day) => {
        fc.pre(later.decidedOn > day);
        const more = [
          ...rows,
          { decision: later.decision, decidedOn: later.decidedOn, recordedAt: rows.length },
        ];
        expect(standingOn(more, day)).toBe(standingOn(rows, day));
      }),
      { numRuns: runs },
    );
  });
});

test("a decision about one recipient says nothing about another, and one about all says it of each", () => {
  const about = (recipient: string | undefined, decision: Decided["decision"], day: number): Decided => ({
    decision,
    decidedOn: days[day] ?? "",
    recordedAt: day,
    ...(recipient && { recipient }),
  });
  const rows = [about("Speech clinic", "given", 0), about("Swimming club", "refused", 1)];
  expect(standingOn(rows, "2026-03-09", "speech  CLINIC")).toBe("given");
  expect(standingOn(rows, "2026-03-09", "Swimming club")).toBe("refused");
  const all = [...rows, about(undefined, "withdrawn", 2)];
  expect(standingOn(all, "2026-03-09", "Speech clinic")).toBe("withdrawn");
  expect(decisionOn(all, "2026-03-02", "Speech clinic")?.decision).toBe("given");
});
