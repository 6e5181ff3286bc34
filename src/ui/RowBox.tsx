import { Check, Minus } from "lucide-react";
import { useRef } from "react";
import { Checkbox } from "react-aria-components";

/** The box before a row, named after what it ticks. Shift reaches back to the last one touched. */
export function RowBox({
  label,
  isSelected,
  isIndeterminate = false,
  onToggle,
}: {
  label: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  onToggle: (isRange: boolean) => void;
}) {
  const isShifted = useRef(false);
  return (
    <span
      data-row-box
      className="inline-flex"
      onPointerDownCapture={(event) => {
        isShifted.current = event.shiftKey;
      }}
      onKeyDownCapture={() => {
        isShifted.current = false;
      }}
    >
      <Checkbox
        aria-label={label}
        isSelected={isSelected}
        isIndeterminate={isIndeterminate}
        onChange={() => onToggle(isShifted.current)}
        className="group target inline-flex size-6 cursor-pointer items-center justify-center"
      >
        <span
          aria-hidden
          className="flex size-4.5 items-center justify-center rounded-sm border border-edge bg-raised text-on-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus group-data-[indeterminate]:border-accent group-data-[indeterminate]:bg-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent"
        >
          {isIndeterminate ? (
            <Minus size={13} strokeWidth={3} />
          ) : (
            <Check size={13} strokeWidth={3} className="opacity-0 group-data-[selected]:opacity-100" />
          )}
        </span>
      </Checkbox>
    </span>
  );
}
