import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { type ArchiveReason, archiveReasons } from "#convex/students/rules/enrolment.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { exitReasonName } from "./recordWords.ts";

/** The child has left: when, why, and until when the team may still read. */
export function ArchiveForm({ record, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState<ArchiveReason | null>(null);
  const [lastDayOn, setLastDayOn] = useState(record.today);
  const [accessEndsOn, setAccessEndsOn] = useState(record.today);
  const archive = useCommand(api.students.archiving.archive, {
    showsProblem: false,
    done: i18n.t({ id: "enrolment.archived", message: "Record archived" }),
  });
  const form = useSubmit(() => {
    if (reason === null) {
      return { reason: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return archive({ studentId: record.student.studentId, reason, lastDayOn, accessEndsOn });
  }, onDone);
  return (
    <SubmitForm
      form={form}
      kind="danger"
      act={i18n.t({ id: "enrolment.archive", message: "Archive the record" })}
    >
      <p className="text-ink-2">
        {i18n.t({
          id: "enrolment.archiveAdvice",
          message:
            "Nothing is deleted. Administrators and the family keep what they may read; the team does not.",
        })}
      </p>
      <SelectField<ArchiveReason>
        name="reason"
        width="full"
        label={i18n.t({ id: "enrolment.reason", message: "Why the child leaves" })}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={archiveReasons.map((id) => ({ id, label: exitReasonName(id) }))}
        value={reason}
        onChange={setReason}
      />
      <DateField
        name="endsOn"
        label={i18n.t({ id: "enrolment.lastDay", message: "Last day at school" })}
        value={lastDayOn}
        onChange={(day) => {
          setLastDayOn(day);
          if (day > accessEndsOn) setAccessEndsOn(day);
        }}
      />
      <DateField
        name="accessEndsOn"
        label={i18n.t({ id: "enrolment.accessEnds", message: "The team may read until" })}
        value={accessEndsOn}
        onChange={setAccessEndsOn}
      />
    </SubmitForm>
  );
}
