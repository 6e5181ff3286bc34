import { Trans, useLingui } from "@lingui/react";
import { paths } from "#src/lib/paths.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { LinkButton } from "#src/ui/Link.tsx";

const codes = {
  unknown: "invitation_not_found",
  accepted: "invitation_used",
  revoked: "invitation_revoked",
  expired: "invitation_expired",
} as const;

/** Why a link does not work any more, and what to do instead. */
export function InvitationClosed({ status }: { status: keyof typeof codes }) {
  // Says the sentence anew when the language changes.
  useLingui();
  return (
    <div className="flex flex-col items-start gap-4">
      <Banner tone="attention">{sentenceOf({ code: codes[status] })}</Banner>
      <LinkButton kind="primary" href={paths.signIn}>
        <Trans id="signIn.title" message="Sign in" />
      </LinkButton>
    </div>
  );
}
