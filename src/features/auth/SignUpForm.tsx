import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authClient } from "#src/lib/authClient.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { authProblem, checkCredentials, shortestPassword } from "./authProblem.ts";
import { PasswordField } from "./PasswordField.tsx";

/** A new account: name, address, password. With an invitation the address is known and not asked again. */
export function SignUpForm({ invitedEmail }: { invitedEmail?: string }) {
  const { i18n } = useLingui();
  const [name, setName] = useState("");
  const [typedEmail, setTypedEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const email = invitedEmail ?? typedEmail.trim();
  const submit = async () => {
    const found: FormErrors = {
      ...(name.trim() === ""
        ? { name: i18n.t({ id: "auth.problem.noName", message: "Enter your name." }) }
        : {}),
      ...checkCredentials({ email, password, isNew: true }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0 || isPending) return;
    setIsPending(true);
    const { error } = await authClient.signUp.email({ name: name.trim(), email, password });
    if (error) {
      setErrors(authProblem(error));
      setIsPending(false);
    }
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <TextField
        name="name"
        autoComplete="name"
        width="full"
        label={<Trans id="auth.name" message="Your name" />}
        hint={<Trans id="auth.nameHint" message="As the others on the team know you." />}
        value={name}
        onChange={setName}
      />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        width="full"
        label={<Trans id="auth.email" message="E-mail address" />}
        value={invitedEmail ?? typedEmail}
        onChange={setTypedEmail}
        isReadOnly={invitedEmail !== undefined}
      />
      <PasswordField
        isNew
        label={<Trans id="auth.newPassword" message="Choose a password" />}
        hint={
          <Trans
            id="auth.passwordHint"
            message="At least {count} characters. Three or four words in a row work well."
            values={{ count: shortestPassword }}
          />
        }
        value={password}
        onChange={setPassword}
      />
      <Button kind="primary" size="large" type="submit" isPending={isPending}>
        <Trans id="auth.createAccount" message="Create account" />
      </Button>
    </Form>
  );
}
