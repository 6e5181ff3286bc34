import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { isCompleteEmail } from "#src/lib/emailAddress.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { allRelationships, type Relationship, relationshipName } from "#src/lib/words.ts";
import { Dialog } from "#src/ui/Dialog.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Sends a guardian a link; they see what is shared with the family once they have accepted. */
export function InviteGuardian({
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
      title={i18n.t({ id: "guardians.invite", message: "Invite guardian" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <InviteForm studentId={studentId} onDone={onClose} />
    </Dialog>
  );
}

function InviteForm({ studentId, onDone }: { studentId: Id<"students">; onDone: () => void }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState("");
  const [relationship, setRelationship] = useState<Relationship>("parent");
  const invite = useCommand(api.guardians.guardianships.sendInvitation, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.invited", message: "Invitation sent" }),
  });
  const form = useSubmit(() => {
    if (!isCompleteEmail(email)) {
      return { email: i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." }) };
    }
    return invite({ studentId, email: email.trim(), relationship });
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="invite.send" message="Send invitation" />}>
      <TextField
        name="email"
        type="email"
        width="full"
        autoComplete="off"
        label={<Trans id="auth.email" message="E-mail address" />}
        hint={
          <Trans id="guardians.hint" message="They get a link and see only what is shared with the family." />
        }
        value={email}
        onChange={setEmail}
      />
      <SelectField
        name="relationship"
        label={<Trans id="guardians.relationship" message="Relationship to the child" />}
        options={allRelationships.map((id) => ({ id, label: relationshipName(id) }))}
        value={relationship}
        onChange={setRelationship}
      />
    </SubmitForm>
  );
}
