/** A small line of values in order, with its last point; the sentence beside it carries the meaning. */
export function Sparkline({
  values,
  target,
  label,
  width = 112,
  height = 28,
}: {
  values: readonly number[];
  target?: number;
  label: string;
  width?: number;
  height?: number;
}) {
  if (values.length === 0) return null;
  const all = target === undefined ? values : [...values, target];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (index: number) => 3 + (index * (width - 6)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - 3 - ((value - low) * (height - 6)) / span;
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  const last = values.length - 1;
  return (
    <svg role="img" aria-label={label} width={width} height={height} className="shrink-0 overflow-visible">
      {target !== undefined && (
        <line
          x1={0}
          x2={width}
          y1={y(target)}
          y2={y(target)}
          stroke="var(--ink-3)"
          strokeWidth={1}
          strokeDasharray="3 3"
        />
      )}
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2.75} fill="var(--accent)" />
    </svg>
  );
}
