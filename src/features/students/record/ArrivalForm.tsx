import { useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { StudentRecord } from "../studentRecord.ts";

/** Where the child came from in the middle of a plan, and what they get until there is one here. */
export function ArrivalForm({ record, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const words = useWords(`arrival ${record.student.studentId}`);
  const [place, setPlace] = useKept(words, "place", "");
  const [movedOn, setMovedOn] = useKept(words, "movedOn", record.today);
  const [comparableServices, setComparableServices] = useKept(words, "comparableServices", "");
  const [consultedOn, setConsultedOn] = useKept(words, "consultedOn", "");
  const [recordsRequestedOn, setRecordsRequestedOn] = useKept(words, "recordsRequestedOn", record.today);
  const arrive = useCommand(api.students.transfers.recordArrival, {
    showsProblem: false,
    done: i18n.t({ id: "transfer.arrived", message: "Transfer recorded" }),
  });
  const form = useSubmit(
    () =>
      arrive({
        studentId: record.student.studentId,
        place,
        movedOn,
        reason: "",
        comparableServices,
        ...(consultedOn && { consultedOn }),
        ...(recordsRequestedOn && { recordsRequestedOn }),
      }),
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={i18n.t({ id: "action.save", message: "Save" })}>
      <TextField
        name="place"
        width="full"
        label={i18n.t({ id: "transfer.from", message: "From which school or district" })}
        value={place}
        onChange={setPlace}
      />
      <DateField
        name="movedOn"
        label={i18n.t({ id: "transfer.firstDay", message: "First day here" })}
        value={movedOn}
        onChange={setMovedOn}
      />
      <TextField
        name="comparableServices"
        width="full"
        rows={3}
        label={i18n.t({
          id: "transfer.comparable",
          message: "Comparable services until there is a plan here",
        })}
        hint={i18n.t({
          id: "transfer.comparableHint",
          message: "What the other school’s plan gives, or the like of it, agreed with the parents.",
        })}
        optional={i18n.t({ id: "form.optional", message: "(optional)" })}
        value={comparableServices}
        onChange={setComparableServices}
      />
      <DateField
        name="consultedOn"
        label={i18n.t({ id: "transfer.consulted", message: "Agreed with the parents on" })}
        optional={i18n.t({ id: "form.optional", message: "(optional)" })}
        value={consultedOn}
        onChange={setConsultedOn}
      />
      <DateField
        name="recordsRequestedOn"
        label={i18n.t({ id: "transfer.requested", message: "Record requested on" })}
        optional={i18n.t({ id: "form.optional", message: "(optional)" })}
        value={recordsRequestedOn}
        onChange={setRecordsRequestedOn}
      />
    </SubmitForm>
  );
}
