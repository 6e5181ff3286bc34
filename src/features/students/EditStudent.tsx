import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { gradeOptions } from "#src/lib/grades.ts";
import { useMe } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { atWork, useStaff } from "#src/lib/useStaff.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { StudentRecord } from "./studentRecord.ts";

/** What changes about a child over the years; only fields that were changed are sent. */
export function EditStudent({ record, onDone }: { record: StudentRecord; onDone: () => void }) {
  const { i18n } = useLingui();
  const { student } = record;
  // As it was when the form was opened: what somebody else changes meanwhile is neither sent back nor overwritten.
  const [seen] = useState({
    preferredName: student.preferredName ?? "",
    gradeLevel: student.gradeLevel,
    caseManagerId: record.caseManager?.personId ?? null,
  });
  const isAdministrator = useMe().roles.includes("administrator");
  const [preferredName, setPreferredName] = useState(seen.preferredName);
  const [gradeLevel, setGradeLevel] = useState(seen.gradeLevel);
  const [caseManagerId, setCaseManagerId] = useState(seen.caseManagerId);
  const edit = useCommand(api.students.record.edit, {
    showsProblem: false,
    done: i18n.t({ id: "editStudent.done", message: "Changes saved" }),
  });
  const form = useSubmit(
    () =>
      edit({
        studentId: student.studentId,
        ...(preferredName.trim() !== seen.preferredName && {
          preferredName: preferredName.trim(),
          base: { preferredName: seen.preferredName },
        }),
        ...(gradeLevel !== seen.gradeLevel && { gradeLevel }),
        ...(caseManagerId !== null && caseManagerId !== seen.caseManagerId && { caseManagerId }),
      }),
    onDone,
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
      {isAdministrator && <CaseManagerField value={caseManagerId} onChange={setCaseManagerId} />}
      <TextField
        name="preferredName"
        width="full"
        label={<Trans id="student.preferredName" message="Preferred name" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={preferredName}
        onChange={setPreferredName}
      />
      <SelectField
        name="gradeLevel"
        label={<Trans id="students.grade" message="Grade" />}
        options={gradeOptions()}
        value={gradeLevel}
        onChange={setGradeLevel}
      />
    </SubmitForm>
  );
}

/** Who leads the work for this child; handing over is for administrators. */
function CaseManagerField({
  value,
  onChange,
}: {
  value: Id<"people"> | null;
  onChange: (personId: Id<"people">) => void;
}) {
  const { i18n } = useLingui();
  const staff = useStaff(atWork);
  return (
    <SelectField<Id<"people">>
      name="caseManagerId"
      width="full"
      label={<Trans id="students.caseManager" message="Case manager" />}
      placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
      options={staff}
      value={value}
      onChange={onChange}
    />
  );
}
