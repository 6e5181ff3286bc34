import { useLingui } from "@lingui/react";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { addPasskey } from "#src/lib/passkeys.ts";
import { toastDone } from "#src/ui/Toasts.tsx";
import { AskPassword } from "../account/AskPassword.tsx";

/** Adds a passkey of this device: the password first, then the browser asks its owner. */
export function AddPasskey({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { i18n } = useLingui();
  return (
    <AskPassword
      actLabel={i18n.t({ id: "passkeys.add", message: "Add a passkey" })}
      onCancel={onCancel}
      act={async (password) => {
        const unproven = password === undefined ? null : (await authRoutes.prove(password)).error;
        const refusal = unproven ?? (await addPasskey());
        if (refusal) return refusal;
        toastDone(i18n.t({ id: "passkeys.added", message: "You can sign in with a passkey now" }));
        onDone();
        return null;
      }}
    />
  );
}
