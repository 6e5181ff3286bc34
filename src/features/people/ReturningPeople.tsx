import { Trans } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { InviteBack } from "./InviteBack.tsx";

/** In an organization that was moved here: who has no account yet, and all of them invited back at once. */
export function ReturningPeople() {
  const { organizationId } = useMyOrganization();
  const run = useQuery(api.organizations.returns.get, { organizationId });
  if (run === undefined) return null;
  if (!run.isRunning) return <InviteBack />;
  return (
    <Banner announce title={<Trans id="returning.running" message="People are being invited back" />}>
      <Trans
        id="returning.soFar"
        message="{invited, plural, one {# person} other {# people}} invited so far. It goes on when you leave this page."
        values={{ invited: run.invited }}
      />
    </Banner>
  );
}
