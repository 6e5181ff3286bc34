import { addDays, daysBetween } from "#convex/dates.ts";
import type { GoalProgress } from "../goalProgress.ts";
import type { OtherMethods } from "../otherMethods.ts";

/** One day on the time axis; a series without a value there leaves it out. */
export interface ChartPoint {
  /** Days since the chart's first day. */
  readonly x: number;
  readonly on: string;
  readonly value?: number;
  readonly aim?: number;
  readonly theilSen?: number;
  readonly ols?: number;
  readonly threeGroup?: number;
  readonly splitMiddle?: number;
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  readonly firstOn: string;
  readonly lastX: number;
  /** Round values for the vertical axis, lowest first, with everything drawn between the first and the last. */
  readonly ticks: readonly number[];
  /** Where the baseline phase ends, in days; null when nothing was measured in it. */
  readonly phaseX: number | null;
}

type Charted = Pick<GoalProgress, "observations" | "aimLine" | "trend">;

/**
 * Everything that is drawn, on one axis of days: the measurements, the ends of the aim line, and the two trend
 * lines from the first to the last measurement that they were fitted to; with them the other lines, if asked for.
 */
export function chartData(
  { observations, aimLine, trend }: Charted,
  others: OtherMethods | null = null,
): ChartData {
  const { baseline, target } = aimLine;
  const days = [baseline.on, target.on, ...observations.map(({ observedOn }) => observedOn)].sort();
  const firstOn = days[0] ?? baseline.on;
  const x = (on: string) => daysBetween(firstOn, on);
  const measured = observations.map(({ observedOn: on, value }) => ({ x: x(on), on, value }));
  const aim = [baseline, target].map(({ on, value }) => ({ x: x(on), on, aim: value }));
  const lastOn = observations.at(-1)?.observedOn;
  const lines: ChartPoint[] = [];
  if (trend.originOn && lastOn) {
    for (const on of [trend.originOn, lastOn]) {
      const weeks = daysBetween(trend.originOn, on) / 7;
      const { threeGroup, splitMiddle } = others ?? { threeGroup: null, splitMiddle: null };
      const fitted = { theilSen: trend.theilSen, ols: trend.ols, threeGroup, splitMiddle };
      const heights = Object.entries(fitted).flatMap(([name, line]) =>
        line ? [[name, line.intercept + line.slopePerWeek * weeks]] : [],
      );
      lines.push({ x: x(on), on, ...Object.fromEntries(heights) });
    }
  }
  const points: ChartPoint[] = [...measured, ...aim, ...lines].sort((a, b) => a.x - b.x);
  const drawn = points.flatMap(({ value, aim: onAim, theilSen, ols, threeGroup, splitMiddle }) =>
    [value, onAim, theilSen, ols, threeGroup, splitMiddle].filter((one) => one !== undefined),
  );
  const inBaseline = observations.some(({ observedOn }) => observedOn <= baseline.on);
  return {
    points,
    ticks: roundTicks(Math.min(...drawn), Math.max(...drawn)),
    firstOn,
    lastX: x(days.at(-1) ?? firstOn),
    phaseX: inBaseline ? x(baseline.on) : null,
  };
}

/** The day of a place on the axis. */
export function dayAt(data: ChartData, x: number): string {
  return addDays(data.firstOn, Math.round(x));
}

/** Four to nine round values around a span, in steps of 1, 2 or 5 times a power of ten; never below zero. */
export function roundTicks(low: number, high: number): number[] {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => span / size <= 6) ?? power * 10;
  // A little air, so that no point lies on the edge.
  const first = Math.max(0, Math.floor((low - span * 0.06) / step));
  const last = Math.ceil((high + span * 0.06) / step);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(digits)),
  );
}
