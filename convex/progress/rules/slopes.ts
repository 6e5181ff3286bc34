import { linearRegression, median } from "simple-statistics";
import type { Weekly } from "./series";
import { criticalT } from "./studentT";

/** A line through a series: value = intercept + slopePerWeek * weeks since the first point. */
export type Line = { readonly slopePerWeek: number; readonly intercept: number };

/** An ordinary-least-squares line with what it takes to judge it. */
export type FittedLine = Line & {
  /** Standard error of the slope. */
  readonly standardError: number;
  /** Share of the variance that the line explains; null when all values are equal. */
  readonly r2: number | null;
  /** The 95 % interval of the slope, by Student's t with n - 2 degrees of freedom. */
  readonly interval: { readonly low: number; readonly high: number };
};

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const xs = (points: readonly Weekly[]) => points.map((point) => point.x);
const ys = (points: readonly Weekly[]) => points.map((point) => point.y);
const hasSpread = (points: readonly Weekly[]) => points.some((point) => point.x !== points[0]?.x);

/**
 * Ordinary least squares (F4): b = Sxy/Sxx, SE_b = sqrt(SSE/(n-2))/sqrt(Sxx), b ± t(n-2) SE_b.
 * Null under three points or when all points share one day.
 */
export function ordinaryLeastSquares(points: readonly Weekly[]): FittedLine | null {
  if (points.length < 3 || !hasSpread(points)) return null;
  const { m: slopePerWeek, b: intercept } = linearRegression(points.map(({ x, y }) => [x, y]));
  const meanX = sumOf(xs(points)) / points.length;
  const meanY = sumOf(ys(points)) / points.length;
  const sxx = sumOf(points.map(({ x }) => (x - meanX) ** 2));
  const sse = sumOf(points.map(({ x, y }) => (y - intercept - slopePerWeek * x) ** 2));
  const sst = sumOf(points.map(({ y }) => (y - meanY) ** 2));
  const standardError = Math.sqrt(sse / (points.length - 2)) / Math.sqrt(sxx);
  const reach = criticalT(points.length - 2) * standardError;
  return {
    slopePerWeek,
    intercept,
    standardError,
    r2: sst === 0 ? null : 1 - sse / sst,
    interval: { low: slopePerWeek - reach, high: slopePerWeek + reach },
  };
}

/**
 * Theil-Sen (F5): the median of the slopes of all pairs on different days, with the intercept
 * median(y) - b * median(x), the convention SciPy's theilslopes uses. One wild point cannot tip it.
 */
export function theilSen(points: readonly Weekly[]): Line | null {
  const slopes: number[] = [];
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) if (a.x !== b.x) slopes.push((b.y - a.y) / (b.x - a.x));
  }
  if (slopes.length === 0) return null;
  const slopePerWeek = median(slopes);
  return { slopePerWeek, intercept: median(ys(points)) - slopePerWeek * median(xs(points)) };
}

/**
 * Tukey's three-group line (F6; Tukey, Exploratory Data Analysis, 1977): medians of the outer thirds.
 * One point left over goes to the middle third, two go one to each outer third.
 */
export function threeGroupLine(points: readonly Weekly[]): Line | null {
  if (points.length < 3) return null;
  const outer = Math.floor((points.length + 1) / 3);
  const groups = [points.slice(0, outer), points.slice(outer, -outer), points.slice(-outer)];
  const centres = groups.map((group) => ({ x: median(xs(group)), y: median(ys(group)) }));
  const [left, , right] = centres;
  if (!left || !right || left.x === right.x) return null;
  const slopePerWeek = (right.y - left.y) / (right.x - left.x);
  return { slopePerWeek, intercept: sumOf(centres.map(({ x, y }) => y - slopePerWeek * x)) / 3 };
}

/**
 * The split-middle line (F7; White & Haring, 1980): join the medians of the two halves (an odd middle point
 * belongs to neither), then slide the line until as many points lie above it as below.
 */
export function splitMiddleLine(points: readonly Weekly[]): Line | null {
  if (points.length < 4) return null;
  const half = Math.floor(points.length / 2);
  const [early, late] = [points.slice(0, half), points.slice(-half)];
  const run = median(xs(late)) - median(xs(early));
  if (run === 0) return null;
  const slopePerWeek = (median(ys(late)) - median(ys(early))) / run;
  return { slopePerWeek, intercept: median(points.map(({ x, y }) => y - slopePerWeek * x)) };
}

/** First to last point (F8), per week. It is here to be shown beside the others; never decide on it. */
export function firstToLast(points: readonly Weekly[]): number | null {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last || first.x === last.x) return null;
  return (last.y - first.y) / (last.x - first.x);
}
