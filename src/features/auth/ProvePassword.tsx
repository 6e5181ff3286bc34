import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { signOut } from "#src/lib/signOut.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { AskPassword } from "./account/AskPassword.tsx";

/** The password once more, before something that a screen left open must not do. */
export function ProvePassword({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { i18n } = useLingui();
  const hasPassword = useQuery(api.people.credentials.get)?.hasPassword;
  return (
    <Dialog
      title={i18n.t({ id: "prove.title", message: "Is it you?" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      {hasPassword === false ? (
        <>
          <p className="mb-4 text-ink-2">
            <Trans
              id="prove.noPassword"
              message="This needs a sign-in of the last ten minutes. You sign in through another service: sign out, sign in there again, and come back."
            />
          </p>
          <Button kind="primary" onPress={() => void signOut()}>
            <Trans id="lock.signOut" message="Sign out" />
          </Button>
        </>
      ) : (
        <>
          <p className="mb-4 text-ink-2">
            <Trans
              id="prove.lead"
              message="This reaches far, so that a screen left open must not do it. Your password counts for ten minutes."
            />
          </p>
          <AskPassword
            actLabel={i18n.t({ id: "prove.goOn", message: "Go on" })}
            act={async (password) => {
              const { error } = await authRoutes.prove(password ?? "");
              if (!error) onDone();
              return error;
            }}
            onCancel={onClose}
          />
        </>
      )}
    </Dialog>
  );
}
