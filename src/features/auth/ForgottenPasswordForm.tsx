import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authClient } from "#src/lib/authClient.ts";
import { heard } from "#src/lib/authRoutes.ts";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { authProblem, checkCredentials } from "./authProblem.ts";
import { EmailField } from "./EmailField.tsx";

/** Asks for a link by mail. Says the same whether the address is known or not. */
export function ForgottenPasswordForm() {
  const { i18n } = useLingui();
  const [email, setEmail] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const submit = async () => {
    const found = checkCredentials({ email, password: "not asked for", isNew: false });
    setErrors(found);
    if (Object.keys(found).length > 0 || isPending) return;
    setIsPending(true);
    const { error } = await heard(
      authClient.requestPasswordReset({ email: email.trim(), redirectTo: paths.resetPassword }),
    );
    setIsPending(false);
    if (error) setErrors(authProblem(error));
    else setIsSent(true);
  };
  if (isSent) {
    return (
      <Banner tone="good" announce title={<Trans id="forgotten.sent" message="Look into your mail" />}>
        <Trans
          id="forgotten.sentAdvice"
          message="If there is an account for {email}, a link to choose a new password is on its way. It works for half an hour."
          values={{ email: email.trim() }}
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
      <EmailField value={email} onChange={setEmail} />
      <Button kind="primary" size="large" type="submit" isPending={isPending}>
        <Trans id="forgotten.send" message="Send me a link" />
      </Button>
    </Form>
  );
}
