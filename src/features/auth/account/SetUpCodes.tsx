import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { authRoutes, sessionChanged } from "#src/lib/authRoutes.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { toastDone } from "#src/ui/Toasts.tsx";
import { authProblem } from "../authProblem.ts";
import { noCode, readCode } from "../typedCode.ts";
import { AskPassword } from "./AskPassword.tsx";
import { BackupCodes } from "./BackupCodes.tsx";
import { QrCode } from "./QrCode.tsx";

type Drawn = { totpURI: string; backupCodes: readonly string[] };

/** Sets codes up: the password, then the secret for the app, the codes for paper, and a first code as the proof. */
export function SetUpCodes({ onCancel, onDone }: { onCancel?: () => void; onDone: () => void }) {
  const { i18n } = useLingui();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  if (drawn === null) {
    return (
      <AskPassword
        actLabel={i18n.t({ id: "secondFactor.begin", message: "Continue" })}
        onCancel={onCancel}
        act={async (password) => {
          const { data, error } = await authRoutes.beginCodes(password);
          if (data) setDrawn(data);
          return error;
        }}
      />
    );
  }
  return (
    <ol className="flex flex-col gap-7">
      <Step
        number={1}
        title={<Trans id="setUp.scan" message="Scan this with an authenticator app on your phone" />}
      >
        <div className="flex flex-wrap items-center gap-5">
          <QrCode
            text={drawn.totpURI}
            label={i18n.t({ id: "setUp.qr", message: "Picture to scan; the same key is beside it in text" })}
          />
          <div className="min-w-0 basis-56 grow">
            <p className="text-14 text-ink-2">
              <Trans id="setUp.key" message="Or type this key into the app:" />
            </p>
            <code dir="ltr" className="mt-1 block font-mono text-16 leading-7 break-words select-all">
              {keyIn(drawn.totpURI)}
            </code>
          </div>
        </div>
      </Step>
      <Step
        number={2}
        title={
          <Trans id="setUp.keep" message="Keep these backup codes where you find them without your phone" />
        }
      >
        <BackupCodes codes={drawn.backupCodes} />
      </Step>
      <Step number={3} title={<Trans id="setUp.confirm" message="Enter the code that the app shows" />}>
        <Confirm onDone={onDone} onCancel={onCancel} />
      </Step>
    </ol>
  );
}

function Step({ number, title, children }: { number: number; title: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 gap-y-3">
      <span
        aria-hidden
        className="flex size-8 items-center justify-center rounded-full bg-sunken font-bold tabular-nums"
      >
        {number}
      </span>
      <h3 className="self-center text-16 font-bold">{title}</h3>
      <div className="col-start-2 max-sm:col-span-2 max-sm:col-start-1">{children}</div>
    </li>
  );
}

function Confirm({ onDone, onCancel }: { onDone: () => void; onCancel?: (() => void) | undefined }) {
  const { i18n } = useLingui();
  const [code, setCode] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    if (isPending) return;
    const given = readCode(code);
    // One from paper would prove nothing about the app.
    if (given?.kind !== "app") return setErrors({ code: noCode(code, "app") });
    setIsPending(true);
    const { error } = await authRoutes.giveCode(given, false);
    setIsPending(false);
    if (error) return setErrors(authProblem(error));
    toastDone(i18n.t({ id: "setUp.done", message: "From now on signing in asks for a code" }));
    // Turning it on has put a new session in the place of this one.
    sessionChanged();
    onDone();
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <TextField
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        label={<Trans id="code.app" message="Code from your app" />}
        value={code}
        onChange={setCode}
      />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" isPending={isPending}>
          <Trans id="setUp.turnOn" message="Turn on" />
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

/** The key in groups of four, as it is easiest to type. */
function keyIn(totpURI: string): string {
  const key = new URL(totpURI).searchParams.get("secret") ?? "";
  return key.match(/.{1,4}/g)?.join(" ") ?? key;
}
