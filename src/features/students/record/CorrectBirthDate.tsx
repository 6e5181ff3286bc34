import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Dialog } from "#src/ui/Dialog.tsx";
import { joinTypedDay } from "#src/ui/TypedDateField.tsx";
import { BirthDateField } from "../BirthDateField.tsx";
import type { StudentRecord } from "../studentRecord.ts";

/** A birth date never changes; it can only have been written down wrong. */
export function CorrectBirthDate({
  record,
  isOpen,
  onClose,
}: {
  record: StudentRecord;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <Dialog
      title={i18n.t({ id: "record.correctBirth", message: "Correct the birth date" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <BirthForm record={record} onDone={onClose} />
    </Dialog>
  );
}

function BirthForm({ record: { student }, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const [seen] = useState(student.birthOn);
  const [year = "", month = "", day = ""] = seen.split("-");
  const [typed, setTyped] = useState({ year, month, day });
  const edit = useCommand(api.students.record.edit, {
    showsProblem: false,
    done: i18n.t({ id: "record.birthCorrected", message: "Birth date corrected" }),
  });
  const form = useSubmit(async () => {
    const base = { birthOn: seen };
    const outcome = await edit({ studentId: student.studentId, birthOn: joinTypedDay(typed), base });
    return outcome.isDone ? outcome : { birthOn: outcome.sentence };
  }, onDone);
  return (
    <SubmitForm form={form} act={i18n.t({ id: "action.save", message: "Save" })}>
      <BirthDateField value={typed} onChange={setTyped} error={form.errors.birthOn} />
    </SubmitForm>
  );
}
