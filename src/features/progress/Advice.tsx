import { useLingui } from "@lingui/react";
import { weeklyNormGrowth } from "#convex/progress/rules/readingNorms.ts";
import { format } from "#src/lib/format.ts";
import { measured } from "#src/lib/words.ts";
import type { GoalProgress } from "./goalProgress.ts";
import { signed } from "./sentences.ts";

/** The figures behind the sentences, each with the name of its method, for those who want to judge them. */
export function Advice({ progress }: { progress: GoalProgress }) {
  const { i18n } = useLingui();
  const { summary, decision, trend, norms, effect, goal } = progress;
  const facts: [string, string][] = [];
  if (summary.progressToTarget !== null) {
    facts.push([
      i18n.t({ id: "fact.progress", message: "Way from baseline to target" }),
      format.percent(summary.progressToTarget * 100),
    ]);
  }
  if (trend.projectedOn) {
    facts.push([
      i18n.t({ id: "fact.projected", message: "Reaches the target on (Theil–Sen)" }),
      format.day(trend.projectedOn),
    ]);
  }
  if (decision.falseAlarmRate !== null) {
    facts.push([
      i18n.t({
        id: "fact.falseAlarm",
        message: "How often {count} in a row below the line happen to a student exactly on course",
        values: { count: decision.consecutivePoints },
      }),
      format.percent(decision.falseAlarmRate * 100),
    ]);
  }
  if (summary.masteredOn) {
    facts.push([
      i18n.t({ id: "fact.mastered", message: "Criterion first met on" }),
      format.day(summary.masteredOn),
    ]);
  }
  if (summary.pooledPercent !== null) {
    facts.push([
      i18n.t({ id: "fact.pooled", message: "All trials together" }),
      format.percent(summary.pooledPercent, 1),
    ]);
  }
  if (effect) {
    facts.push([
      i18n.t({ id: "fact.nap", message: "Non-overlap of baseline and now (NAP)" }),
      format.number(effect.nap, 2),
    ]);
    facts.push([i18n.t({ id: "fact.tauU", message: "Tau-U" }), format.number(effect.tauU, 2)]);
  }
  const bracket = norms?.latest;
  if (norms && bracket && summary.latest) {
    facts.push([
      i18n.t({
        id: "fact.norms",
        message: "{value} among grade {grade} ({source})",
        values: {
          value: measured(summary.latest.value, goal.measure),
          grade: norms.grade,
          source: norms.source,
        },
      }),
      bracket.atLeast === null
        ? i18n.t({
            id: "fact.belowPercentile",
            message: "below the {below}th percentile",
            values: { below: bracket.below },
          })
        : bracket.below === null
          ? i18n.t({
              id: "fact.atLeastPercentile",
              message: "{atLeast}th percentile or above",
              values: { atLeast: bracket.atLeast },
            })
          : i18n.t({
              id: "fact.betweenPercentiles",
              message: "between the {atLeast}th and the {below}th percentile",
              values: { atLeast: bracket.atLeast, below: bracket.below },
            }),
    ]);
  }
  const usual = norms && weeklyNormGrowth(norms.grade, 50);
  if (norms && usual !== null) {
    facts.push([
      i18n.t({
        id: "fact.normGrowth",
        message: "Usual growth in grade {grade}, at the 50th percentile ({source})",
        values: { grade: norms.grade, source: norms.source },
      }),
      i18n.t({ id: "chart.aWeek", message: "{slope} a week", values: { slope: signed(usual) } }),
    ]);
  }
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-col gap-3">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-14 text-ink-3">{name}</dt>
          <dd className="font-semibold tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
