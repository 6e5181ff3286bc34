import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { type TollingReason, tollingReasonName } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { EvaluationShown } from "./overview.ts";

/** Days that do not count, for one of the two reasons that the law knows. */
export function StopClock({
  studentId,
  evaluation,
  today,
  onDone,
}: {
  studentId: Id<"students">;
  evaluation: EvaluationShown;
  today: string;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState<TollingReason>("childNotProduced");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [note, setNote] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const stop = useCommand(api.status.evaluations.stopClock, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.clockStopped", message: "Due day moved" }),
  });
  const submit = async () => {
    const { evaluationId } = evaluation;
    const outcome = await stop({ studentId, evaluationId, reason, from, until, note });
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <RadioField<TollingReason>
        name="reason"
        label={<Trans id="evaluations.stopReason" message="Why these days do not count" />}
        hint={
          <Trans
            id="evaluations.stopHint"
            message="The law knows only these two reasons; agreeing to take longer is not one (34 CFR 300.301(d), (e))."
          />
        }
        options={(["childNotProduced", "changedAgency"] as const).map((id) => ({
          id,
          label: tollingReasonName(id),
        }))}
        value={reason}
        onChange={setReason}
      />
      <DateField
        name="from"
        label={<Trans id="needs.from" message="From" />}
        value={from}
        onChange={setFrom}
      />
      <DateField
        name="until"
        label={
          reason === "changedAgency" ? (
            <Trans id="evaluations.agreedDay" message="Agreed to be done by" />
          ) : (
            <Trans id="needs.until" message="Until" />
          )
        }
        value={until}
        onChange={setUntil}
      />
      <TextField
        name="note"
        rows={2}
        width="full"
        label={<Trans id="evaluations.stopNote" message="What happened" />}
        value={note}
        onChange={setNote}
      />
      <Button kind="primary" type="submit" isPending={stop.isPending}>
        <Trans id="action.save" message="Save" />
      </Button>
    </Form>
  );
}
