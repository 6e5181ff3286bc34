import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Decision } from "./standing.ts";

/** Says that a decision was written down by mistake; it stays readable, struck out. */
export function RetractDecision({
  studentId,
  decision,
  onClose,
}: {
  studentId: Id<"students">;
  decision: Decision;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const retract = useCommand(api.consent.consents.retract, {
    showsProblem: false,
    done: i18n.t({ id: "consents.retracted", message: "Marked as recorded in error" }),
  });
  const submit = async () => {
    const outcome = await retract({ studentId, consentId: decision.consentId, reason });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({ id: "consents.retract", message: "Recorded in error" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <TextField
          name="reason"
          rows={3}
          label={<Trans id="consents.reason" message="What was wrong" />}
          value={reason}
          onChange={setReason}
        />
        <Button kind="primary" type="submit" isPending={retract.isPending}>
          <Trans id="consents.markError" message="Mark as recorded in error" />
        </Button>
      </Form>
    </Dialog>
  );
}
