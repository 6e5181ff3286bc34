import { SecuritySettings } from "#src/features/organizations/SecuritySettings.tsx";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";

/** Settings of an organization: who signs in with a second step, and when screens lock. */
export function SecurityPage() {
  requireAbility(useAbilities(), "organizations.edit");
  return <SecuritySettings />;
}
