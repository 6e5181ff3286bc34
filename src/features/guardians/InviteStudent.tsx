import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { isCompleteEmail } from "#src/lib/emailAddress.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Sends the student a link to an account of their own; under thirteen a parent agrees first. */
export function InviteStudent({ studentId, onClose }: { studentId: Id<"students">; onClose: () => void }) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const invite = useCommand(api.guardians.studentAccount.sendInvitation, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.invited", message: "Invitation sent" }),
  });
  const submit = async () => {
    if (!isCompleteEmail(email)) {
      setErrors({ email: i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." }) });
      return;
    }
    const outcome = await invite({ studentId, email: email.trim() });
    if (outcome.isDone) onClose();
    else setErrors({ form: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({ id: "majority.invite", message: "Invite the student" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
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
        <Button kind="primary" type="submit" isPending={invite.isPending}>
          <Trans id="invite.send" message="Send invitation" />
        </Button>
      </Form>
    </Dialog>
  );
}
