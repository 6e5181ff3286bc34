import { Trans, useLingui } from "@lingui/react";
import { useConvexAuth, useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { SignUpForm } from "#src/features/auth/SignUpForm.tsx";
import { GoTo } from "#src/lib/GoTo.tsx";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Link } from "#src/ui/Link.tsx";

/** An account without an invitation: for the first visitor of an empty deployment. Others are asked to use their link. */
export function SignUpPage() {
  const { i18n } = useLingui();
  const { isAuthenticated } = useConvexAuth();
  const status = useQuery(api.organizations.setup.status);
  if (isAuthenticated) return <GoTo href={status?.isEmpty ? paths.createOrganization : paths.home} />;
  const isFirst = status?.isEmpty === true;
  return (
    <EntryFrame
      title={
        isFirst
          ? i18n.t({ id: "signUp.firstTitle", message: "Set up OpenIEP" })
          : i18n.t({ id: "signUp.title", message: "Create an account" })
      }
      lead={
        isFirst && (
          <Trans
            id="signUp.firstLead"
            message="Nobody is here yet. First your own account, then your district or school; you become its administrator."
          />
        )
      }
      languageSwitch={<LanguageSwitch />}
    >
      {!isFirst && (
        <div className="mb-5">
          <Banner tone="information">
            <Trans
              id="signUp.invitation"
              message="To join a school, open the invitation link that it sent you. An account alone shows nothing."
            />
          </Banner>
        </div>
      )}
      <SignUpForm />
      <p className="mt-5 text-14">
        <Link href={paths.signInWithAccount}>
          <Trans id="signUp.signIn" message="I have an account already" />
        </Link>
      </p>
    </EntryFrame>
  );
}
