import { useLingui } from "@lingui/react";
import { Check, ChevronsUpDown } from "lucide-react";
import { useMe, useMyOrganization } from "#src/lib/me.ts";
import { Button } from "#src/ui/Button.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";

/** Where I am; and for whoever belongs to several organizations, the way to the others. */
export function OrganizationSwitcher() {
  const { i18n } = useLingui();
  const { organizations, workIn } = useMe();
  const { organizationId, organizationName } = useMyOrganization();
  if (organizations.length < 2) {
    return (
      <span dir="auto" className="min-w-0 truncate text-start text-14 text-ink-3">
        {organizationName}
      </span>
    );
  }
  return (
    <Menu
      label={i18n.t({ id: "frame.organizations", message: "My organizations" })}
      trigger={
        <Button kind="quiet" size="small" className="min-w-0 font-normal">
          <span dir="auto" className="truncate">
            {organizationName}
          </span>
          <ChevronsUpDown aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
        </Button>
      }
    >
      {organizations.map((organization) => (
        <MenuItem
          key={organization.organizationId}
          {...(organization.organizationId === organizationId && { icon: Check })}
          onAction={() => workIn(organization.organizationId)}
        >
          {organization.organizationName}
        </MenuItem>
      ))}
    </Menu>
  );
}
