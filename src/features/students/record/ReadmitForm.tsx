import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { SchoolAndGrade } from "./SchoolAndGrade.tsx";

/** A child who had left comes back: the record goes on, with a team that is chosen anew. */
export function ReadmitForm({ record, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const { student, school, today } = record;
  const [placement, setPlacement] = useState({ schoolId: school.schoolId, gradeLevel: student.gradeLevel });
  const [startsOn, setStartsOn] = useState(today);
  const readmit = useCommand(api.students.archiving.readmit, {
    showsProblem: false,
    done: i18n.t({ id: "enrolment.readmitted", message: "Taken back. Choose a case manager next." }),
  });
  const form = useSubmit(() => readmit({ studentId: student.studentId, ...placement, startsOn }), onDone);
  return (
    <SubmitForm form={form} act={i18n.t({ id: "enrolment.readmit", message: "Take the child back" })}>
      <p className="text-ink-2">
        {i18n.t({
          id: "enrolment.readmitAdvice",
          message:
            "The record goes on where it was. The team of before has no access until it is put together again.",
        })}
      </p>
      <SchoolAndGrade value={placement} onChange={setPlacement} />
      <DateField
        name="startsOn"
        label={i18n.t({ id: "enrolment.from", message: "From" })}
        value={startsOn}
        onChange={setStartsOn}
      />
    </SubmitForm>
  );
}
