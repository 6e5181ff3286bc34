import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { Link } from "#src/ui/Link.tsx";
import { toastDone } from "#src/ui/Toasts.tsx";
import { authProblem, passwordTooShort, shortestPassword } from "../authProblem.ts";
import { PasswordField } from "../PasswordField.tsx";

/** Chooses a new password with the old one. */
export function ChangePassword() {
  const { i18n } = useLingui();
  // Refused, it says so itself: the password is changed all the same.
  const revokeOthers = useCommand(api.people.devices.revokeOthers);
  const [typed, setTyped] = useState(empty);
  const [endsOthers, setEndsOthers] = useState(true);
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    if (isPending) return;
    const found: Record<string, string> = {};
    if (typed.old === "") {
      found.currentPassword = i18n.t({ id: "auth.problem.noPassword", message: "Enter the password." });
    }
    if (typed.new.length < shortestPassword) found.password = passwordTooShort();
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setIsPending(true);
    const { error } = await authRoutes.changePassword(typed.old, typed.new);
    setIsPending(false);
    if (error) {
      const { currentPassword, ...others } = authProblem(error);
      // A password that is not right is the old one: of the new one it says nothing.
      return setErrors(currentPassword === undefined ? others : { currentPassword });
    }
    setTyped(empty);
    toastDone(i18n.t({ id: "password.changed", message: "Your password is changed" }));
    if (endsOthers) await revokeOthers({});
  };
  return (
    <Card title={<Trans id="password.title" message="Password" />}>
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <PasswordField
          name="currentPassword"
          label={<Trans id="password.current" message="Your password now" />}
          value={typed.old}
          onChange={(old) => setTyped({ ...typed, old })}
        />
        <PasswordField
          isNew
          label={<Trans id="reset.password" message="New password" />}
          value={typed.new}
          onChange={(chosen) => setTyped({ ...typed, new: chosen })}
        />
        <CheckboxField
          label={<Trans id="password.endOthers" message="Sign out everywhere else" />}
          isSelected={endsOthers}
          onChange={setEndsOthers}
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" isPending={isPending}>
            <Trans id="reset.save" message="Change password" />
          </Button>
          <span className="text-14">
            <Link href={paths.forgottenPassword}>
              <Trans id="signIn.forgotten" message="I have forgotten my password" />
            </Link>
          </span>
        </div>
      </Form>
    </Card>
  );
}

const empty = { old: "", new: "" };
