import { Trans } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { LinkButton } from "#src/ui/Link.tsx";

/** On every page of an administrator while the audit trail has not verified and nobody has acknowledged it. */
export function AlarmBanner() {
  const { organizationId } = useMyOrganization();
  const alarms = useQuery(api.audit.alarms.list, { organizationId });
  const open = alarms?.find(({ acknowledged }) => acknowledged === null);
  if (!open) return null;
  return (
    <div className="mb-4">
      <Banner
        tone="danger"
        announce
        title={<Trans id="alarm.title" message="The audit trail does not verify" />}
        actions={
          <LinkButton size="small" href={paths.audit}>
            <Trans id="alarm.look" message="Look at it" />
          </LinkButton>
        }
      >
        <Trans
          id="alarm.where"
          message="Entry {number} does not follow from the one before it. Found {when}. Keep a copy of the data before anything else is changed."
          values={{ number: open.brokenAt, when: format.instant(open.foundAt) }}
        />
      </Banner>
    </div>
  );
}
