import { Trans, useLingui } from "@lingui/react";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { ForgottenPasswordForm } from "#src/features/auth/ForgottenPasswordForm.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { paths } from "#src/lib/paths.ts";
import { Link } from "#src/ui/Link.tsx";

export function ForgottenPasswordPage() {
  const { i18n } = useLingui();
  return (
    <EntryFrame
      title={i18n.t({ id: "forgotten.title", message: "Forgotten password" })}
      lead={
        <Trans
          id="forgotten.lead"
          message="Enter the address of your account. We send a link to choose a new password."
        />
      }
      languageSwitch={<LanguageSwitch />}
    >
      <ForgottenPasswordForm />
      <p className="mt-5 text-14">
        <Link href={paths.signIn}>
          <Trans id="forgotten.back" message="Back to sign-in" />
        </Link>
      </p>
    </EntryFrame>
  );
}
