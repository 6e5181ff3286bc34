import { Check, ChevronDown } from "lucide-react";
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { classNames } from "./classNames.ts";
import { popoverStyle, rowStyle } from "./popoverStyle.ts";
import type { Option } from "./SelectField.tsx";

const ANY = "any";

/** One column of a list narrowed to one value: "Grade: 4". Taking `anyLabel` lifts it again. */
export function FilterSelect({
  label,
  anyLabel,
  options,
  value,
  onChange,
}: {
  label: string;
  /** The word for no filter at all, such as "All grades". */
  anyLabel: string;
  options: readonly Option<string>[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const chosen = options.find((option) => option.id === value);
  // A filter whose name is still on its way narrows the list all the same.
  const isNarrowed = value !== undefined;
  const items = [{ id: ANY, label: anyLabel }, ...options];
  return (
    <AriaSelect
      value={chosen?.id ?? ANY}
      onChange={(key: Key | null) => onChange(key === ANY || key === null ? undefined : String(key))}
      className="min-w-0"
    >
      <Label className="sr-only">{label}</Label>
      <Button
        className={classNames(
          "target flex min-h-9 max-w-64 items-center gap-1.5 rounded border px-3 text-14 max-sm:min-h-11 max-sm:w-full max-sm:max-w-none max-sm:text-16",
          isNarrowed
            ? "border-accent bg-accent-wash font-semibold text-accent-strong"
            : "border-edge bg-raised text-ink-2 hover:bg-hover",
        )}
      >
        <span className="min-w-0 grow truncate text-start">
          {isNarrowed ? `${label}: ${chosen?.label ?? "…"}` : label}
        </span>
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      </Button>
      <Popover className={classNames(popoverStyle, "min-w-(--trigger-width)")}>
        <ListBox items={items} className="max-h-80 overflow-auto p-1 outline-none">
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={rowStyle}>
              {({ isSelected }) => (
                <>
                  <span className="grow">{option.label}</span>
                  {isSelected && <Check aria-hidden size={16} className="text-accent" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
