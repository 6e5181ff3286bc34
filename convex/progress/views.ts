import { v } from "convex/values";
import { datedValue } from "../ieps/schema";
import { civilDay } from "../values";

const orNull = <T extends ReturnType<typeof v.number | typeof v.string>>(value: T) =>
  v.union(value, v.null());
const line = { slopePerWeek: v.number(), intercept: v.number() };
const percentile = v.union(v.literal(90), v.literal(75), v.literal(50), v.literal(25), v.literal(10));
const season = v.union(v.literal("autumn"), v.literal("winter"), v.literal("spring"));

/** What `pictureOf` says of a goal's measurements, as it travels. Slopes are in the goal's unit per week. */
export const pictureView = {
  summary: v.object({
    count: v.number(),
    latest: v.union(datedValue, v.null()),
    /** 0 at the baseline, 1 at the target; may lie outside. */
    progressToTarget: orNull(v.number()),
    pooledPercent: orNull(v.number()),
    meanOfSessionPercents: orNull(v.number()),
    masteredOn: v.union(civilDay, v.null()),
  }),
  aimLine: v.object({ baseline: datedValue, target: datedValue, neededPerWeek: v.number() }),
  trend: v.object({
    status: v.union(v.literal("notEnoughData"), v.literal("provisional"), v.literal("ok")),
    /** The day on which the lines' x is 0; x counts weeks from it. */
    originOn: v.union(civilDay, v.null()),
    theilSen: v.union(v.object(line), v.null()),
    ols: v.union(
      v.object({
        ...line,
        standardError: v.number(),
        r2: orNull(v.number()),
        interval: v.object({ low: v.number(), high: v.number() }),
      }),
      v.null(),
    ),
    projectedOn: v.union(civilDay, v.null()),
  }),
  decision: v.object({
    byConsecutivePoints: v.union(
      v.literal("notEnoughData"),
      v.literal("keepGoing"),
      v.literal("considerChange"),
      v.literal("considerRaisingGoal"),
    ),
    consecutivePoints: v.number(),
    /** How often a child exactly on course would have triggered "consider a change" by now. */
    falseAlarmRate: orNull(v.number()),
    byTrend: v.union(
      v.literal("notEnoughData"),
      v.literal("slowerThanNeeded"),
      v.literal("fasterThanNeeded"),
      v.literal("withinUncertainty"),
    ),
    /** How far the latest measurement lies above the aim line, in the goal's unit. */
    latestAgainstAim: orNull(v.number()),
  }),
  effect: v.union(
    v.object({ pnd: v.number(), nap: v.number(), tau: v.number(), tauU: v.number() }),
    v.null(),
  ),
};

/** Published reading norms of the child's grade, and where the latest measurement lies among them. */
export const normsView = v.union(
  v.object({
    source: v.string(),
    grade: v.number(),
    seasons: v.array(v.object({ season, scores: v.array(v.object({ percentile, value: v.number() })) })),
    latest: v.union(
      v.object({
        season,
        atLeast: v.union(percentile, v.null()),
        below: v.union(percentile, v.null()),
      }),
      v.null(),
    ),
  }),
  v.null(),
);
