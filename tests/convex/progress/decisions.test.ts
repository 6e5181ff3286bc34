import { expect, test } from "vitest";
import {
  type AimLine,
  aimOn,
  neededPerWeek,
  progressToTarget,
  projectedOn,
} from "#convex/progress/rules/aimLine.ts";
import { consecutivePointDecision, falseAlarmRate, trendDecision } from "#convex/progress/rules/decisions.ts";
import type { Point } from "#convex/progress/rules/series.ts";
import { trendOf } from "#convex/progress/rules/trend.ts";

const aim: AimLine = { baseline: { on: "2025-09-08", value: 52 }, target: { on: "2026-05-29", value: 90 } };

/** Weekly points from a day on, each `above` the aim line by the given amount. */
function alongTheAim(above: readonly number[], line = aim): Point[] {
  return above.map((gap, i) => {
    const on = new Date(Date.parse("2025-09-15T00:00:00Z") + i * 7 * 86_400_000).toISOString().slice(0, 10);
    return { on, value: aimOn(line, on) + gap };
  });
}

test("the aim line from 52 in September to 90 in May asks for 1.0114 a week and 64.137 on 1 December", () => {
  expect(neededPerWeek(aim)).toBeCloseTo(1.0114, 4);
  expect(aimOn(aim, "2025-12-01")).toBeCloseTo(64.137, 3);
});

test("progress to the target is the share of the way come, also downwards", () => {
  expect(progressToTarget(aim, 71)).toBeCloseTo(0.5, 10);
  const down: AimLine = { baseline: { on: "2025-09-08", value: 10 }, target: { on: "2026-05-29", value: 2 } };
  expect(progressToTarget(down, 4)).toBeCloseTo(0.75, 10);
  expect(progressToTarget({ baseline: aim.baseline, target: { ...aim.target, value: 52 } }, 52)).toBeNull();
});

test("four points in a row under the line ask for a change, four above it for a higher goal", () => {
  expect(consecutivePointDecision(alongTheAim([1, 1, -1, -2, -1, -3]), aim, "increase")).toBe(
    "considerChange",
  );
  expect(consecutivePointDecision(alongTheAim([-1, -1, 1, 2, 1, 3]), aim, "increase")).toBe(
    "considerRaisingGoal",
  );
  expect(consecutivePointDecision(alongTheAim([1, -1, -2, 1, -1, -3]), aim, "increase")).toBe("keepGoing");
});

test("where less is better, four points above the line ask for a change", () => {
  expect(consecutivePointDecision(alongTheAim([1, 1, 1, 2, 1, 3]), aim, "decrease")).toBe("considerChange");
});

test("a point on the line breaks the run", () => {
  expect(consecutivePointDecision(alongTheAim([-1, -1, -1, 0, -1, -3]), aim, "increase")).toBe("keepGoing");
});

test("five points are too few to decide, six are enough", () => {
  expect(consecutivePointDecision(alongTheAim([-1, -1, -1, -1, -1]), aim, "increase")).toBe("notEnoughData");
  expect(consecutivePointDecision(alongTheAim([-1, -1, -1, -1, -1, -1]), aim, "increase")).toBe(
    "considerChange",
  );
});

test.each([
  [10, 3, 0.508],
  [10, 4, 0.245],
  [10, 5, 0.109],
  [10, 6, 0.047],
  [15, 3, 0.676],
  [15, 4, 0.372],
  [15, 5, 0.183],
  [15, 6, 0.085],
  [15, 7, 0.039],
  [20, 4, 0.478],
  [30, 4, 0.639],
  [30, 6, 0.192],
])("a child on course triggers a rule asked at once: %i points, runs of %i, chance %f", (n, k, chance) => {
  expect(falseAlarmRate(n, k, k)).toBeCloseTo(chance, 3);
});

test.each([
  [3, 0.584],
  [4, 0.324],
  [5, 0.1685],
  [6, 0.085],
])("waiting for six points lowers the false alarms of 15: runs of %i, chance %f", (k, chance) => {
  expect(falseAlarmRate(15, k)).toBeCloseTo(chance, 3);
});

test("the trend rule speaks only when the interval leaves the needed rate out", () => {
  const line = { slopePerWeek: 0.4, intercept: 0, standardError: 0.1, r2: 0.5 };
  expect(trendDecision({ ...line, interval: { low: 0.2, high: 0.6 } }, aim, "increase")).toBe(
    "slowerThanNeeded",
  );
  expect(trendDecision({ ...line, interval: { low: 0.2, high: 1.2 } }, aim, "increase")).toBe(
    "withinUncertainty",
  );
  expect(trendDecision({ ...line, interval: { low: 0.2, high: 0.6 } }, aim, "decrease")).toBe(
    "fasterThanNeeded",
  );
  expect(trendDecision(null, aim, "increase")).toBe("notEnoughData");
});

test("no trend is shown under five points, a provisional one under ten, a firm one from ten on", () => {
  expect(trendOf(alongTheAim([0, 0, 0, 0]), aim, "increase")).toMatchObject({
    status: "notEnoughData",
    theilSen: null,
    ols: null,
  });
  expect(trendOf(alongTheAim([0, 0, 0, 0, 0]), aim, "increase").status).toBe("provisional");
  expect(trendOf(alongTheAim(Array.from({ length: 10 }, () => 0)), aim, "increase").status).toBe("ok");
});

test("a child on the aim line is projected to reach the target on its day", () => {
  expect(trendOf(alongTheAim([0, 0, 0, 0, 0, 0]), aim, "increase").projectedOn).toBe("2026-05-29");
});

test("a line that goes the wrong way is not on course", () => {
  const fitted = { slopePerWeek: -0.5, valueAtLast: 60, lastOn: "2025-12-01" };
  expect(projectedOn(90, "increase", fitted)).toBeNull();
  expect(projectedOn(50, "decrease", fitted)).toBe("2026-04-20");
});
