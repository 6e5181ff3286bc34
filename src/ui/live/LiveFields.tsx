import type { ReactNode } from "react";
import { format } from "#src/lib/format.ts";
import type { Outcome } from "#src/lib/useCommand.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import type { FieldWidth } from "#src/ui/fieldStyle.ts";
import { NumberField } from "#src/ui/NumberField.tsx";
import { type Option, SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { FieldConflict } from "./FieldConflict.tsx";
import { type Keeping, useFieldEdit } from "./useFieldEdit.ts";

/** Fields that show a live value and save themselves: on leaving, and after a pause. */

type Save<T> = (base: T, next: T) => Promise<Outcome<unknown>>;

interface LiveField<T> {
  label: string;
  hint?: string;
  live: T;
  save: Save<T>;
  /** What is typed is kept on the device until it is saved. */
  kept?: Keeping | undefined;
}

export function LiveText({
  label,
  hint,
  live,
  save,
  kept,
  rows = 1,
  width,
}: LiveField<string> & { rows?: number; width?: FieldWidth }) {
  const edit = useFieldEdit(live, save, kept);
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        rows={rows}
        width={width}
        value={edit.value}
        onChange={edit.change}
        onBlur={edit.commit}
        isInvalid={edit.error !== null}
      />
      <FieldConflict label={label} edit={edit} show={(value) => value} />
    </div>
  );
}

export function LiveNumber({
  label,
  hint,
  live,
  save,
  kept,
  unit,
  min = 0,
}: LiveField<number> & { unit?: ReactNode; min?: number }) {
  const edit = useFieldEdit(live, save, kept);
  return (
    <div>
      <NumberField
        label={label}
        hint={hint}
        unit={unit}
        minValue={min}
        value={edit.value}
        onChange={(value) => !Number.isNaN(value) && edit.change(value)}
        onBlur={edit.commit}
      />
      <FieldConflict label={label} edit={edit} show={(value) => format.number(value, 2)} />
    </div>
  );
}

export function LiveDay({ label, hint, live, save, kept }: LiveField<string>) {
  const edit = useFieldEdit(live, save, kept);
  return (
    <div>
      <DateField label={label} hint={hint} value={edit.value} onChange={(day) => day && edit.change(day)} />
      <FieldConflict label={label} edit={edit} show={format.day} />
    </div>
  );
}

export function LiveChoice<T extends string>({
  label,
  hint,
  live,
  save,
  kept,
  options,
}: LiveField<T> & { options: readonly Option<T>[] }) {
  const edit = useFieldEdit(live, save, kept);
  return (
    <div>
      <SelectField
        label={label}
        hint={hint}
        options={options}
        value={edit.value}
        onChange={(value) => {
          edit.change(value);
        }}
      />
      <FieldConflict
        label={label}
        edit={edit}
        show={(value) => options.find(({ id }) => id === value)?.label ?? value}
      />
    </div>
  );
}

export function LiveFlag({
  label,
  hint,
  live,
  save,
  kept,
  show,
}: LiveField<boolean> & { show: (value: boolean) => string }) {
  const edit = useFieldEdit(live, save, kept);
  return (
    <div>
      <CheckboxField label={label} hint={hint} isSelected={edit.value} onChange={edit.change} />
      <FieldConflict label={label} edit={edit} show={show} />
    </div>
  );
}

/** A value and the day it is of: one fact, saved together. */
export function LiveMeasure({
  label,
  live,
  save,
  kept,
  dayLabel,
}: LiveField<{ value: number; on: string }> & { dayLabel: string }) {
  const edit = useFieldEdit(live, save, kept);
  return (
    <div>
      <div className="flex flex-wrap gap-4">
        <NumberField
          label={label}
          minValue={0}
          value={edit.value.value}
          onChange={(value) => !Number.isNaN(value) && edit.change({ ...edit.value, value })}
          onBlur={edit.commit}
        />
        <DateField
          label={dayLabel}
          value={edit.value.on}
          onChange={(on) => on && edit.change({ ...edit.value, on })}
        />
      </div>
      <FieldConflict
        label={label}
        edit={edit}
        show={({ value, on }) => `${format.number(value, 2)}, ${format.day(on)}`}
      />
    </div>
  );
}
