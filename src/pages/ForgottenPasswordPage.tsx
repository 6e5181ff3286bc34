import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { ForgottenPasswordForm } from "#src/features/auth/ForgottenPasswordForm.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Link } from "#src/ui/Link.tsx";

export function ForgottenPasswordPage() {
  const { i18n } = useLingui();
  const status = useQuery(api.organizations.setup.status);
  const arrives = status === undefined || status.sendsMail || status.sample !== null;
  return (
    <EntryFrame
      title={i18n.t({ id: "forgotten.title", message: "Forgotten password" })}
      lead={
        arrives ? (
          <Trans
            id="forgotten.lead"
            message="Enter the address of your account. We send a link to choose a new password."
          />
        ) : undefined
      }
      languageSwitch={<LanguageSwitch />}
    >
      {arrives ? (
        <ForgottenPasswordForm />
      ) : (
        <Banner tone="attention" title={<Trans id="forgotten.noMail" message="No link would arrive" />}>
          <Trans
            id="forgotten.noMailAdvice"
            message="This OpenIEP does not send mail yet. Ask your school to have that set up, then come back."
          />
        </Banner>
      )}
      <p className="mt-5 text-14">
        <Link href={paths.signIn}>
          <Trans id="forgotten.back" message="Back to sign-in" />
        </Link>
      </p>
    </EntryFrame>
  );
}
