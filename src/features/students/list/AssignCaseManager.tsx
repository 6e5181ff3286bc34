import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { atWork, useStaff } from "#src/lib/useStaff.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { SelectField } from "#src/ui/SelectField.tsx";

/** Hands several students to one person. */
export function AssignCaseManager({
  studentIds,
  onDone,
}: {
  studentIds: Id<"students">[];
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const staff = useStaff(atWork, "current");
  const [caseManagerId, setCaseManagerId] = useState<Id<"people"> | null>(null);
  const assign = useCommand(api.students.bulk.assignCaseManager, {
    showsProblem: false,
    done: i18n.t({ id: "bulk.assigned", message: "Case manager assigned" }),
  });
  const form = useSubmit(() => {
    if (caseManagerId === null) {
      return { caseManagerId: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return assign({ organizationId, studentIds, caseManagerId });
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="bulk.caseManager" message="Assign case manager" />}>
      <SelectField<Id<"people">>
        name="caseManagerId"
        width="full"
        label={<Trans id="students.caseManager" message="Case manager" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={staff}
        value={caseManagerId}
        onChange={setCaseManagerId}
      />
    </SubmitForm>
  );
}
