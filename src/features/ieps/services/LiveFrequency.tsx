import { useLingui } from "@lingui/react";
import type { Outcome } from "#src/lib/useCommand.ts";
import { FieldConflict } from "#src/ui/live/FieldConflict.tsx";
import { useFieldEdit } from "#src/ui/live/useFieldEdit.ts";
import { NumberField } from "#src/ui/NumberField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { allPers, perName, type ServiceView } from "./serviceWords.ts";

type Frequency = ServiceView["frequency"];

/** How often: a number and a span, one fact, saved together. */
export function LiveFrequency({
  live,
  save,
}: {
  live: Frequency;
  save: (base: Frequency, next: Frequency) => Promise<Outcome<unknown>>;
}) {
  const { i18n } = useLingui();
  const edit = useFieldEdit(live, save);
  return (
    <div>
      <div className="flex flex-wrap gap-4">
        <NumberField
          label={i18n.t({ id: "service.times", message: "Times" })}
          minValue={1}
          value={edit.value.times}
          onChange={(times) => !Number.isNaN(times) && edit.change({ ...edit.value, times })}
          onBlur={edit.commit}
        />
        <SelectField
          label={i18n.t({ id: "service.per", message: "In which span" })}
          options={allPers.map((id) => ({ id, label: perName(id) }))}
          value={edit.value.per}
          onChange={(per) => edit.change({ ...edit.value, per })}
        />
      </div>
      <FieldConflict edit={edit} show={({ times, per }) => `${times} × ${perName(per)}`} />
    </div>
  );
}
