import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { Closures } from "#src/features/organizations/calendar/Closures.tsx";
import { Terms } from "#src/features/organizations/calendar/Terms.tsx";
import { Weekdays } from "#src/features/organizations/calendar/Weekdays.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** When school is kept: deadlines in school days count by it. */
export function CalendarPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "organizations.edit");
  const { organizationId } = useMyOrganization();
  const calendar = useQuery(api.organizations.calendar.get, { organizationId });
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  if (calendar === undefined || organization === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "calendar.loading", message: "Loading the calendar" })} rows={6} />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Terms calendar={calendar} />
      <Closures calendar={calendar} schools={organization.schools} />
      <Weekdays calendar={calendar} />
    </div>
  );
}
