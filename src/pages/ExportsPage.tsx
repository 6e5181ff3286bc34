import { OrganizationCopies } from "#src/features/exports/OrganizationCopies.tsx";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";

/** Copies of the whole organization, for whoever administers all of it. */
export function ExportsPage() {
  requireAbility(useAbilities(), "exports.organization");
  return <OrganizationCopies />;
}
