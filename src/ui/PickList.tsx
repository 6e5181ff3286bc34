import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./classNames.ts";
import { rowStyle } from "./popoverStyle.ts";
import { typedDirection } from "./typedDirection.ts";

export type Pick = { id: string; label: string; icon: LucideIcon; keys?: string | undefined };

/**
 * A box to type in and a list that follows it; focus stays in the box, the arrows move in the list, Enter takes.
 * While results are still coming the first of them is the one that Enter takes (the WAI-ARIA combobox pattern).
 */
export function PickList({
  label,
  placeholder,
  typed,
  onType,
  picks,
  onPick,
  emptyText,
}: {
  label: string;
  placeholder: string;
  typed: string;
  onType: (text: string) => void;
  picks: readonly Pick[];
  onPick: (pick: Pick) => void;
  emptyText: string;
}) {
  const id = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const active = Math.max(
    0,
    picks.findIndex((pick) => pick.id === chosenId),
  );
  const optionId = (index: number) => `${id}-${index}`;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = picks.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: active === last ? 0 : active + 1,
      ArrowUp: active === 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const next = steps[event.key];
    const pick = picks[active];
    if (next !== undefined) {
      event.preventDefault();
      setChosenId(picks[next]?.id ?? null);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing && pick) {
      event.preventDefault();
      onPick(pick);
    }
  };

  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded={picks.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={picks.length > 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        dir={typedDirection(typed)}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setChosenId(null);
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
        className="h-13 w-full border-b border-hairline bg-transparent px-4 text-18 outline-none placeholder:text-ink-3"
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="max-h-[50vh] overflow-auto p-1.5"
      >
        {picks.map((pick, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the box, which keeps the focus
          <div
            key={pick.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerMove={() => setChosenId(pick.id)}
            onClick={() => onPick(pick)}
            className={classNames(rowStyle, index === active && "bg-accent-wash")}
          >
            <pick.icon aria-hidden size={18} strokeWidth={1.75} className="text-ink-3" />
            <span className="grow">{pick.label}</span>
            {pick.keys !== undefined && (
              <kbd aria-hidden className="font-sans text-13 text-ink-3">
                {pick.keys}
              </kbd>
            )}
          </div>
        ))}
      </div>
      {picks.length === 0 && (
        <p role="status" className="px-4 pt-3 pb-6 text-center text-ink-3">
          {emptyText}
        </p>
      )}
    </>
  );
}
