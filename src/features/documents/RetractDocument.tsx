import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { DocumentRow } from "./documentWords.ts";

/** Takes a document back, with the reason; its line stays. */
export function RetractDocument({
  studentId,
  row,
  onClose,
}: {
  studentId: Id<"students">;
  row: DocumentRow;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const retract = useCommand(api.documents.documents.retract, {
    showsProblem: false,
    done: i18n.t({ id: "documents.retracted", message: "Taken back" }),
  });
  const submit = async () => {
    const outcome = await retract({ studentId, documentId: row.documentId, reason });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({
        id: "documents.retractTitle",
        message: "Take back “{title}”",
        values: { title: row.title },
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
        <p className="text-ink-2">
          <Trans
            id="documents.retractAdvice"
            message="Nobody can open it then. That it was here, and why it is not, stays on record."
          />
        </p>
        <TextField
          name="reason"
          rows={3}
          label={<Trans id="documents.reason" message="Why" />}
          value={reason}
          onChange={setReason}
        />
        <Button kind="danger" type="submit" isPending={retract.isPending}>
          <Trans id="documents.retract" message="Take back" />
        </Button>
      </Form>
    </Dialog>
  );
}
