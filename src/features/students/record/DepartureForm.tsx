import { useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { StudentRecord } from "../studentRecord.ts";

/** The child goes to a school outside: where to, since when, and what of the record went along. */
export function DepartureForm({ record, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const words = useWords(`departure ${record.student.studentId}`);
  const [place, setPlace] = useKept(words, "place", "");
  const [reason, setReason] = useKept(words, "reason", "");
  const [movedOn, setMovedOn] = useKept(words, "movedOn", record.today);
  const [recordsSent, setRecordsSent] = useKept(words, "recordsSent", "");
  const [recordsSentOn, setRecordsSentOn] = useKept(words, "recordsSentOn", "");
  const depart = useCommand(api.students.transfers.recordDeparture, {
    showsProblem: false,
    done: i18n.t({ id: "transfer.gone", message: "Transfer recorded" }),
  });
  const form = useSubmit(
    () =>
      depart({
        studentId: record.student.studentId,
        place,
        reason,
        movedOn,
        ...(recordsSent.trim() && { recordsSent, ...(recordsSentOn && { recordsSentOn }) }),
      }),
    onDone,
    words,
  );
  return (
    <SubmitForm
      form={form}
      kind="danger"
      act={i18n.t({ id: "transfer.depart", message: "Record that the child leaves" })}
    >
      <TextField
        name="place"
        width="full"
        label={i18n.t({ id: "transfer.to", message: "To which school or district" })}
        value={place}
        onChange={setPlace}
      />
      <DateField
        name="movedOn"
        label={i18n.t({ id: "transfer.lastDay", message: "Last day here" })}
        hint={i18n.t({ id: "transfer.lastDayHint", message: "The team’s access ends with this day." })}
        value={movedOn}
        onChange={setMovedOn}
      />
      <TextField
        name="reason"
        width="full"
        label={i18n.t({ id: "transfer.why", message: "Why" })}
        optional={i18n.t({ id: "form.optional", message: "(optional)" })}
        value={reason}
        onChange={setReason}
      />
      <TextField
        name="recordsSent"
        width="full"
        rows={2}
        label={i18n.t({ id: "transfer.sent", message: "What of the record was sent there" })}
        hint={i18n.t({
          id: "transfer.sentHint",
          message: "It goes into the list of disclosures that the family can read.",
        })}
        optional={i18n.t({ id: "form.optional", message: "(optional)" })}
        value={recordsSent}
        onChange={setRecordsSent}
      />
      {recordsSent.trim() !== "" && (
        <DateField
          name="recordsSentOn"
          label={i18n.t({ id: "transfer.sentOn", message: "Sent on" })}
          value={recordsSentOn}
          onChange={setRecordsSentOn}
        />
      )}
    </SubmitForm>
  );
}
