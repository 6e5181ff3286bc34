import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { bandName } from "./reportWords.ts";

const bands = packFor("us-federal").settings.map(({ key }) => key);

/** Where a child learns, from a day on: the educational environment that the child count asks for. */
export function PlacementDialog({
  child,
  day,
  onClose,
}: {
  child: { studentId: Id<"students">; name: string };
  day: string;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [band, setBand] = useState(bands[0] ?? "");
  const [startsOn, setStartsOn] = useState(day);
  const record = useCommand(api.reports.placements.record, {
    showsProblem: false,
    done: i18n.t({ id: "placement.done", message: "Recorded. Count again to see it in the figures." }),
  });
  const form = useSubmit(() => record({ studentId: child.studentId, band, startsOn }), onClose);
  return (
    <FormDialog
      title={i18n.t({
        id: "placement.title",
        message: "Educational environment of {name}",
        values: { name: child.name },
      })}
      onClose={onClose}
      form={form}
      act={<Trans id="action.save" message="Save" />}
    >
      <SelectField
        name="band"
        width="long"
        label={<Trans id="placement.band" message="Where the child learns" />}
        options={bands.map((id) => ({ id, label: bandName(id) }))}
        value={band}
        onChange={setBand}
      />
      <DateField
        name="startsOn"
        label={<Trans id="placement.since" message="Since" />}
        value={startsOn}
        onChange={setStartsOn}
      />
    </FormDialog>
  );
}
