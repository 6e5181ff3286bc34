import { Trans, useLingui } from "@lingui/react";
import { MailList } from "#src/features/notifications/MailList.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** The mail that was written for this organization, for its administrators. */
export function MailPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "outbox.read");
  const { organizationId } = useMyOrganization();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={i18n.t({ id: "nav.outbox", message: "Outbox" })}
        below={
          <Trans
            id="outbox.lead"
            message="Mail that was written here. In the sample district nothing leaves this machine."
          />
        }
      />
      <MailList organizationId={organizationId} />
    </div>
  );
}
