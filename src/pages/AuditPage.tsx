import { Trans, useLingui } from "@lingui/react";
import { Alarms } from "#src/features/audit/Alarms.tsx";
import { AuditFilters } from "#src/features/audit/AuditFilters.tsx";
import { AuditTrail } from "#src/features/audit/AuditTrail.tsx";
import { ChainCheck } from "#src/features/audit/ChainCheck.tsx";
import { Card } from "#src/ui/Card.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

export function AuditPage() {
  const { i18n } = useLingui();
  return (
    <>
      <PageHeader
        title={i18n.t({ id: "nav.audit", message: "Audit trail" })}
        below={
          <Trans
            id="audit.lead"
            message="Every change, every opened record and every refusal. Entries cannot be edited."
          />
        }
        actions={<ChainCheck />}
      />
      <Alarms />
      <Card>
        <AuditFilters />
        <AuditTrail />
      </Card>
    </>
  );
}
