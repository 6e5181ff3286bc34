import { type KeyboardEvent, useCallback, useRef, useState } from "react";

/** Rows that are ticked in a list, by their keys. */
export type RowSelection = {
  keys: ReadonlySet<string>;
  isSelected: (key: string) => boolean;
  /** Ticks or unticks a row; with `isRange`, all rows from the last one touched up to this one. */
  toggle: (key: string, isRange: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
  /** Arrows walk from box to box, with Shift they tick on the way. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/** Keeps the ticks of a list that is shown in this order. Rows that left the list are no longer ticked. */
export function useRowSelection(shown: readonly string[]): RowSelection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const keys = new Set(shown.filter((key) => chosen.has(key)));

  const toggle = (key: string, isRange: boolean) => {
    const from = isRange && last.current !== null ? shown.indexOf(last.current) : -1;
    const to = shown.indexOf(key);
    const next = new Set(keys);
    if (from >= 0)
      for (const between of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
    else if (!next.delete(key)) next.add(key);
    last.current = key;
    setChosen(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>("[data-row-box] input")];
    const at = boxes.indexOf(event.target as HTMLInputElement);
    const next = boxes[at + step];
    if (step === 0 || at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    const key = shown[at + step];
    if (event.shiftKey && key !== undefined && !keys.has(key)) toggle(key, false);
  };
  const clear = useCallback(() => setChosen(new Set()), []);
  return {
    keys,
    isSelected: (key) => keys.has(key),
    toggle,
    toggleAll: () => setChosen(keys.size === shown.length ? new Set() : new Set(shown)),
    clear,
    onKeyDown,
  };
}
