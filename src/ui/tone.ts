import { CircleAlert, CircleCheck, Info, type LucideIcon, Minus, TriangleAlert } from "lucide-react";

/** What a badge or banner says before it is read; never by colour alone: each tone has its icon. */
export type Tone = "neutral" | "accent" | "good" | "attention" | "danger" | "information";

export const tones: Record<Tone, { icon: LucideIcon; className: string }> = {
  neutral: { icon: Minus, className: "bg-sunken text-ink-2" },
  accent: { icon: CircleCheck, className: "bg-accent-wash text-accent-strong" },
  good: { icon: CircleCheck, className: "bg-good-wash text-good" },
  attention: { icon: TriangleAlert, className: "bg-attention-wash text-attention" },
  danger: { icon: CircleAlert, className: "bg-danger-wash text-danger" },
  information: { icon: Info, className: "bg-information-wash text-information" },
};
