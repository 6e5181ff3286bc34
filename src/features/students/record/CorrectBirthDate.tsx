import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
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
  const [year = "", month = "", day = ""] = student.birthOn.split("-");
  const [typed, setTyped] = useState({ year, month, day });
  const [errors, setErrors] = useState<FormErrors>({});
  const edit = useCommand(api.students.record.edit, {
    showsProblem: false,
    done: i18n.t({ id: "record.birthCorrected", message: "Birth date corrected" }),
  });
  const submit = async () => {
    const base = { birthOn: student.birthOn };
    const outcome = await edit({ studentId: student.studentId, birthOn: joinTypedDay(typed), base });
    if (outcome.isDone) onDone();
    else setErrors({ birthOn: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <BirthDateField value={typed} onChange={setTyped} error={errors.birthOn} />
      <Button kind="primary" type="submit" isPending={edit.isPending}>
        {i18n.t({ id: "action.save", message: "Save" })}
      </Button>
    </Form>
  );
}
