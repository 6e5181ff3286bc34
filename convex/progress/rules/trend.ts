import { type AimLine, projectedOn } from "./aimLine";
import { type Direction, inWeeks, type Point } from "./series";
import { type FittedLine, type Line, ordinaryLeastSquares, theilSen } from "./slopes";

/** No trend line is drawn under this many points. */
export const POINTS_FOR_TREND = 5;
/** Under this many points a trend is called provisional. */
export const POINTS_FOR_FIRM_TREND = 10;

export type TrendStatus = "notEnoughData" | "provisional" | "ok";

export type Trend = {
  readonly status: TrendStatus;
  /** The day x = 0 stands for: the first point that was fitted. */
  readonly originOn: string | null;
  readonly theilSen: Line | null;
  readonly ols: FittedLine | null;
  /** When the Theil-Sen line reaches the target; null when it is not on course or there is no line. */
  readonly projectedOn: string | null;
};

/**
 * The trend of a series in date order, under the display laws: none under 5 points, provisional under 10,
 * every slope by its method. Give it the points of one phase only: a line never crosses a phase change.
 */
export function trendOf(points: readonly Point[], aim: AimLine, direction: Direction): Trend {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last || points.length < POINTS_FOR_TREND) {
    return { status: "notEnoughData", originOn: null, theilSen: null, ols: null, projectedOn: null };
  }
  const weekly = inWeeks(points);
  const robust = theilSen(weekly);
  const lastX = weekly[weekly.length - 1]?.x ?? 0;
  return {
    status: points.length < POINTS_FOR_FIRM_TREND ? "provisional" : "ok",
    originOn: first.on,
    theilSen: robust,
    ols: ordinaryLeastSquares(weekly),
    projectedOn:
      robust &&
      projectedOn(aim.target.value, direction, {
        slopePerWeek: robust.slopePerWeek,
        valueAtLast: robust.intercept + robust.slopePerWeek * lastX,
        lastOn: last.on,
      }),
  };
}
