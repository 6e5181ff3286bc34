import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { AuthRefusal } from "#src/lib/authRoutes.ts";
import { stillLoading } from "#src/lib/submitting.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { authProblem } from "../authProblem.ts";
import { PasswordField } from "../PasswordField.tsx";

/** Asks for the password once more before an act on the account; an account without one is not asked. */
export function AskPassword({
  actLabel,
  act,
  onCancel,
}: {
  actLabel: string;
  /** Answers with the refusal, or null when done. */
  act: (password: string | undefined) => Promise<AuthRefusal | null>;
  onCancel?: (() => void) | undefined;
}) {
  const { i18n } = useLingui();
  const credentials = useQuery(api.people.credentials.get);
  const hasPassword = credentials?.hasPassword;
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    if (isPending) return;
    if (hasPassword === undefined && password === "") return setErrors({ form: stillLoading() });
    if (hasPassword && password === "") {
      setErrors({ password: i18n.t({ id: "auth.problem.noPassword", message: "Enter the password." }) });
      return;
    }
    setIsPending(true);
    const refusal = await act(hasPassword === false ? undefined : password);
    setIsPending(false);
    if (!refusal) return;
    // The same sentence for another form's field.
    const { currentPassword: _, ...found } = authProblem(refusal);
    setErrors(found);
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      {hasPassword !== false && (
        <PasswordField
          hasFocus
          label={<Trans id="password.current" message="Your password now" />}
          value={password}
          onChange={setPassword}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" isPending={isPending}>
          {actLabel}
        </Button>
        {onCancel && (
          <Button onPress={onCancel}>
            <Trans id="action.cancel" message="Cancel" />
          </Button>
        )}
      </div>
    </Form>
  );
}
