import { Trans, useLingui } from "@lingui/react";
import { dayPartOrder } from "#src/lib/format.ts";
import { TypedDateField, type TypedDay } from "#src/ui/TypedDateField.tsx";

const exampleParts = { day: "27", month: "3", year: "2016" } as const;

/** A child's birth date, typed in the order of the reader's language. */
export function BirthDateField({
  value,
  onChange,
  error,
}: {
  value: TypedDay;
  onChange: (day: TypedDay) => void;
  error?: string | undefined;
}) {
  const { i18n } = useLingui();
  const order = dayPartOrder();
  const example = order.map((part) => exampleParts[part]).join(" ");
  return (
    <TypedDateField
      name="birthOn"
      label={<Trans id="student.birth" message="Birth date" />}
      hint={
        <Trans
          id="student.birthHint"
          message="For example {example}, each part in its box."
          values={{ example }}
        />
      }
      order={order}
      partLabels={{
        day: i18n.t({ id: "date.day", message: "Day" }),
        month: i18n.t({ id: "date.month", message: "Month" }),
        year: i18n.t({ id: "date.year", message: "Year" }),
      }}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
