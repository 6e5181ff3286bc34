import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { type Tone, tones } from "./tone.ts";

/** A word about state: icon, word, wash. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  const Icon = icon ?? (tone === "neutral" ? undefined : tones[tone].icon);
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-1 rounded-full px-2 py-0.5 text-13 font-semibold whitespace-nowrap",
        tones[tone].className,
      )}
    >
      {Icon && <Icon aria-hidden size={14} strokeWidth={2} className="shrink-0 self-center" />}
      {children}
    </span>
  );
}
