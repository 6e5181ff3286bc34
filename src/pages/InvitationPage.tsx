import { Trans, useLingui } from "@lingui/react";
import { useConvexAuth, useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { CodeForm } from "#src/features/auth/CodeForm.tsx";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { SignInForm } from "#src/features/auth/SignInForm.tsx";
import { SignUpForm } from "#src/features/auth/SignUpForm.tsx";
import { AcceptInvitation } from "#src/features/organizations/AcceptInvitation.tsx";
import { InvitationClosed } from "#src/features/organizations/InvitationClosed.tsx";
import { sessionChanged } from "#src/lib/authRoutes.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { roleName } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { Loading, Skeleton } from "#src/ui/Skeleton.tsx";

/** Opened from the link in an invitation: says who invites whom to what, or why the link does not work. */
export function InvitationPage() {
  const { i18n } = useLingui();
  const { token } = useAddress();
  const { isLoading } = useConvexAuth();
  const invitation = useQuery(api.organizations.invitations.find, { token });
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
  const { status, ...invited } = invitation ?? { status: "unknown" as const };
  if (status !== "open" || !("email" in invited)) {
    return (
      <EntryFrame
        title={i18n.t({ id: "invitation.closedTitle", message: "This invitation does not work" })}
        languageSwitch={<LanguageSwitch />}
      >
        <InvitationClosed status={status === "open" ? "unknown" : status} />
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
            inviter: invited.invitedByName,
            organization: invited.organizationName,
            role: roleName(invited.role),
          }}
        />
      }
      languageSwitch={<LanguageSwitch />}
    >
      <Answer token={token} email={invited.email} />
    </EntryFrame>
  );
}

/** Makes an account or takes the one there is, then joins with it. */
function Answer({ token, email }: { token: string; email: string }) {
  const { isAuthenticated } = useConvexAuth();
  const [hasAccount, setHasAccount] = useState(false);
  const [typedEmail, setTypedEmail] = useState(email);
  const [password, setPassword] = useState("");
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  if (isAuthenticated) return <AcceptInvitation token={token} email={email} />;
  if (isCodeAsked) return <CodeForm onEntered={sessionChanged} onBack={() => setIsCodeAsked(false)} />;
  return (
    <>
      {hasAccount ? (
        <SignInForm
          email={typedEmail}
          password={password}
          onEmail={setTypedEmail}
          onPassword={setPassword}
          onCodeAsked={() => setIsCodeAsked(true)}
        />
      ) : (
        <SignUpForm invitation={{ email, token }} />
      )}
      <Button kind="quiet" size="small" className="mt-4" onPress={() => setHasAccount(!hasAccount)}>
        {hasAccount ? (
          <Trans id="invitation.new" message="I have no account yet" />
        ) : (
          <Trans id="signUp.signIn" message="I have an account already" />
        )}
      </Button>
    </>
  );
}
