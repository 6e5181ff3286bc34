import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authClient } from "#src/lib/authClient.ts";
import { heard } from "#src/lib/authRoutes.ts";
import { setLocked } from "#src/lib/lock.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { authProblem, checkCredentials } from "./authProblem.ts";
import { EmailField } from "./EmailField.tsx";
import { PasswordField } from "./PasswordField.tsx";

/** Address and password. The page moves on by itself when the live connection knows the session. */
export function SignInForm({
  email,
  password,
  onEmail,
  onPassword,
  onCodeAsked,
}: {
  email: string;
  password: string;
  onEmail: (email: string) => void;
  onPassword: (password: string) => void;
  /** The password was right, and a code is asked for besides. */
  onCodeAsked: () => void;
}) {
  const { i18n } = useLingui();
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    const found = checkCredentials({ email, password, isNew: false });
    setErrors(found);
    if (Object.keys(found).length > 0 || isPending) return;
    setIsPending(true);
    const { data, error } = await heard(authClient.signIn.email({ email: email.trim(), password }));
    // Whoever has just given the password is not locked out by what this browser remembers.
    if (!error) setLocked(false);
    if (data && "twoFactorRedirect" in data) return onCodeAsked();
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
      <EmailField value={email} onChange={onEmail} />
      <PasswordField
        label={<Trans id="auth.password" message="Password" />}
        value={password}
        onChange={onPassword}
      />
      <Button kind="primary" size="large" type="submit" isPending={isPending}>
        <Trans id="auth.signIn" message="Sign in" />
      </Button>
    </Form>
  );
}
