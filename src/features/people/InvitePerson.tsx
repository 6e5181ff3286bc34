import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { isCompleteEmail } from "#src/lib/emailAddress.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { type Role, roleName } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Guardians are invited from the child's page, where it is clear whose; a student's own account has no form yet. */
const invitable = [
  "teacher",
  "specialist",
  "caseManager",
  "administrator",
] as const satisfies readonly Role[];
type Invitable = (typeof invitable)[number];

/** Sends a colleague a link. */
export function InvitePerson({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Invitable>("teacher");
  const [errors, setErrors] = useState<FormErrors>({});
  const send = useCommand(api.organizations.invitations.send, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.invited", message: "Invitation sent" }),
  });
  const submit = async () => {
    if (!isCompleteEmail(email)) {
      setErrors({ email: i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." }) });
      return;
    }
    const outcome = await send({ organizationId, email: email.trim(), role });
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
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
        value={email}
        onChange={setEmail}
      />
      <RadioField<Invitable>
        name="role"
        label={<Trans id="people.role" message="Role" />}
        hint={
          <Trans
            id="people.inviteHint"
            message="What they may open follows from the teams they are on. Parents are invited from the child’s page."
          />
        }
        options={invitable.map((id) => ({ id, label: roleName(id) }))}
        value={role}
        onChange={setRole}
      />
      <Button kind="primary" type="submit" isPending={send.isPending}>
        <Trans id="invite.send" message="Send invitation" />
      </Button>
    </Form>
  );
}
