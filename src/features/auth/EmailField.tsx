import { Trans } from "@lingui/react";
import { TextField } from "#src/ui/TextField.tsx";

/** The address by which somebody is known here; password managers fill it in. */
export function EmailField({
  value,
  onChange,
  isReadOnly = false,
}: {
  value: string;
  onChange: (email: string) => void;
  isReadOnly?: boolean;
}) {
  return (
    <TextField
      name="email"
      type="email"
      autoComplete="username"
      width="full"
      label={<Trans id="auth.email" message="E-mail address" />}
      value={value}
      onChange={onChange}
      isReadOnly={isReadOnly}
    />
  );
}
