import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Me } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";

/** Opens an archived organization again, for who administers all of it. */
export function RestoreOrganization({ organization }: { organization: Me["archived"][number] }) {
  const { i18n } = useLingui();
  const { organizationId, organizationName } = organization;
  const restore = useCommand(api.organizations.archiving.restore, {
    done: i18n.t({
      id: "archived.restored",
      message: "{name} is open again",
      values: { name: organizationName },
    }),
  });
  return (
    <Button kind="primary" isPending={restore.isPending} onPress={() => void restore({ organizationId })}>
      <Trans id="archived.restore" message="Open it again" />
    </Button>
  );
}
