import type { ReactNode } from "react";
import { Meter as AriaMeter, Label } from "react-aria-components";

/** How far along something is, from 0 to 100; the words above it carry the meaning. */
export function Meter({ label, value, valueLabel }: { label: ReactNode; value: number; valueLabel: string }) {
  const shown = Math.max(0, Math.min(100, value));
  return (
    <AriaMeter value={shown} valueLabel={valueLabel} className="flex flex-col gap-1">
      <span className="flex justify-between gap-3 text-14">
        <Label className="text-ink-2">{label}</Label>
        <span className="tabular font-semibold">{valueLabel}</span>
      </span>
      <span className="h-2.5 overflow-hidden rounded-full border border-edge bg-sunken">
        <span className="block h-full bg-accent" style={{ inlineSize: `${shown}%` }} />
      </span>
    </AriaMeter>
  );
}
