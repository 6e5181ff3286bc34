import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { SchoolAndGrade } from "./SchoolAndGrade.tsx";

/** Another school of the organization, or another grade, from a day on. */
export function MoveForm({ record, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const { student, school, today } = record;
  const [placement, setPlacement] = useState({ schoolId: school.schoolId, gradeLevel: student.gradeLevel });
  const [startsOn, setStartsOn] = useState(today);
  const move = useCommand(api.students.enrolments.move, {
    showsProblem: false,
    done: i18n.t({ id: "enrolment.moved", message: "Enrollment changed" }),
  });
  const form = useSubmit(() => move({ studentId: student.studentId, ...placement, startsOn }), onDone);
  return (
    <SubmitForm form={form} act={i18n.t({ id: "action.save", message: "Save" })}>
      <SchoolAndGrade value={placement} onChange={setPlacement} />
      <DateField
        name="startsOn"
        label={i18n.t({ id: "enrolment.from", message: "From" })}
        hint={i18n.t({ id: "enrolment.fromHint", message: "The first day there." })}
        value={startsOn}
        onChange={setStartsOn}
      />
    </SubmitForm>
  );
}
