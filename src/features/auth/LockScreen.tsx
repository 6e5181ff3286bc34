import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { noteInput } from "#src/lib/lock.ts";
import { signOut } from "#src/lib/signOut.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { authProblem } from "./authProblem.ts";
import { EntryFrame } from "./EntryFrame.tsx";
import { PasswordField } from "./PasswordField.tsx";

/**
 * Stands instead of every page after a while without a key or a touch. Nothing of what was open is behind it: the
 * page is built anew when its person is back.
 */
export function LockScreen({
  name,
  email,
  hasPassword,
  onUnlocked,
}: {
  name: string;
  email: string;
  hasPassword: boolean;
  onUnlocked: () => void;
}) {
  const { i18n } = useLingui();
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    if (isPending) return;
    if (password === "") {
      setErrors({ password: i18n.t({ id: "auth.problem.noPassword", message: "Enter the password." }) });
      return;
    }
    setIsPending(true);
    // Whoever gives the password is here: the server may open the page before its answer has come.
    noteInput(Date.now());
    const { error } = await authRoutes.unlock(password);
    setIsPending(false);
    if (!error) return onUnlocked();
    if (error.status === 401) return void signOut();
    setErrors(authProblem(error));
  };
  return (
    <EntryFrame
      title={i18n.t({ id: "lock.title", message: "Locked" })}
      lead={
        <Trans
          id="lock.lead"
          message="Nobody has used this page for a while. What {name} was writing is kept."
          values={{ name }}
        />
      }
    >
      {hasPassword ? (
        <Form
          summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
          errors={errors}
          onSubmit={() => void submit()}
        >
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            hasFocus
            label={<Trans id="lock.password" message="Password of {name}" values={{ name }} />}
            value={password}
            onChange={setPassword}
          />
          <Button kind="primary" size="large" type="submit" isPending={isPending}>
            <Trans id="lock.unlock" message="Unlock" />
          </Button>
        </Form>
      ) : (
        <p className="text-ink-2">
          <Trans
            id="lock.noPassword"
            message="You sign in through another service. Sign out, then sign in there again."
          />
        </p>
      )}
      <Button kind="quiet" size="small" className="-ms-2.5 mt-4" onPress={() => void signOut()}>
        <Trans id="lock.signOut" message="Sign out" />
      </Button>
    </EntryFrame>
  );
}
