import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authClient } from "#src/lib/authClient.ts";
import { heard } from "#src/lib/authRoutes.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { authProblem, checkCredentials } from "./authProblem.ts";
import { EmailField } from "./EmailField.tsx";
import { PasswordField } from "./PasswordField.tsx";

/**
 * A new account: name, address, password. With an invitation the address is known and not asked again, and its token
 * opens the door; without one the answer is the same whether the address has an account or not.
 */
export function SignUpForm({ invitation }: { invitation?: { email: string; token: string } }) {
  const { i18n } = useLingui();
  const [name, setName] = useState("");
  const [typedEmail, setTypedEmail] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const email = invitation?.email ?? typedEmail.trim();
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
    const { data, error } = await heard(
      authClient.signUp.email(
        { name: name.trim(), email, password },
        { headers: invitation ? { "x-invitation": invitation.token } : {} },
      ),
    );
    if (error) setErrors(authProblem(error));
    else if (!data?.token) setIsSent(true);
    if (error || !data?.token) setIsPending(false);
  };
  if (isSent) {
    return (
      <Banner tone="information" announce title={<Trans id="signUp.mail" message="Look into your mail" />}>
        <Trans
          id="signUp.mailAdvice"
          message="An account is made with the invitation link that your school sent. If {email} has an account already, a mail about it is on its way."
          values={{ email }}
        />
      </Banner>
    );
  }
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
      <EmailField
        value={invitation?.email ?? typedEmail}
        onChange={setTypedEmail}
        isReadOnly={invitation !== undefined}
      />
      <PasswordField
        isNew
        label={<Trans id="auth.newPassword" message="Choose a password" />}
        value={password}
        onChange={setPassword}
      />
      <Button kind="primary" size="large" type="submit" isPending={isPending}>
        <Trans id="auth.createAccount" message="Create account" />
      </Button>
    </Form>
  );
}
