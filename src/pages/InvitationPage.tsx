import { Trans, useLingui } from "@lingui/react";
import { useConvexAuth, useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { SignInForm } from "#src/features/auth/SignInForm.tsx";
import { SignUpForm } from "#src/features/auth/SignUpForm.tsx";
import { AcceptInvitation } from "#src/features/organizations/AcceptInvitation.tsx";
import { InvitationClosed } from "#src/features/organizations/InvitationClosed.tsx";
import { useAddress } from "#src/lib/useAddress.ts";
import { roleName } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { Loading, Skeleton } from "#src/ui/Skeleton.tsx";

/** Opened from the link in an invitation: says who invites whom to what, then makes an account or takes the one there is. */
export function InvitationPage() {
  const { i18n } = useLingui();
  const { token } = useAddress();
  const { isAuthenticated, isLoading } = useConvexAuth();
  const invitation = useQuery(api.organizations.invitations.find, { token });
  const [hasAccount, setHasAccount] = useState(false);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const title = i18n.t({ id: "invitation.title", message: "You are invited" });

  if (invitation === undefined || isLoading) {
    return (
      <EntryFrame title={title} languageSwitch={<LanguageSwitch />}>
        <Loading label={i18n.t({ id: "invitation.loading", message: "Reading the invitation" })}>
          <Skeleton className="h-24 w-full" />
        </Loading>
      </EntryFrame>
    );
  }
  const status = invitation?.status ?? "unknown";
  if (invitation === null || status !== "open") {
    return (
      <EntryFrame
        title={i18n.t({ id: "invitation.closedTitle", message: "This invitation does not work" })}
        languageSwitch={<LanguageSwitch />}
      >
        <InvitationClosed status={status} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title={title}
      lead={
        <Trans
          id="invitation.lead"
          message="{inviter} invites you to {organization} as: {role}."
          values={{
            inviter: invitation.invitedByName,
            organization: invitation.organizationName,
            role: roleName(invitation.role),
          }}
        />
      }
      languageSwitch={<LanguageSwitch />}
    >
      {isAuthenticated ? (
        <AcceptInvitation token={token} email={invitation.email} />
      ) : hasAccount ? (
        <SignInForm
          email={email === "" ? invitation.email : email}
          password={password}
          onEmail={setEmail}
          onPassword={setPassword}
        />
      ) : (
        <SignUpForm invitedEmail={invitation.email} />
      )}
      {!isAuthenticated && (
        <Button kind="quiet" size="small" className="mt-4" onPress={() => setHasAccount(!hasAccount)}>
          {hasAccount ? (
            <Trans id="invitation.new" message="I have no account yet" />
          ) : (
            <Trans id="signUp.signIn" message="I have an account already" />
          )}
        </Button>
      )}
    </EntryFrame>
  );
}
