import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useState } from "react";
import { Button } from "#src/ui/Button.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { shortestPassword } from "./authProblem.ts";

/** A password that can be shown; pasting and password managers are welcome (WCAG 3.3.8). */
export function PasswordField({
  label,
  name = "password",
  value,
  onChange,
  isNew = false,
  hasFocus = false,
}: {
  label: ReactNode;
  name?: string;
  value: string;
  onChange: (password: string) => void;
  /** To be chosen now: the field says what a good one is. */
  isNew?: boolean;
  /** The only thing to do on its page: the keyboard is there already. */
  hasFocus?: boolean;
}) {
  const { i18n } = useLingui();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        <TextField
          name={name}
          label={label}
          hint={
            isNew && (
              <Trans
                id="auth.passwordHint"
                message="At least {count} characters. Three or four words in a row work well."
                values={{ count: shortestPassword }}
              />
            )
          }
          type={isShown ? "text" : "password"}
          autoComplete={isNew ? "new-password" : "current-password"}
          width="full"
          value={value}
          onChange={onChange}
          spellCheck="false"
          autoFocus={hasFocus}
        />
      </div>
      <Button kind="quiet" size="small" className="-ms-2.5" onPress={() => setIsShown(!isShown)}>
        {isShown
          ? i18n.t({ id: "auth.hidePassword", message: "Hide password" })
          : i18n.t({ id: "auth.showPassword", message: "Show password" })}
      </Button>
    </div>
  );
}
