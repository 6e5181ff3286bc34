import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { TextField } from "#src/ui/TextField.tsx";
import type { EvaluationShown } from "./overview.ts";

/** The entry was a mistake: it counts for nothing and stays in the record as one. */
export function RetractEvaluation({
  studentId,
  evaluation,
  onDone,
}: {
  studentId: Id<"students">;
  evaluation: EvaluationShown;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const words = useWords(`evaluation.retract ${evaluation.evaluationId}`);
  const [reason, setReason] = useKept(words, "reason", "");
  const retract = useCommand(api.status.evaluations.retract, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.retracted", message: "Evaluation taken back" }),
  });
  const form = useSubmit(
    () => retract({ studentId, evaluationId: evaluation.evaluationId, reason }),
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="evaluations.retract" message="Take back" />} kind="danger">
      <TextField
        name="reason"
        rows={2}
        width="full"
        label={<Trans id="evaluations.retractReason" message="What was wrong" />}
        value={reason}
        onChange={setReason}
      />
    </SubmitForm>
  );
}
