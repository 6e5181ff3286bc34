import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { allMeans, type Means, meansName } from "./means.ts";

/** A call, a letter, a visit, and what came of it. */
export function AddAttempt({
  studentId,
  requestId,
  onClose,
}: {
  studentId: Id<"students">;
  requestId: Id<"consentRequests">;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [means, setMeans] = useState<Means>("phone");
  const [madeOn, setMadeOn] = useState(today());
  const [outcome, setOutcome] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const add = useCommand(api.consent.requests.addAttempt, {
    showsProblem: false,
    done: i18n.t({ id: "asking.attemptAdded", message: "Effort recorded" }),
  });
  const submit = async () => {
    const answer = await add({ studentId, requestId, means, madeOn, outcome });
    if (answer.isDone) onClose();
    else setErrors({ [answer.problem.field ?? "form"]: answer.sentence });
  };
  return (
    <Dialog
      title={i18n.t({ id: "asking.addAttempt", message: "Record an effort" })}
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
          name="means"
          label={<Trans id="asking.means" message="How" />}
          options={allMeans.map((id) => ({ id, label: meansName(id) }))}
          value={means}
          onChange={setMeans}
        />
        <DateField
          name="madeOn"
          label={<Trans id="asking.madeOn" message="When" />}
          value={madeOn}
          onChange={setMadeOn}
        />
        <TextField
          name="outcome"
          rows={3}
          label={<Trans id="asking.outcome" message="What came of it" />}
          value={outcome}
          onChange={setOutcome}
        />
        <Button kind="primary" type="submit" isPending={add.isPending}>
          <Trans id="asking.addAttempt" message="Record an effort" />
        </Button>
      </Form>
    </Dialog>
  );
}
