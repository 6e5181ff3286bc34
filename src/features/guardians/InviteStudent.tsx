import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { isCompleteEmail } from "#src/lib/emailAddress.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { TextField } from "#src/ui/TextField.tsx";

/** Sends the student a link to an account of their own; under thirteen a parent agrees first. */
export function InviteStudent({ studentId, onClose }: { studentId: Id<"students">; onClose: () => void }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState("");
  const invite = useCommand(api.guardians.studentAccount.sendInvitation, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.invited", message: "Invitation sent" }),
  });
  const form = useSubmit(() => {
    if (!isCompleteEmail(email)) {
      return { email: i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." }) };
    }
    return invite({ studentId, email: email.trim() });
  }, onClose);
  return (
    <FormDialog
      title={i18n.t({ id: "majority.invite", message: "Invite the student" })}
      onClose={onClose}
      form={form}
      act={<Trans id="invite.send" message="Send invitation" />}
    >
      <TextField
        name="email"
        type="email"
        width="full"
        autoComplete="off"
        label={<Trans id="auth.email" message="E-mail address" />}
        hint={
          <Trans
            id="majority.inviteHint"
            message="The student reads what is shared with the family. Under 13, a parent agrees first."
          />
        }
        value={email}
        onChange={setEmail}
      />
    </FormDialog>
  );
}
