import { Trans, useLingui } from "@lingui/react";
import { Archive } from "lucide-react";
import { RestoreOrganization } from "#src/features/organizations/RestoreOrganization.tsx";
import { format } from "#src/lib/format.ts";
import { type Me, useMe } from "#src/lib/me.ts";
import { signOut } from "#src/lib/signOut.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** Stands instead of every page of an organization that is archived: what that means, and the ways on. */
export function ArchivedNotice({ organization }: { organization: Me["archived"][number] }) {
  const { i18n } = useLingui();
  const { organizations, workIn } = useMe();
  const { organizationName: name, archivedAt, mayRestore } = organization;
  const title = i18n.t({ id: "archived.title", message: "{name} is archived", values: { name } });
  usePageTitle(title);
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div>
        <h1 className="sr-only">{title}</h1>
        <EmptyState
          icon={Archive}
          title={title}
          action={
            <div className="flex flex-col items-center gap-3">
              {mayRestore && <RestoreOrganization organization={organization} />}
              {organizations.map(({ organizationId, organizationName }) => (
                <Button key={organizationId} onPress={() => workIn(organizationId)}>
                  <Trans id="archived.goTo" message="Go to {name}" values={{ name: organizationName }} />
                </Button>
              ))}
              <Button kind="quiet" onPress={() => void signOut()}>
                <Trans id="account.signOut" message="Sign out" />
              </Button>
            </div>
          }
        >
          <Trans
            id="archived.advice"
            message="It was closed on {at}. Every record is kept, and nobody can open it now. If you need something from it, ask its administrators."
            values={{ at: format.instant(archivedAt) }}
          />
        </EmptyState>
      </div>
    </main>
  );
}
