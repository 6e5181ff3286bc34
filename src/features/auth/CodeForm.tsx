import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { authProblem } from "./authProblem.ts";
import { noCode, readCode } from "./typedCode.ts";

/** The second step of signing in: a code from the app, or one from paper. The page moves on by itself. */
export function CodeForm({ onEntered, onBack }: { onEntered: () => void; onBack: () => void }) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<"app" | "paper">("app");
  const [code, setCode] = useState("");
  const [isTrusted, setIsTrusted] = useState(false);
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    if (isPending) return;
    // Either kind is taken in either field: whoever holds the paper need not find the other field first.
    const given = readCode(code);
    if (!given) return setErrors({ code: noCode(code, kind) });
    setIsPending(true);
    const { error } = await authRoutes.giveCode(given, isTrusted);
    if (!error) return onEntered();
    setIsPending(false);
    setErrors(authProblem(error));
  };
  return (
    <>
      <Form
        // A new form for the other kind: what was said about one code is not true of the other.
        key={kind}
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        {kind === "app" ? (
          <TextField
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            width="short"
            label={<Trans id="code.app" message="Code from your app" />}
            hint={<Trans id="code.appHint" message="Six digits, new every half minute." />}
            value={code}
            onChange={setCode}
          />
        ) : (
          <TextField
            name="code"
            autoComplete="off"
            spellCheck="false"
            autoFocus
            width="short"
            label={<Trans id="code.paper" message="Backup code" />}
            hint={<Trans id="code.paperHint" message="One of the ten that you kept. It works once." />}
            value={code}
            onChange={setCode}
          />
        )}
        <CheckboxField
          label={<Trans id="code.trust" message="Do not ask again on this device for 30 days" />}
          hint={<Trans id="code.trustHint" message="Only on a device that nobody else uses." />}
          isSelected={isTrusted}
          onChange={setIsTrusted}
        />
        <Button kind="primary" size="large" type="submit" isPending={isPending}>
          <Trans id="code.continue" message="Continue" />
        </Button>
      </Form>
      <div className="-ms-2.5 mt-4 flex flex-wrap gap-x-2">
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            setKind(kind === "app" ? "paper" : "app");
            setCode("");
            setErrors({});
          }}
        >
          {kind === "app" ? (
            <Trans id="code.toPaper" message="Use a backup code" />
          ) : (
            <Trans id="code.toApp" message="Use the app" />
          )}
        </Button>
        <Button kind="quiet" size="small" onPress={onBack}>
          <Trans id="code.back" message="Sign in as somebody else" />
        </Button>
      </div>
    </>
  );
}
