import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
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
  const retract = useCommand(api.documents.documents.retract, {
    showsProblem: false,
    done: i18n.t({ id: "documents.retracted", message: "Taken back" }),
  });
  const form = useSubmit(() => retract({ studentId, documentId: row.documentId, reason }), onClose);
  return (
    <FormDialog
      title={i18n.t({
        id: "documents.retractTitle",
        message: "Take back “{title}”",
        values: { title: row.title },
      })}
      onClose={onClose}
      form={form}
      act={<Trans id="documents.retract" message="Take back" />}
      kind="danger"
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
    </FormDialog>
  );
}
