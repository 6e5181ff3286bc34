import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { ArchiveOrganization } from "#src/features/organizations/ArchiveOrganization.tsx";
import { BasicsForm } from "#src/features/organizations/settings/BasicsForm.tsx";
import { Grades } from "#src/features/organizations/settings/Grades.tsx";
import { Jurisdiction } from "#src/features/organizations/settings/Jurisdiction.tsx";
import { NeedsInUse } from "#src/features/organizations/settings/NeedsInUse.tsx";
import { PrivacyForm } from "#src/features/organizations/settings/PrivacyForm.tsx";
import { ReportingPeriods } from "#src/features/organizations/settings/ReportingPeriods.tsx";
import { RulesForm } from "#src/features/organizations/settings/RulesForm.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** What the organization is, and the figures that its deadlines are made of. */
export function OrganizationPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "organizations.edit");
  const { organizationId } = useMyOrganization();
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  if (organization === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "settings.loading", message: "Loading the settings" })} rows={6} />
    );
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="flex flex-col gap-6">
        <Card title={<Trans id="settings.basics" message="Name and clock" />}>
          <BasicsForm organization={organization} />
        </Card>
        <Card title={<Trans id="settings.rules" message="Rules and deadlines" />}>
          <div className="mb-6 border-b border-hairline pb-6">
            <Jurisdiction organization={organization} />
          </div>
          <RulesForm organization={organization} />
        </Card>
        <Card title={<Trans id="settings.needs" message="Needs in use" />}>
          <NeedsInUse organization={organization} />
        </Card>
        <Card title={<Trans id="settings.privacy" message="Privacy" />}>
          <PrivacyForm organization={organization} />
        </Card>
      </div>
      <div className="flex flex-col gap-6">
        <Card title={<Trans id="settings.periods" message="Reporting periods" />}>
          <ReportingPeriods organization={organization} />
        </Card>
        <Card title={<Trans id="settings.grades" message="Grades" />}>
          <Grades organization={organization} />
        </Card>
        <ArchiveOrganization organization={organization} />
      </div>
    </div>
  );
}
