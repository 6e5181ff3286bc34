import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { type TollingReason, tollingReasonName } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
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
  const words = useWords(`evaluation.stop ${evaluation.evaluationId}`);
  const [reason, setReason] = useKept<TollingReason>(words, "reason", "childNotProduced");
  const [from, setFrom] = useKept(words, "from", today);
  const [until, setUntil] = useKept(words, "until", today);
  const [note, setNote] = useKept(words, "note", "");
  const stop = useCommand(api.status.evaluations.stopClock, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.clockStopped", message: "Due day moved" }),
  });
  const form = useSubmit(
    () => {
      const { evaluationId } = evaluation;
      return stop({ studentId, evaluationId, reason, from, until, note });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
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
    </SubmitForm>
  );
}
