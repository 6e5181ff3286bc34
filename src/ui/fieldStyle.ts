/** The parts that every field shares: label above, hint below it, then the error, then the control. */
export const fieldStyle = {
  field: "flex flex-col gap-1",
  label: "font-semibold text-ink",
  hint: "text-14 text-ink-3",
  error: "flex items-start gap-1.5 text-14 font-semibold text-danger",
  control:
    "target min-h-10 w-full rounded border border-edge bg-raised px-3 py-1.5 text-16 text-ink placeholder:text-ink-3 " +
    "hover:border-ink-3 invalid:border-danger data-[invalid]:border-danger data-[invalid]:border-2 disabled:opacity-60",
} as const;

/** How wide the answer is expected to be; a hint to the person about what to type. */
export type FieldWidth = "full" | "long" | "medium" | "short";

export const fieldWidths: Record<FieldWidth, string> = {
  full: "w-full",
  long: "w-full max-w-md",
  medium: "w-full max-w-64",
  short: "w-28",
};
