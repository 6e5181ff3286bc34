import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authClient } from "#src/lib/authClient.ts";
import { heard } from "#src/lib/authRoutes.ts";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { authProblem, passwordTooShort, shortestPassword } from "./authProblem.ts";
import { PasswordField } from "./PasswordField.tsx";

/** Chooses a new password with the token of a mailed link. */
export function ResetPasswordForm({ token }: { token: string }) {
  const { i18n } = useLingui();
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const submit = async () => {
    if (isPending) return;
    if (password.length < shortestPassword) {
      setErrors({ password: passwordTooShort() });
      return;
    }
    setIsPending(true);
    const { error } = await heard(authClient.resetPassword({ newPassword: password, token }));
    setIsPending(false);
    if (error) setErrors(authProblem(error));
    else setIsDone(true);
  };
  if (isDone) {
    return (
      <div className="flex flex-col items-start gap-4">
        <Banner tone="good" announce title={<Trans id="reset.done" message="Your password is changed" />} />
        <LinkButton kind="primary" href={paths.signIn}>
          <Trans id="auth.signIn" message="Sign in" />
        </LinkButton>
      </div>
    );
  }
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <PasswordField
        isNew
        label={<Trans id="reset.password" message="New password" />}
        value={password}
        onChange={setPassword}
      />
      <Button kind="primary" size="large" type="submit" isPending={isPending}>
        <Trans id="reset.save" message="Change password" />
      </Button>
    </Form>
  );
}
