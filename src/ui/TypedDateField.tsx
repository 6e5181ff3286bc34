import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";
import { classNames } from "./classNames.ts";
import { fieldStyle } from "./fieldStyle.ts";

/** A day as three typed parts; each may be empty while it is typed. */
export type TypedDay = { year: string; month: string; day: string };

export const emptyTypedDay: TypedDay = { year: "", month: "", day: "" };

/** "2016-04-09" from typed parts, which need not make a real day; "" while all of them are empty. */
export function joinTypedDay({ year, month, day }: TypedDay): string {
  if (`${year}${month}${day}`.trim() === "") return "";
  return `${year.trim()}-${month.trim().padStart(2, "0")}-${day.trim().padStart(2, "0")}`;
}

/** A memorable day, such as a birth date: typed, never picked. The order of the parts follows the language. */
export function TypedDateField({
  label,
  hint,
  name,
  value,
  onChange,
  partLabels,
  order,
  error,
  autoComplete,
}: {
  label: ReactNode;
  hint?: ReactNode;
  name: string;
  value: TypedDay;
  onChange: (value: TypedDay) => void;
  partLabels: Record<keyof TypedDay, string>;
  order: readonly (keyof TypedDay)[];
  error?: string | undefined;
  autoComplete?: "bday";
}) {
  const id = useId();
  return (
    <fieldset className={fieldStyle.field} aria-describedby={`${id}-hint ${id}-error`}>
      <legend className={fieldStyle.label}>{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={fieldStyle.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={fieldStyle.error}>
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
      <div className="flex gap-3">
        {order.map((part, index) => (
          <label
            key={part}
            className={classNames(
              "flex flex-col gap-0.5 text-14 text-ink-2",
              part === "year" ? "w-22" : "w-16",
            )}
          >
            {partLabels[part]}
            <input
              name={index === 0 ? name : `${name}.${part}`}
              inputMode="numeric"
              maxLength={part === "year" ? 4 : 2}
              autoComplete={autoComplete && `${autoComplete}-${part}`}
              aria-invalid={error !== undefined}
              value={value[part]}
              onChange={(event) => onChange({ ...value, [part]: event.target.value })}
              className={classNames(
                fieldStyle.control,
                "tabular",
                error !== undefined && "border-2 border-danger",
              )}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
