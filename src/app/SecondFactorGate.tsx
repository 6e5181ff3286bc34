import { Trans, useLingui } from "@lingui/react";
import { SetUpCodes } from "#src/features/auth/account/SetUpCodes.tsx";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { signOut } from "#src/lib/signOut.ts";
import { Button } from "#src/ui/Button.tsx";

/** Instead of every page of an organization that asks for a second step, until its member has one. */
export function SecondFactorGate({ organizationName }: { organizationName: string }) {
  const { i18n } = useLingui();
  return (
    <EntryFrame
      title={i18n.t({ id: "gate.title", message: "One more step to keep records safe" })}
      lead={
        <Trans
          id="gate.lead"
          message="{organization} asks its members for a code from an app at sign-in. Set it up once; it takes two minutes."
          values={{ organization: organizationName }}
        />
      }
    >
      <SetUpCodes onDone={() => {}} />
      <Button kind="quiet" size="small" className="-ms-2.5 mt-6" onPress={() => void signOut()}>
        <Trans id="lock.signOut" message="Sign out" />
      </Button>
    </EntryFrame>
  );
}
