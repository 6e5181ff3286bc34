import { useLingui } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import type { GoalProgress } from "../goalProgress.ts";
import { signed } from "../sentences.ts";
import { Stroke } from "./Stroke.tsx";

/** Names each line of the chart with its method and its slope. */
export function ChartKey({ progress }: { progress: GoalProgress }) {
  const { i18n } = useLingui();
  const { trend, aimLine } = progress;
  const aWeek = (slope: number) =>
    i18n.t({ id: "chart.aWeek", message: "{slope} a week", values: { slope: signed(slope) } });
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-14 text-ink-2 tabular">
      <li className="flex items-center gap-2">
        <Stroke color="var(--ink-2)" dash="7 5" />
        {i18n.t({ id: "chart.aim", message: "Aim line" })}: {aWeek(aimLine.neededPerWeek)}
      </li>
      {trend.theilSen && (
        <li className="flex items-center gap-2">
          <Stroke color="var(--accent)" width={2.5} />
          {i18n.t({ id: "chart.theilSen", message: "Trend (Theil–Sen)" })}:{" "}
          {aWeek(trend.theilSen.slopePerWeek)}
        </li>
      )}
      {trend.ols && (
        <li className="flex items-center gap-2">
          <Stroke color="var(--information)" dash="2 3" />
          {i18n.t({ id: "chart.ols", message: "Trend (least squares)" })}: {aWeek(trend.ols.slopePerWeek)}{" "}
          <span className="text-ink-3">
            {i18n.t({
              id: "chart.olsInterval",
              message: "95% interval {low} to {high}",
              values: { low: signed(trend.ols.interval.low), high: signed(trend.ols.interval.high) },
            })}
            {trend.ols.r2 !== null && `, R² ${format.number(trend.ols.r2, 2)}`}
          </span>
        </li>
      )}
    </ul>
  );
}
