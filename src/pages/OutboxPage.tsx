import { Trans, useLingui } from "@lingui/react";
import { useConvexAuth, useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { MailList } from "#src/features/notifications/MailList.tsx";
import { paths } from "#src/lib/paths.ts";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** The mail that a sample deployment does not send; otherwise the organization's mail, for its administrators. */
export function OutboxPage() {
  const { i18n } = useLingui();
  const { isAuthenticated } = useConvexAuth();
  const me = useQuery(api.people.me.get);
  return (
    <main className="mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <PageHeader
        above={
          isAuthenticated ? (
            <Link href={paths.home}>
              <Trans id="nav.home" message="Home" />
            </Link>
          ) : (
            <Link href={paths.signIn}>
              <Trans id="forgotten.back" message="Back to sign-in" />
            </Link>
          )
        }
        title={i18n.t({ id: "nav.outbox", message: "Outbox" })}
        below={
          <Trans
            id="outbox.lead"
            message="Mail that was written here. In the sample district nothing leaves this machine."
          />
        }
      />
      {me !== undefined && <MailList organizationId={me?.memberships[0]?.organizationId} />}
    </main>
  );
}
