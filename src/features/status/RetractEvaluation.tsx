import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
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
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const retract = useCommand(api.status.evaluations.retract, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.retracted", message: "Evaluation taken back" }),
  });
  const submit = async () => {
    const outcome = await retract({ studentId, evaluationId: evaluation.evaluationId, reason });
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <TextField
        name="reason"
        rows={2}
        width="full"
        label={<Trans id="evaluations.retractReason" message="What was wrong" />}
        value={reason}
        onChange={setReason}
      />
      <Button kind="danger" type="submit" isPending={retract.isPending}>
        <Trans id="evaluations.retract" message="Take back" />
      </Button>
    </Form>
  );
}
