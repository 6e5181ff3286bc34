import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { type Tone, tones } from "./tone.ts";

/** A sentence that concerns the whole page or part. `announce` reads it aloud when it appears. */
export function Banner({
  tone = "information",
  title,
  children,
  actions,
  announce = false,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  announce?: boolean;
}) {
  const Icon = tones[tone].icon;
  return (
    <div
      role={announce ? "status" : undefined}
      className={classNames("flex items-start gap-3 rounded p-3 sm:px-4", tones[tone].className)}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 grow flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-64">
          {title !== undefined && <p className="font-bold">{title}</p>}
          {children !== undefined && <div className="text-ink">{children}</div>}
        </div>
        {actions}
      </div>
    </div>
  );
}
