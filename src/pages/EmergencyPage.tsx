import { Trans, useLingui } from "@lingui/react";
import { AskEmergency } from "#src/features/access/AskEmergency.tsx";
import { EmergenciesToReview } from "#src/features/access/EmergenciesToReview.tsx";
import { MyEmergencies } from "#src/features/access/MyEmergencies.tsx";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Card } from "#src/ui/Card.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** Break-glass: one child's record, at once, on record; and the reviews that follow. */
export function EmergencyPage() {
  const { i18n } = useLingui();
  const can = useAbilities();
  requireAbility(can, "access.breakGlass");
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={i18n.t({ id: "emergency.title", message: "Emergency access" })}
        below={
          <Trans
            id="emergency.lead"
            message="When a child’s safety cannot wait for somebody of their team. You can read the record and change nothing. The case manager and the administrators are told at once, and the family sees who looked and why."
          />
        }
      />
      {can("access.listReviews") && <EmergenciesToReview />}
      <Card>
        <AskEmergency />
      </Card>
      <MyEmergencies />
    </div>
  );
}
