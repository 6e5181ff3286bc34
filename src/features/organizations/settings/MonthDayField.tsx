import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { monthName } from "#src/lib/format.ts";
import { SelectField } from "#src/ui/SelectField.tsx";

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
const DAYS = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, "0"));

/** A day of every year, "MM-DD". */
export function MonthDayField({
  label,
  name,
  value,
  onChange,
}: {
  label: ReactNode;
  name: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { i18n } = useLingui();
  const [month = "01", day = "01"] = value.split("-");
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <div className="mt-1 flex gap-3">
        <SelectField
          name={name}
          width="medium"
          label={<span className="sr-only">{i18n.t({ id: "date.month", message: "Month" })}</span>}
          options={MONTHS.map((id) => ({ id, label: monthName(id) }))}
          value={month}
          onChange={(chosen) => onChange(`${chosen}-${day}`)}
        />
        <SelectField
          width="short"
          label={<span className="sr-only">{i18n.t({ id: "date.day", message: "Day" })}</span>}
          options={DAYS.map((id) => ({ id, label: String(Number(id)) }))}
          value={day}
          onChange={(chosen) => onChange(`${month}-${chosen}`)}
        />
      </div>
    </fieldset>
  );
}
