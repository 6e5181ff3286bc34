import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox, type CheckboxProps } from "react-aria-components";

/** Yes or no, with its words beside it. */
export function CheckboxField({
  label,
  hint,
  ...props
}: Omit<CheckboxProps, "children" | "className" | "style"> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <Checkbox {...props} className="group target flex min-h-9 cursor-pointer items-start gap-2.5 py-1.5">
      <span
        aria-hidden
        className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-sm border border-edge bg-raised text-on-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus group-data-[selected]:border-accent group-data-[selected]:bg-accent"
      >
        <Check size={14} strokeWidth={3} className="opacity-0 group-data-[selected]:opacity-100" />
      </span>
      <span>
        {label}
        {hint !== undefined && <span className="block text-14 text-ink-3">{hint}</span>}
      </span>
    </Checkbox>
  );
}
