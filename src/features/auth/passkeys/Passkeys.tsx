import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMe } from "#src/lib/me.ts";
import { hasPasskeys } from "#src/lib/passkeys.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { AddPasskey } from "./AddPasskey.tsx";
import { PasskeyLine } from "./PasskeyLine.tsx";
import { UsePasskey } from "./UsePasskey.tsx";

/** My passkeys: which there are, one more, one less. */
export function Passkeys() {
  const { i18n } = useLingui();
  const { me } = useMe();
  const passkeys = useQuery(api.people.passkeys.list);
  const [isAdding, setIsAdding] = useState(false);
  // As the server sees it: a password alone does not change what is there to stand beside it.
  const isGuarded = (passkeys?.length ?? 0) > 0 && !me?.person.hasTwoFactors;
  return (
    <Card title={<Trans id="passkeys.title" message="Passkeys" />}>
      <p className="max-w-prose text-ink-2">
        <Trans
          id="passkeys.explanation"
          message="Sign in with your fingerprint, your face or the code of your device. There is nothing to remember, and nothing that a false page could ask you for."
        />
      </p>
      {passkeys === undefined ? (
        <SkeletonRows label={i18n.t({ id: "passkeys.loading", message: "Loading your passkeys" })} />
      ) : (
        <ul className="mt-2 divide-y divide-hairline empty:hidden">
          {passkeys.map((passkey) => (
            <PasskeyLine key={passkey.passkeyId} passkey={passkey} isGuarded={isGuarded} />
          ))}
        </ul>
      )}
      <div className="mt-4">{acts()}</div>
    </Card>
  );

  function acts() {
    if (!hasPasskeys) {
      return (
        <p className="text-14 text-ink-3">
          <Trans
            id="passkeys.none"
            message="This browser has no passkeys, or the page did not come over https."
          />
        </p>
      );
    }
    if (isGuarded) {
      return (
        <div className="max-w-sm">
          <p className="mb-3 text-14 text-ink-2">
            <Trans
              id="passkeys.guarded"
              message="You signed in with your password. Show a passkey before you change them."
            />
          </p>
          <UsePasskey />
        </div>
      );
    }
    const close = () => setIsAdding(false);
    if (isAdding) return <AddPasskey onDone={close} onCancel={close} />;
    return (
      <Button onPress={() => setIsAdding(true)}>
        <Trans id="passkeys.add" message="Add a passkey" />
      </Button>
    );
  }
}
