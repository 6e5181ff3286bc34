import { Search, X } from "lucide-react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import { classNames } from "./classNames.ts";
import { fieldStyle } from "./fieldStyle.ts";
import { typedDirection } from "./typedDirection.ts";

/** A search box whose purpose its label says aloud; Escape clears it. */
export function SearchField({
  label,
  value,
  onChange,
  clearLabel,
  className,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  clearLabel: string;
  className?: string;
}) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={classNames("group relative", className)}
    >
      <Search
        aria-hidden
        size={18}
        strokeWidth={1.75}
        className="absolute inset-y-0 start-3 my-auto text-ink-3"
      />
      <Input
        placeholder={label}
        dir={typedDirection(value)}
        className={classNames(fieldStyle.control, "px-10 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button
        aria-label={clearLabel}
        className="absolute inset-y-0 end-1 my-auto flex size-8 items-center justify-center rounded-sm text-ink-3 hover:bg-hover group-data-[empty]:hidden"
      >
        <X aria-hidden size={16} />
      </Button>
    </AriaSearchField>
  );
}
