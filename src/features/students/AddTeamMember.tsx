import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { allStaff, useStaff } from "#src/lib/useStaff.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { allTeamRoles, type TeamRole, teamRoleName } from "#src/lib/words.ts";
import { Dialog } from "#src/ui/Dialog.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";

/** Puts a member of staff on the child's team; from then on they can open this child. */
export function AddTeamMember({
  studentId,
  isOpen,
  onClose,
}: {
  studentId: Id<"students">;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <Dialog
      title={i18n.t({ id: "team.add", message: "Add to team" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <AddForm studentId={studentId} onDone={onClose} />
    </Dialog>
  );
}

function AddForm({ studentId, onDone }: { studentId: Id<"students">; onDone: () => void }) {
  const { i18n } = useLingui();
  const staff = useStaff(allStaff);
  const [personId, setPersonId] = useState<Id<"people"> | null>(null);
  const [teamRole, setTeamRole] = useState<TeamRole | null>(null);
  const add = useCommand(api.students.team.add, {
    showsProblem: false,
    done: i18n.t({ id: "team.added", message: "Added to the team" }),
  });
  const form = useSubmit(() => {
    const missing = i18n.t({ id: "form.chooseOne", message: "Choose one from the list." });
    if (personId === null || teamRole === null) {
      return {
        ...(personId === null ? { personId: missing } : {}),
        ...(teamRole === null ? { teamRole: missing } : {}),
      };
    }
    return add({ studentId, personId, teamRole });
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="team.add" message="Add to team" />}>
      <SelectField<Id<"people">>
        name="personId"
        width="full"
        label={<Trans id="team.person" message="Who" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={staff}
        value={personId}
        onChange={setPersonId}
      />
      <SelectField
        name="teamRole"
        width="full"
        label={<Trans id="team.part" message="Their part on this team" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={allTeamRoles.map((id) => ({ id, label: teamRoleName(id) }))}
        value={teamRole}
        onChange={setTeamRole}
      />
    </SubmitForm>
  );
}
