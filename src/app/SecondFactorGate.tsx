import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { SetUpCodes } from "#src/features/auth/account/SetUpCodes.tsx";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { AddPasskey } from "#src/features/auth/passkeys/AddPasskey.tsx";
import { UsePasskey } from "#src/features/auth/passkeys/UsePasskey.tsx";
import { hasPasskeys } from "#src/lib/passkeys.ts";
import { signOut } from "#src/lib/signOut.ts";
import { Button } from "#src/ui/Button.tsx";
import { WaitingScreen } from "./WaitingScreen.tsx";

/** Instead of every page of an organization that asks for a second step, until its member has shown one. */
export function SecondFactorGate({ organizationName }: { organizationName: string }) {
  const { i18n } = useLingui();
  const passkeys = useQuery(api.people.passkeys.list);
  const [isAdding, setIsAdding] = useState(false);
  if (passkeys === undefined) return <WaitingScreen />;
  const values = { organization: organizationName };
  return (
    <EntryFrame
      title={i18n.t({ id: "gate.title", message: "One more step to keep records safe" })}
      lead={
        passkeys.length > 0 ? (
          <Trans
            id="gate.passkey"
            message="A password alone does not open {organization}. Show the passkey that you have added to your account."
            values={values}
          />
        ) : (
          <Trans
            id="gate.lead"
            message="{organization} asks its members for a code from an app at sign-in. Set it up once; it takes two minutes."
            values={values}
          />
        )
      }
    >
      {setUp()}
      <div className="mt-6">
        <Button kind="quiet" size="small" className="-ms-2.5" onPress={() => void signOut()}>
          <Trans id="lock.signOut" message="Sign out" />
        </Button>
      </div>
    </EntryFrame>
  );

  function setUp() {
    if (passkeys && passkeys.length > 0) return <UsePasskey kind="primary" />;
    if (isAdding) return <AddPasskey onDone={() => {}} onCancel={() => setIsAdding(false)} />;
    return (
      <>
        <SetUpCodes onDone={() => {}} />
        {hasPasskeys && (
          <div className="mt-4">
            <Button
              kind="quiet"
              size="small"
              className="-ms-2.5 text-start"
              onPress={() => setIsAdding(true)}
            >
              <Trans
                id="gate.addPasskey"
                message="Add a passkey instead: a fingerprint, a face or a device’s code"
              />
            </Button>
          </div>
        )}
      </>
    );
  }
}
