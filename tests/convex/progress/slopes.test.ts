import { expect, test } from "vitest";
import type { Weekly } from "#convex/progress/rules/series.ts";
import {
  firstToLast,
  ordinaryLeastSquares,
  splitMiddleLine,
  theilSen,
  threeGroupLine,
} from "#convex/progress/rules/slopes.ts";
import { chanceWithin, criticalT } from "#convex/progress/rules/studentT.ts";

const weeks = [1, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18];
const words = [41, 62, 63, 75, 64, 80, 83, 83, 56, 104, 74];
const reading: Weekly[] = weeks.map((x, i) => ({ x, y: words[i] ?? Number.NaN }));

test("the grade-3 reading series has five slopes, and each method gives its own", () => {
  expect(firstToLast(reading)).toBeCloseTo(1.94, 2);
  expect(threeGroupLine(reading)?.slopePerWeek).toBeCloseTo(2.13, 2);
  expect(ordinaryLeastSquares(reading)?.slopePerWeek).toBeCloseTo(2.51, 2);
  expect(ordinaryLeastSquares(reading)?.standardError).toBeCloseTo(0.83, 2);
  expect(theilSen(reading)?.slopePerWeek).toBeCloseTo(2.75, 2);
  expect(splitMiddleLine(reading)?.slopePerWeek).toBeCloseTo(3.33, 2);
});

test("the interval of the least-squares slope is the slope plus and minus t times its error", () => {
  const line = ordinaryLeastSquares(reading);
  if (!line) throw new Error("eleven points make a line");
  expect(line.interval.high - line.slopePerWeek).toBeCloseTo(2.2622 * line.standardError, 3);
  expect(line.slopePerWeek - line.interval.low).toBeCloseTo(2.2622 * line.standardError, 3);
});

test("critical values of t agree with the printed tables", () => {
  expect(criticalT(1)).toBeCloseTo(12.706, 3);
  expect(criticalT(2)).toBeCloseTo(4.303, 3);
  expect(criticalT(3)).toBeCloseTo(3.182, 3);
  expect(criticalT(10)).toBeCloseTo(2.228, 3);
  expect(criticalT(29, 0.99)).toBeCloseTo(2.756, 3);
  expect(chanceWithin(0, 7)).toBe(0);
});

test("one wild point moves least squares and leaves Theil-Sen where it was", () => {
  const straight: Weekly[] = [0, 1, 2, 3, 4, 5, 6].map((x) => ({ x, y: 2 * x }));
  const wild = straight.map((point) => (point.x === 6 ? { x: 6, y: 60 } : point));
  expect(theilSen(wild)?.slopePerWeek).toBe(2);
  expect(ordinaryLeastSquares(wild)?.slopePerWeek).toBeGreaterThan(5);
});

test("points of a single day make no line by any method", () => {
  const oneDay: Weekly[] = [3, 5, 9, 4].map((y) => ({ x: 0, y }));
  expect(theilSen(oneDay)).toBeNull();
  expect(ordinaryLeastSquares(oneDay)).toBeNull();
  expect(threeGroupLine(oneDay)).toBeNull();
  expect(splitMiddleLine(oneDay)).toBeNull();
  expect(firstToLast(oneDay)).toBeNull();
});

test("a flat series explains no variance and does not claim to", () => {
  const flat: Weekly[] = [0, 1, 2, 3].map((x) => ({ x, y: 7 }));
  expect(ordinaryLeastSquares(flat)).toMatchObject({ slopePerWeek: 0, r2: null });
});
