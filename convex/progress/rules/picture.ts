import type { CivilDay } from "../../dates";
import { type AimLine, aimOn, neededPerWeek, progressToTarget } from "./aimLine";
import {
  CONSECUTIVE_POINTS,
  consecutivePointDecision,
  falseAlarmRate,
  POINTS_BEFORE_DECIDING,
  trendDecision,
} from "./decisions";
import { phaseEffect } from "./effects";
import { type Criterion, firstMastered, meanOfSessionPercents, pooledPercent } from "./mastery";
import type { Direction, Point } from "./series";
import { trendOf } from "./trend";

export type Measurement = Point & { trials?: { correct: number; total: number } | undefined };

export type GoalMeasure = AimLine & {
  direction: Direction;
  consistency?: { met: number; of: number } | undefined;
};

/** Points of each phase before the two are compared. */
const POINTS_TO_COMPARE = 3;

/**
 * Everything that is shown about a goal's measurements, from the measurements in date order. Those up to the
 * baseline's day are the baseline phase: no line is fitted across its end, and only later ones decide.
 */
export function pictureOf(goal: GoalMeasure, measurements: readonly Measurement[]) {
  const { baseline, target, direction, consistency } = goal;
  const before = measurements.filter(({ on }) => on <= baseline.on);
  const after = measurements.filter(({ on }) => on > baseline.on);
  const latest = measurements[measurements.length - 1] ?? null;
  const trend = trendOf(after, goal, direction);
  const counted = after.flatMap(({ trials }) => (trials ? [trials] : []));
  const comparable = before.length >= POINTS_TO_COMPARE && after.length >= POINTS_TO_COMPARE;
  const values = (points: readonly Point[]) => points.map(({ value }) => value);
  return {
    summary: {
      count: measurements.length,
      latest: latest && { on: latest.on, value: latest.value },
      progressToTarget: latest && progressToTarget(goal, latest.value),
      pooledPercent: pooledPercent(counted),
      meanOfSessionPercents: meanOfSessionPercents(counted),
      masteredOn: consistency ? masteredOn(after, { ...consistency, value: target.value }, direction) : null,
    },
    aimLine: { baseline, target, neededPerWeek: neededPerWeek(goal) },
    trend,
    decision: {
      byConsecutivePoints: consecutivePointDecision(after, goal, direction),
      consecutivePoints: CONSECUTIVE_POINTS,
      falseAlarmRate: after.length < POINTS_BEFORE_DECIDING ? null : falseAlarmRate(after.length),
      byTrend: trendDecision(trend.ols, goal, direction),
      latestAgainstAim: latest && latest.on > baseline.on ? latest.value - aimOn(goal, latest.on) : null,
    },
    effect: comparable ? phaseEffect(values(before), values(after), direction) : null,
  };
}

function masteredOn(after: readonly Point[], criterion: Criterion, direction: Direction): CivilDay | null {
  const session = firstMastered(
    after.map(({ value }) => value),
    criterion,
    direction,
  );
  return session === null ? null : (after[session - 1]?.on ?? null);
}
