import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";

/** Names what a focusable child does, on hover and on focus. Never the only place for a fact. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="z-50 max-w-64 animate-enter rounded-sm bg-ink px-2 py-1 text-13 text-paper shadow-raised"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
