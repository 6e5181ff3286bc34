import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { format } from "#src/lib/format.ts";
import { barsHeight } from "./distribution.ts";

const axis = { fontSize: 14, fill: "var(--ink-2)" };

/**
 * Counts as bars, each with its number beside it. Only for the eye: the sentence above and the table below say the
 * same. Drawn from left to right in every language.
 */
export function NeedsChart({ bars }: { bars: readonly { label: string; n: number }[] }) {
  return (
    <div dir="ltr" aria-hidden data-chart style={{ blockSize: barsHeight(bars) }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...bars]}
          layout="vertical"
          margin={{ top: 0, right: 44, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="label" width={170} tick={axis} tickLine={false} axisLine={false} />
          <Bar dataKey="n" fill="var(--accent)" radius={3} barSize={18} isAnimationActive={false}>
            <LabelList
              dataKey="n"
              position="right"
              fill="var(--ink)"
              fontSize={14}
              formatter={(value: unknown) => format.number(Number(value), 0)}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
