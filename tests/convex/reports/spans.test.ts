import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#convex/dates.ts";
import { periodsIn } from "#convex/reports/rules/periods.ts";
import { medianOf, merged, movementIn, type Span } from "#convex/reports/rules/spans.ts";

const RUNS = Number(process.env.REPORT_RUNS ?? 300);
const FIRST = "2022-08-15";
const DAYS = 400;

const day = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(FIRST, offset));
const span = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }))
  .map(
    ([startsOn, length]): Span =>
      length === undefined ? { startsOn } : { startsOn, endsOn: addDays(startsOn, length) },
  );
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 200 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

/** Day by day, without any thought: in or out. */
function walk(spans: readonly Span[], from: string, to: string) {
  const isIn = (on: string) => spans.some(({ startsOn, endsOn = "9999" }) => startsOn <= on && on <= endsOn);
  let [entered, left] = [0, 0];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const [before, now] = [isIn(addDays(on, -1)), isIn(on)];
    if (!before && now) entered += 1;
    if (before && !now) left += 1;
  }
  return { opening: Number(isIn(addDays(from, -1))), entered, left, closing: Number(isIn(to)) };
}

describe("entries into and exits from a status", () => {
  test("are those of a child followed day by day, whatever overlaps or follows on", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), period, (spans, asked) => {
        const { stays, ...counted } = movementIn(merged(spans), asked);
        expect(counted).toEqual(walk(spans, asked.from, asked.to));
        expect(counted.closing).toBe(counted.opening + counted.entered - counted.left);
        expect(stays).toHaveLength(counted.left);
      }),
      { numRuns: RUNS },
    );
  });

  test("a change of status from one day to the next is neither", () => {
    const spans = merged([{ startsOn: "2024-09-02", endsOn: "2025-01-12" }, { startsOn: "2025-01-13" }]);
    expect(spans).toEqual([{ startsOn: "2024-09-02", endsOn: undefined }]);
    expect(movementIn(spans, { from: "2025-01-01", to: "2025-03-31" })).toEqual({
      opening: 1,
      entered: 0,
      left: 0,
      closing: 1,
      stays: [],
    });
  });

  test("a day without is both, and the stay is counted in days", () => {
    const spans = merged([{ startsOn: "2024-09-02", endsOn: "2024-09-11" }, { startsOn: "2024-09-13" }]);
    expect(movementIn(spans, { from: "2024-09-03", to: "2024-09-30" })).toEqual({
      opening: 1,
      entered: 1,
      left: 1,
      closing: 1,
      stays: [10],
    });
  });
});

describe("the median of stays", () => {
  test("is the middle of the list written out", () => {
    const counted = fc.array(fc.record({ value: fc.nat(50), n: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(counted, (pairs) => {
        const list = pairs
          .flatMap(({ value, n }) => Array.from({ length: n }, () => value))
          .sort((a, b) => a - b);
        const [low, high] = [
          list[Math.floor((list.length - 1) / 2)] ?? 0,
          list[Math.floor(list.length / 2)] ?? 0,
        ];
        expect(medianOf(pairs)).toBe((low + high) / 2);
      }),
      { numRuns: RUNS },
    );
    expect(medianOf([])).toBeNull();
  });
});

describe("school years and terms", () => {
  test("are whole, in order, and cover the span", () => {
    const terms = [{ name: "Autumn", startsOn: "2025-09-03", endsOn: "2025-12-19" }];
    expect(periodsIn("2024-10-01", "2025-10-01", { yearStartsOn: "09-01", terms })).toEqual([
      { of: "year", label: "2024/25", from: "2024-09-01", to: "2025-08-31" },
      { of: "year", label: "2025/26", from: "2025-09-01", to: "2026-08-31" },
      { of: "term", label: "Autumn", from: "2025-09-03", to: "2025-12-19" },
    ]);
  });
});
