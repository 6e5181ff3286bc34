import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { FieldParts } from "./FieldParts.tsx";
import { fieldStyle } from "./fieldStyle.ts";
import { useFieldError } from "./formErrors.ts";
import type { Option } from "./SelectField.tsx";

/** One of two to five, all seen at once. */
export function RadioField<T extends string>({
  label,
  hint,
  name,
  options,
  value,
  onChange,
}: {
  label: ReactNode;
  hint?: ReactNode;
  name?: string;
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
}) {
  const error = useFieldError(name);
  return (
    <RadioGroup
      name={name}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.id === chosen);
        if (option) onChange(option.id);
      }}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldStyle.field}
    >
      <FieldParts label={label} hint={hint} error={error} />
      <div className="mt-1 flex flex-col gap-1">
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className="group target flex min-h-9 cursor-pointer items-start gap-2.5 rounded-sm py-1.5"
          >
            <span
              aria-hidden
              className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border border-edge bg-raised group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus group-data-[selected]:border-accent"
            >
              <span className="size-2.5 scale-0 rounded-full bg-accent transition-transform duration-150 group-data-[selected]:scale-100" />
            </span>
            <span>
              {option.label}
              {option.hint !== undefined && <span className="block text-14 text-ink-3">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
