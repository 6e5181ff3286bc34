import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { MissingConsent } from "#src/features/consent/MissingConsent.tsx";
import { DocumentEvidence } from "#src/features/documents/DocumentEvidence.tsx";
import { EvaluationsCard } from "#src/features/status/EvaluationsCard.tsx";
import { NeedsCard } from "#src/features/status/NeedsCard.tsx";
import { StatusHistory } from "#src/features/status/StatusHistory.tsx";
import { StatusNow } from "#src/features/status/StatusNow.tsx";
import { useAddress } from "#src/lib/useAddress.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** A child's special-educational status: what holds today, how it came about, needs and evaluations. */
export function StatusPage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const overview = useQuery(api.status.overview.get, { studentId });
  const record = useQuery(api.students.record.get, { studentId });
  if (overview === undefined || record === undefined) {
    return <SkeletonRows label={i18n.t({ id: "status.loading", message: "Loading the status" })} rows={8} />;
  }
  const mayEdit = record.abilities.includes("status.edit");
  const props = { studentId, overview, mayEdit };
  return (
    <DocumentEvidence studentId={studentId}>
      <div className="grid items-start gap-6 md:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <StatusHistory {...props} />
          <EvaluationsCard
            {...props}
            consent={(kind, scope) => <MissingConsent studentId={studentId} kind={kind} scope={scope} />}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-6 max-md:order-first">
          <StatusNow overview={overview} />
          <NeedsCard {...props} />
        </div>
      </div>
    </DocumentEvidence>
  );
}
