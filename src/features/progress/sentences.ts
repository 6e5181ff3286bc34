import { i18n } from "@lingui/core";
import { POINTS_FOR_TREND } from "#convex/progress/rules/trend.ts";
import { format } from "#src/lib/format.ts";
import { measured } from "#src/lib/words.ts";
import type { GoalProgress } from "./goalProgress.ts";

/** What the chart says, in sentences: where the student is, which way it goes, and what the rule advises. */
export function progressSentences(progress: GoalProgress): string[] {
  return [latestSentence(progress), trendSentence(progress), decisionSentence(progress)].filter(
    (sentence) => sentence !== null,
  );
}

function latestSentence({ summary, decision, goal }: GoalProgress): string {
  const { latest } = summary;
  if (!latest) return i18n.t({ id: "progress.none", message: "Nothing has been measured yet." });
  const value = measured(latest.value, goal.measure);
  const day = format.day(latest.on);
  const against = decision.latestAgainstAim;
  if (against === null) {
    return i18n.t({ id: "progress.latest", message: "Latest: {value} on {day}.", values: { value, day } });
  }
  const distance = format.number(Math.abs(against));
  const values = { value, day, distance };
  if (distance === format.number(0)) {
    return i18n.t({ id: "progress.onAim", message: "Latest: {value} on {day}, on the aim line.", values });
  }
  return against > 0
    ? i18n.t({
        id: "progress.aboveAim",
        message: "Latest: {value} on {day}, {distance} above the aim line.",
        values,
      })
    : i18n.t({
        id: "progress.belowAim",
        message: "Latest: {value} on {day}, {distance} below the aim line.",
        values,
      });
}

function trendSentence({ trend, summary, aimLine }: GoalProgress): string | null {
  if (summary.count === 0) return null;
  if (trend.status === "notEnoughData" || !trend.theilSen) {
    return i18n.t({
      id: "progress.notEnoughData",
      message: "Not enough data for a trend yet: it takes {needed} measurements after the baseline.",
      values: { needed: POINTS_FOR_TREND },
    });
  }
  const values = {
    slope: signed(trend.theilSen.slopePerWeek),
    needed: signed(aimLine.neededPerWeek),
  };
  return trend.status === "provisional"
    ? i18n.t({
        id: "progress.provisionalTrend",
        message: "Provisional trend: {slope} a week (Theil–Sen). The goal needs {needed} a week.",
        values,
      })
    : i18n.t({
        id: "progress.trend",
        message: "Trend: {slope} a week (Theil–Sen). The goal needs {needed} a week.",
        values,
      });
}

function decisionSentence({ decision, goal }: GoalProgress): string | null {
  const values = { count: decision.consecutivePoints };
  const isUp = goal.direction === "increase";
  switch (decision.byConsecutivePoints) {
    case "notEnoughData":
      return null;
    case "keepGoing":
      return i18n.t({ id: "progress.keepGoing", message: "On course: keep going." });
    case "considerChange":
      return isUp
        ? i18n.t({
            id: "progress.considerChangeUp",
            message:
              "The last {count} measurements are all below the aim line: consider changing what is done.",
            values,
          })
        : i18n.t({
            id: "progress.considerChangeDown",
            message:
              "The last {count} measurements are all above the aim line: consider changing what is done.",
            values,
          });
    case "considerRaisingGoal":
      return i18n.t({
        id: "progress.considerRaising",
        message: "The last {count} measurements are all better than the aim line: consider a higher goal.",
        values,
      });
  }
}

/** "+1.9", "−0.4": which way, at a glance. */
export function signed(value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return `${sign}${format.number(Math.abs(value), 2)}`;
}
