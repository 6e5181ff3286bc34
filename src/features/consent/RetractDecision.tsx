import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
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
  const words = useWords(`consent.retract ${decision.consentId}`);
  const [reason, setReason] = useKept(words, "reason", "");
  const retract = useCommand(api.consent.consents.retract, {
    showsProblem: false,
    done: i18n.t({ id: "consents.retracted", message: "Marked as recorded in error" }),
  });
  const form = useSubmit(() => retract({ studentId, consentId: decision.consentId, reason }), onClose, words);
  return (
    <FormDialog
      title={i18n.t({ id: "consents.retract", message: "Recorded in error" })}
      onClose={onClose}
      form={form}
      act={<Trans id="consents.markError" message="Mark as recorded in error" />}
    >
      <TextField
        name="reason"
        rows={3}
        label={<Trans id="consents.reason" message="What was wrong" />}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
