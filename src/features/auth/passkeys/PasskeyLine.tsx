import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import type { api } from "#convex/_generated/api.js";
import { authRoutes } from "#src/lib/authRoutes.ts";
import { format } from "#src/lib/format.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { toastDone } from "#src/ui/Toasts.tsx";
import { AskPassword } from "../account/AskPassword.tsx";
import { RenamePasskey } from "./RenamePasskey.tsx";

type Passkey = FunctionReturnType<typeof api.people.passkeys.list>[number];

/** One passkey: its name, since when it is there, and how to name or remove it. */
export function PasskeyLine({ passkey, isGuarded }: { passkey: Passkey; isGuarded: boolean }) {
  const { i18n } = useLingui();
  const [act, setAct] = useState<"rename" | "remove" | null>(null);
  const close = () => setAct(null);
  const { passkeyId, addedAt, lastUsedAt } = passkey;
  const name = passkey.name || i18n.t({ id: "passkeys.nameless", message: "Passkey" });
  const cancel = i18n.t({ id: "action.cancel", message: "Cancel" });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <KeyRound aria-hidden size={24} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <div className="min-w-0 grow basis-48">
        <p className="font-semibold break-words">
          <bdi>{name}</bdi>
        </p>
        <p className="text-14 text-ink-3">
          {lastUsedAt === null ? (
            <Trans
              id="passkeys.since"
              message="Added {when}, not used yet"
              values={{ when: format.instant(addedAt) }}
            />
          ) : (
            <Trans
              id="passkeys.lastUsed"
              message="Last used {when}"
              values={{ when: format.instant(lastUsedAt) }}
            />
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          kind="quiet"
          aria-label={i18n.t({ id: "passkeys.renameOne", message: "Rename {name}", values: { name } })}
          onPress={() => setAct("rename")}
        >
          <Trans id="passkeys.rename" message="Rename" />
        </Button>
        {!isGuarded && (
          <Button
            size="small"
            aria-label={i18n.t({ id: "passkeys.removeOne", message: "Remove {name}", values: { name } })}
            onPress={() => setAct("remove")}
          >
            <Trans id="passkeys.remove" message="Remove" />
          </Button>
        )}
      </div>
      <Dialog
        title={i18n.t({ id: "passkeys.renameOne", message: "Rename {name}", values: { name } })}
        closeLabel={cancel}
        isOpen={act === "rename"}
        onClose={close}
      >
        <RenamePasskey passkeyId={passkeyId} name={name} onClose={close} />
      </Dialog>
      <Dialog
        title={i18n.t({ id: "passkeys.removeTitle", message: "Remove {name}?", values: { name } })}
        closeLabel={cancel}
        isOpen={act === "remove"}
        onClose={close}
      >
        <p className="mb-5 text-ink-2">
          <Trans
            id="passkeys.removeAdvice"
            message="It will not sign you in any more. Your device goes on showing it until you delete it there too."
          />
        </p>
        <AskPassword
          actLabel={i18n.t({ id: "passkeys.remove", message: "Remove" })}
          onCancel={close}
          act={async (password) => {
            const unproven = password === undefined ? null : (await authRoutes.prove(password)).error;
            const refusal = unproven ?? (await authRoutes.removePasskey(passkeyId)).error;
            if (refusal) return refusal;
            close();
            toastDone(i18n.t({ id: "passkeys.removed", message: "Removed: {name}", values: { name } }));
            return null;
          }}
        />
      </Dialog>
    </li>
  );
}
