import { useLingui } from "@lingui/react";
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { format } from "#src/lib/format.ts";
import { measured } from "#src/lib/words.ts";
import type { GoalProgress } from "../goalProgress.ts";
import { type ChartData, dayAt } from "./chartData.ts";
import { otherDashes } from "./OtherKey.tsx";

const axis = { fontSize: 13, fill: "var(--ink-3)" };

/**
 * Baseline, aim line, measurements and trends of one goal. Only for the eye: the sentence above it and the table
 * below it say the same. Always drawn from left to right, as time is in published charts of this kind.
 */
export function ProgressChart({ data, progress }: { data: ChartData; progress: GoalProgress }) {
  const { i18n } = useLingui();
  const { baseline, target } = progress.aimLine;
  const first = data.points.find(({ aim }) => aim !== undefined)?.x ?? 0;
  const last = data.points.findLast(({ aim }) => aim !== undefined)?.x ?? data.lastX;
  const unit = progress.goal.measure;
  return (
    <div dir="ltr" aria-hidden className="h-72 w-full sm:h-96" data-chart>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...data.points]}
          margin={{ top: 20, right: 20, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--hairline)" vertical={false} />
          <XAxis
            dataKey="x"
            type="number"
            domain={[0, data.lastX]}
            tickFormatter={(x: number) => format.shortDay(dayAt(data, x))}
            tick={axis}
            tickLine={false}
            stroke="var(--edge)"
            minTickGap={40}
          />
          <YAxis
            tick={axis}
            tickLine={false}
            axisLine={false}
            width={44}
            ticks={[...data.ticks]}
            domain={[data.ticks[0] ?? 0, data.ticks.at(-1) ?? 1]}
            tickFormatter={(value: number) => format.number(value, 2)}
          />
          <Tooltip content={(shown) => <PointCard shown={shown} data={data} unit={unit} />} />
          {data.phaseX !== null && (
            <ReferenceLine
              x={data.phaseX}
              stroke="var(--ink-3)"
              label={{
                value: i18n.t({ id: "chart.phase", message: "End of baseline" }),
                position: "insideTopLeft",
                ...axis,
              }}
            />
          )}
          <Line
            dataKey="aim"
            stroke="var(--ink-2)"
            strokeWidth={1.5}
            strokeDasharray="7 5"
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
          <Line
            dataKey="ols"
            stroke="var(--information)"
            strokeWidth={1.5}
            strokeDasharray="2 3"
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
          <Line
            dataKey="theilSen"
            stroke="var(--accent)"
            strokeWidth={2.5}
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
          {(["threeGroup", "splitMiddle"] as const).map((method) => (
            <Line
              key={method}
              dataKey={method}
              stroke="var(--ink-3)"
              strokeWidth={1.5}
              strokeDasharray={otherDashes[method]}
              dot={false}
              activeDot={false}
              connectNulls
              isAnimationActive={false}
            />
          ))}
          <Line
            dataKey="value"
            stroke="var(--ink-3)"
            strokeWidth={1}
            dot={{ r: 4, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 1.5 }}
            activeDot={{ r: 6, fill: "var(--ink)" }}
            connectNulls
            isAnimationActive={false}
          />
          <ReferenceDot
            x={first}
            y={baseline.value}
            r={5}
            fill="var(--paper)"
            stroke="var(--ink-2)"
            strokeWidth={2}
            label={{
              value: i18n.t({ id: "goal.baseline", message: "Baseline" }),
              position: "right",
              offset: 8,
              dy: 14,
              ...axis,
            }}
          />
          <ReferenceDot
            x={last}
            y={target.value}
            r={5}
            fill="var(--paper)"
            stroke="var(--ink-2)"
            strokeWidth={2}
            label={{
              value: i18n.t({ id: "goal.target", message: "Target" }),
              position: "left",
              offset: 10,
              ...axis,
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

type Shown = {
  active?: boolean;
  payload?: readonly { dataKey?: unknown; value?: unknown }[];
  label?: unknown;
};

function PointCard({
  shown,
  data,
  unit,
}: {
  shown: Shown;
  data: ChartData;
  unit: GoalProgress["goal"]["measure"];
}) {
  const value = shown.payload?.find(({ dataKey }) => dataKey === "value")?.value;
  if (!shown.active || typeof value !== "number") return null;
  return (
    <div className="rounded-sm border border-hairline bg-raised px-2 py-1 text-14 shadow-raised">
      <p className="font-semibold">{measured(value, unit)}</p>
      <p className="text-ink-3">{format.day(dayAt(data, Number(shown.label)))}</p>
    </div>
  );
}
