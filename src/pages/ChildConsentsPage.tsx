import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { FamilyConsents } from "#src/features/consent/FamilyConsents.tsx";
import { DocumentEvidence } from "#src/features/documents/DocumentEvidence.tsx";
import { OwnAgreement } from "#src/features/guardians/OwnAgreement.tsx";
import { RightsNotice } from "#src/features/guardians/RightsNotice.tsx";
import { useMe } from "#src/lib/me.ts";
import { useAddress } from "#src/lib/useAddress.ts";

/** What a family, or a grown student, is asked and has decided. */
export function ChildConsentsPage() {
  const { studentId } = useAddress();
  const { roles } = useMe();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) return null;
  return (
    <div className="flex flex-col gap-6">
      <DocumentEvidence studentId={studentId}>
        <FamilyConsents studentId={studentId} />
      </DocumentEvidence>
      <RightsNotice studentId={studentId} />
      {roles.includes("student") && record.abilities.includes("consent.decide") && (
        <OwnAgreement studentId={studentId} />
      )}
    </div>
  );
}
