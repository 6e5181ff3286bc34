import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { MailList } from "#src/features/notifications/MailList.tsx";
import { MailNotice } from "#src/features/notifications/MailNotice.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** The mail that was written for this organization, and what became of it, for its administrators. */
export function MailPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "outbox.read");
  const { organizationId } = useMyOrganization();
  const standing = useQuery(api.notifications.outbox.standing, { organizationId });
  const navigate = useNavigate();
  const { status } = useSearch({ strict: false });
  const isNarrowed = status === "givenUp";
  const narrow = (isNarrow: boolean) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, status: isNarrow ? "givenUp" : undefined }),
      replace: true,
    });
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={i18n.t({ id: "nav.outbox", message: "Outbox" })}
        below={
          standing?.sending === "sample" ? (
            <Trans
              id="outbox.lead"
              message="Mail that was written here. In the sample district nothing leaves this machine."
            />
          ) : (
            <Trans
              id="mail.lead"
              message="What was written to people here, newest first, and whether it has left."
            />
          )
        }
      />
      {standing && (
        <MailNotice
          organizationId={organizationId}
          standing={standing}
          isNarrowed={isNarrowed}
          onNarrow={narrow}
        />
      )}
      <MailList organizationId={organizationId} isNarrowed={isNarrowed} />
    </div>
  );
}
