import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
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
  const [errors, setErrors] = useState<FormErrors>({});
  const record = useCommand(api.reports.placements.record, {
    showsProblem: false,
    done: i18n.t({ id: "placement.done", message: "Recorded. Count again to see it in the figures." }),
  });
  const submit = async () => {
    const outcome = await record({ studentId: child.studentId, band, startsOn });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "band"]: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({
        id: "placement.title",
        message: "Educational environment of {name}",
        values: { name: child.name },
      })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
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
        <div className="flex justify-end">
          <Button type="submit" kind="primary" isPending={record.isPending}>
            <Trans id="action.save" message="Save" />
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
