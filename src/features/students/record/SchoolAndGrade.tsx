import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { gradeOptions } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { SelectField } from "#src/ui/SelectField.tsx";

export type Placement = { schoolId: Id<"organizations">; gradeLevel: string };

/** Which school of the organization, and which of its grades. */
export function SchoolAndGrade({
  value,
  onChange,
}: {
  value: Placement;
  onChange: (placement: Placement) => void;
}) {
  const { i18n } = useLingui();
  const { organizationId, kind } = useMyOrganization();
  const schools = useQuery(api.organizations.organizations.get, { organizationId })?.schools;
  const isChoice = kind === "district" && (schools === undefined || schools.length > 1);
  return (
    <>
      {isChoice && (
        <SelectField<Id<"organizations">>
          name="schoolId"
          width="full"
          label={i18n.t({ id: "student.school", message: "School" })}
          options={schools?.map(({ schoolId, name }) => ({ id: schoolId, label: name }))}
          value={value.schoolId}
          onChange={(schoolId) => onChange({ ...value, schoolId })}
        />
      )}
      <SelectField
        name="gradeLevel"
        label={i18n.t({ id: "students.grade", message: "Grade" })}
        options={gradeOptions()}
        value={value.gradeLevel}
        onChange={(gradeLevel) => onChange({ ...value, gradeLevel })}
      />
    </>
  );
}
