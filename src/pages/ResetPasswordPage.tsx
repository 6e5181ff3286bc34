import { Trans, useLingui } from "@lingui/react";
import { useSearch } from "@tanstack/react-router";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { ResetPasswordForm } from "#src/features/auth/ResetPasswordForm.tsx";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { LinkButton } from "#src/ui/Link.tsx";

/** Opened from a mailed link, which carries the token. */
export function ResetPasswordPage() {
  const { i18n } = useLingui();
  const { token, error } = useSearch({ strict: false });
  return (
    <EntryFrame
      title={i18n.t({ id: "reset.title", message: "Choose a new password" })}
      languageSwitch={<LanguageSwitch />}
    >
      {token !== undefined && error === undefined ? (
        <ResetPasswordForm token={token} />
      ) : (
        <div className="flex flex-col items-start gap-4">
          <Banner
            tone="attention"
            title={<Trans id="reset.expired" message="This link does not work any more" />}
          >
            <Trans id="reset.expiredAdvice" message="It was used already or is too old. Ask for a new one." />
          </Banner>
          <LinkButton kind="primary" href={paths.forgottenPassword}>
            <Trans id="reset.again" message="Send me a new link" />
          </LinkButton>
        </div>
      )}
    </EntryFrame>
  );
}
