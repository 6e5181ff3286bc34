import { Circle, CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from "lucide-react";
import type { SectionState } from "./sectionWords.ts";

const icons: Record<SectionState, { icon: LucideIcon; className: string }> = {
  notStarted: { icon: CircleDashed, className: "text-ink-3" },
  inProgress: { icon: Circle, className: "text-information" },
  ready: { icon: CircleCheck, className: "text-good" },
  notNeeded: { icon: CircleSlash, className: "text-ink-3" },
};

/** The shape differs with the state, not only the colour; the word stands beside it or is its title. */
export function StateIcon({ state }: { state: SectionState }) {
  const { icon: Icon, className } = icons[state];
  return <Icon aria-hidden size={16} strokeWidth={1.75} className={`shrink-0 ${className}`} />;
}
