import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { MissingConsent } from "#src/features/consent/MissingConsent.tsx";
import { TeamConsents } from "#src/features/consent/TeamConsents.tsx";
import { DocumentEvidence } from "#src/features/documents/DocumentEvidence.tsx";
import { Guardians } from "#src/features/guardians/Guardians.tsx";
import { InviteGuardian } from "#src/features/students/InviteGuardian.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

/** Who decides for the child, what they agreed to, and what is missing. */
export function StudentConsentsPage() {
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) return null;
  return (
    <DocumentEvidence studentId={studentId}>
      <div className="flex max-w-4xl flex-col gap-6">
        <TeamConsents studentId={studentId} />
        <Guardians
          studentId={studentId}
          mayManage={record.abilities.includes("students.manageTeam")}
          delivery={(scope) => (
            <MissingConsent studentId={studentId} kind="electronicDelivery" scope={scope} />
          )}
          invite={(isOpen, onClose) => (
            <InviteGuardian studentId={studentId} isOpen={isOpen} onClose={onClose} />
          )}
        />
      </div>
    </DocumentEvidence>
  );
}
