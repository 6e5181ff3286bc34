import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
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
  const words = useWords(`consent.attempt ${requestId}`);
  const [means, setMeans] = useKept<Means>(words, "means", "phone");
  const [madeOn, setMadeOn] = useKept(words, "madeOn", today());
  const [outcome, setOutcome] = useKept(words, "outcome", "");
  const add = useCommand(api.consent.requests.addAttempt, {
    showsProblem: false,
    done: i18n.t({ id: "asking.attemptAdded", message: "Effort recorded" }),
  });
  const form = useSubmit(() => add({ studentId, requestId, means, madeOn, outcome }), onClose, words);
  return (
    <FormDialog
      title={i18n.t({ id: "asking.addAttempt", message: "Record an effort" })}
      onClose={onClose}
      form={form}
      act={<Trans id="asking.addAttempt" message="Record an effort" />}
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
    </FormDialog>
  );
}
