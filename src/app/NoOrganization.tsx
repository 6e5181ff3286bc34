import { Trans, useLingui } from "@lingui/react";
import { Navigate } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { MailQuestion } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { useMe } from "#src/lib/me.ts";
import { signOut } from "#src/lib/signOut.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";
import { WaitingScreen } from "./WaitingScreen.tsx";

/** Signed in, but nobody has invited this account yet. The very first visitor goes on to create the organization. */
export function NoOrganization() {
  const { i18n } = useLingui();
  const { me } = useMe();
  const status = useQuery(api.organizations.setup.status);
  usePageTitle(i18n.t({ id: "noOrganization.title", message: "No invitation yet" }));
  if (status === undefined) return <WaitingScreen />;
  if (status.isEmpty) return <Navigate to="/start" replace />;
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div>
        <h1 className="sr-only">
          <Trans id="noOrganization.title" message="No invitation yet" />
        </h1>
        <EmptyState
          icon={MailQuestion}
          title={<Trans id="noOrganization.heading" message="Nobody has invited this account yet" />}
          action={
            <Button onPress={() => void signOut()}>
              <Trans id="account.signOut" message="Sign out" />
            </Button>
          }
        >
          <Trans
            id="noOrganization.advice"
            message="You are signed in as {email}. Open the invitation link that your school sent, or ask the school to invite this address."
            values={{ email: me?.person.email ?? "" }}
          />
        </EmptyState>
      </div>
    </main>
  );
}
