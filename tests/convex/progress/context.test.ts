import { expect, test } from "vitest";
import { phaseEffect } from "#convex/progress/rules/effects.ts";
import { firstMastered, meanOfSessionPercents, pooledPercent } from "#convex/progress/rules/mastery.ts";
import {
  readingBracket,
  readingNorms,
  seasonOf,
  weeklyNormGrowth,
} from "#convex/progress/rules/readingNorms.ts";

test("the nine-index example of Parker, Vannest and Davis gives its published effects", () => {
  const effect = phaseEffect([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], "increase");
  expect(effect?.pnd).toBeCloseTo(5 / 7, 10);
  expect(effect?.nap).toBeCloseTo(38.5 / 42, 10);
  expect(effect?.tau).toBeCloseTo(35 / 42, 10);
  expect(effect?.tauU).toBeCloseTo(31 / 42, 10);
});

test("effects turn over with the direction, and an empty phase has none", () => {
  expect(phaseEffect([9, 8], [2, 1], "decrease")).toMatchObject({ pnd: 1, nap: 1, tau: 1 });
  expect(phaseEffect([9, 8], [2, 1], "increase")).toMatchObject({ pnd: 0, nap: 0, tau: -1 });
  expect(phaseEffect([], [2, 1], "increase")).toBeNull();
});

test("pooled percent and the mean of session percents differ", () => {
  const sessions = [
    { correct: 1, total: 2 },
    { correct: 9, total: 10 },
    { correct: 4, total: 8 },
  ];
  expect(pooledPercent(sessions)).toBeCloseTo(70, 10);
  expect(meanOfSessionPercents(sessions)).toBeCloseTo(63.33, 2);
  expect(pooledPercent([{ correct: 0, total: 0 }])).toBeNull();
});

test("80 in 4 of the last 5 is first met at the seventh session", () => {
  expect(firstMastered([60, 75, 80, 85, 70, 80, 90, 85], { value: 80, met: 4, of: 5 }, "increase")).toBe(7);
  expect(firstMastered([60, 75, 80, 85, 70], { value: 80, met: 4, of: 5 }, "increase")).toBeNull();
  expect(firstMastered([5, 2, 1, 2], { value: 2, met: 3, of: 3 }, "decrease")).toBe(4);
});

test("a third grader at 74 words in winter reads between the published 10th and 25th percentile", () => {
  expect(readingBracket(3, "winter", 74)).toEqual({ atLeast: 10, below: 25 });
  expect(readingBracket(3, "winter", 61)).toEqual({ atLeast: null, below: 10 });
  expect(readingBracket(3, "winter", 161)).toEqual({ atLeast: 90, below: null });
});

test("first grade has no autumn norm, and grades past six none at all", () => {
  expect(readingNorms(1, "autumn")).toBeNull();
  expect(readingNorms(7, "spring")).toBeNull();
  expect(readingBracket(1, "autumn", 20)).toBeNull();
});

test("weekly growth is computed, so the three misprinted cells come out right", () => {
  expect(weeklyNormGrowth(5, 10)).toBeCloseTo(1.19, 2);
  expect(weeklyNormGrowth(6, 50)).toBeCloseTo(0.44, 2);
  expect(weeklyNormGrowth(1, 10)).toBeCloseTo(0.56, 2);
  expect(weeklyNormGrowth(7, 50)).toBeNull();
});

test("a school year runs autumn, winter, spring", () => {
  expect(["2026-09-01", "2026-12-01", "2027-02-28", "2027-03-01"].map(seasonOf)).toEqual([
    "autumn",
    "winter",
    "winter",
    "spring",
  ]);
});
