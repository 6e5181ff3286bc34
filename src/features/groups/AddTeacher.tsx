import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { allStaff, useStaff } from "#src/lib/useStaff.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { SelectField } from "#src/ui/SelectField.tsx";

/** Says who teaches a group, from today on. */
export function AddTeacher({ groupId, onDone }: { groupId: Id<"groups">; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const staff = useStaff(allStaff, "current");
  const [personId, setPersonId] = useState<Id<"people"> | null>(null);
  const add = useCommand(api.groups.members.addTeacher, {
    showsProblem: false,
    done: i18n.t({ id: "groups.teacherAdded", message: "Teaches the group from today on" }),
  });
  const form = useSubmit(() => {
    if (personId === null) {
      return { personId: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return add({ organizationId, groupId, personId });
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="groups.addTeacher" message="Add teacher" />}>
      <SelectField<Id<"people">>
        name="personId"
        width="full"
        label={<Trans id="team.person" message="Who" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={staff}
        value={personId}
        onChange={setPersonId}
      />
    </SubmitForm>
  );
}
