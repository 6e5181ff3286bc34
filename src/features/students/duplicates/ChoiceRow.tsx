import { useId } from "react";
import { classNames } from "#src/ui/classNames.ts";
import type { Choice, ChoiceLine } from "./choices.ts";

/** One thing that the two records say differently: which is right? */
export function ChoiceRow({
  row,
  numbers,
  value,
  onChange,
}: {
  row: ChoiceLine;
  /** The student numbers of the kept record and the other one. */
  numbers: readonly [string, string];
  value: Choice;
  onChange: (choice: Choice) => void;
}) {
  const group = useId();
  const sides = [
    { choice: "kept" as const, number: numbers[0], text: row.kept },
    { choice: "other" as const, number: numbers[1], text: row.other },
  ];
  return (
    <fieldset className="rounded border border-hairline bg-raised p-4">
      <legend className="sr-only">{row.label}</legend>
      <p aria-hidden className="mb-2 font-semibold">
        {row.label}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map(({ choice, number, text }) => (
          <label
            key={choice}
            className={classNames(
              "flex min-h-11 cursor-pointer items-start gap-3 rounded border p-3",
              value === choice ? "border-accent bg-accent-wash" : "border-hairline",
            )}
          >
            <input
              type="radio"
              name={group}
              checked={value === choice}
              onChange={() => onChange(choice)}
              className="mt-1 size-4 shrink-0 accent-(--accent)"
            />
            <span className="min-w-0">
              <span className="block text-13 text-ink-3">{number}</span>
              <span dir="auto" className="block break-words whitespace-pre-line">
                {text}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
