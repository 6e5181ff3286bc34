import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { AddSchool } from "#src/features/organizations/AddSchool.tsx";
import { SchoolList } from "#src/features/organizations/SchoolList.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** The schools of the district. */
export function SchoolsPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "organizations.edit");
  const { organizationId, kind } = useMyOrganization();
  const schools = useQuery(api.organizations.schools.list, { organizationId });
  if (schools === undefined) {
    return <SkeletonRows label={i18n.t({ id: "schools.loading", message: "Loading schools" })} rows={4} />;
  }
  return (
    <Card title={<Trans id="schools.title" message="Schools" />}>
      <SchoolList schools={schools} />
      {kind === "district" && (
        <div className="mt-5 border-t border-hairline pt-5">
          <AddSchool />
        </div>
      )}
    </Card>
  );
}
