import { expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { pictureOf } from "#convex/progress/rules/picture.ts";
import { chartData, dayAt, roundTicks } from "#src/features/progress/chart/chartData.ts";
import type { Observation } from "#src/features/progress/goalProgress.ts";
import { otherMethods } from "#src/features/progress/otherMethods.ts";

const goal = {
  baseline: { value: 40, on: "2026-01-05" },
  target: { value: 90, on: "2026-06-01" },
  direction: "increase" as const,
};

function charted(measured: [string, number][]) {
  const observations = measured.map(
    ([observedOn, value]): Observation => ({
      observationId: `${observedOn}` as Id<"observations">,
      observedOn,
      value,
      trials: null,
      note: null,
      setting: null,
      promptLevel: null,
      recordedBy: null,
      recordedAt: 0,
    }),
  );
  const { aimLine, trend } = pictureOf(
    goal,
    measured.map(([on, value]) => ({ on, value })),
  );
  const progress = { observations, aimLine, trend };
  return { ...chartData(progress), withOthers: chartData(progress, otherMethods(progress)) };
}

test("the aim line goes from the baseline to the target, whatever was measured", () => {
  const { points, lastX, phaseX } = charted([]);
  expect(points.map(({ x, aim }) => [x, aim])).toEqual([
    [0, 40],
    [147, 90],
  ]);
  expect(lastX).toBe(147);
  expect(phaseX).toBeNull();
});

test("time is counted in days, also before the baseline and after the target", () => {
  const data = charted([
    ["2025-12-29", 38],
    ["2026-06-08", 95],
  ]);
  expect(data.firstOn).toBe("2025-12-29");
  expect(data.points.filter(({ value }) => value !== undefined).map(({ x }) => x)).toEqual([0, 161]);
  expect(data.lastX).toBe(161);
  expect(data.phaseX).toBe(7);
  expect(dayAt(data, 7)).toBe("2026-01-05");
});

test("no trend is drawn under five measurements after the baseline", () => {
  const { points } = charted([
    ["2026-01-12", 42],
    ["2026-01-19", 44],
    ["2026-01-26", 46],
    ["2026-02-02", 48],
  ]);
  expect(points.some(({ theilSen, ols }) => theilSen !== undefined || ols !== undefined)).toBe(false);
});

test("both trends run from the first to the last measurement they were fitted to", () => {
  const { points } = charted([
    ["2026-01-12", 42],
    ["2026-01-19", 44],
    ["2026-01-26", 46],
    ["2026-02-02", 48],
    ["2026-02-09", 50],
  ]);
  const drawn = points.filter(({ theilSen }) => theilSen !== undefined);
  expect(drawn.map(({ on, theilSen }) => [on, theilSen])).toEqual([
    ["2026-01-12", 42],
    ["2026-02-09", 50],
  ]);
  expect(drawn.map(({ ols }) => Math.round((ols ?? 0) * 1e6) / 1e6)).toEqual([42, 50]);
});

test("the vertical axis has round values around everything that is drawn", () => {
  expect(roundTicks(41, 104)).toEqual([20, 40, 60, 80, 100, 120]);
  expect(roundTicks(0, 10)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  expect(roundTicks(1.2, 1.9)).toEqual([1, 1.2, 1.4, 1.6, 1.8, 2]);
  expect(roundTicks(5, 5)).toEqual([4.8, 5, 5.2]);
});

test("the lines of other methods are fitted after the baseline, and drawn when asked for", () => {
  const straight = charted([
    ["2025-12-29", 70],
    ["2026-01-12", 42],
    ["2026-01-19", 44],
    ["2026-01-26", 46],
    ["2026-02-02", 48],
    ["2026-02-09", 50],
  ]);
  const ends = (points: typeof straight.points, method: "threeGroup" | "splitMiddle") =>
    points.map((point) => point[method]).filter((height) => height !== undefined);
  expect(ends(straight.points, "threeGroup")).toEqual([]);
  for (const method of ["threeGroup", "splitMiddle"] as const) {
    const [first = 0, last = 0] = ends(straight.withOthers.points, method);
    expect([first, last]).toEqual([expect.closeTo(42), expect.closeTo(50)]);
  }
});

test("no other method draws what is too little for a trend", () => {
  const { withOthers } = charted([
    ["2026-01-12", 42],
    ["2026-01-19", 44],
    ["2026-01-26", 46],
    ["2026-02-02", 48],
  ]);
  expect(withOthers.points.some(({ splitMiddle }) => splitMiddle !== undefined)).toBe(false);
});
