/** A piece of a line of the chart, for its key. */
export function Stroke({ color, dash, width = 1.5 }: { color: string; dash?: string; width?: number }) {
  return (
    <svg aria-hidden width="28" height="8" className="shrink-0">
      <line x1="0" x2="28" y1="4" y2="4" stroke={color} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}
