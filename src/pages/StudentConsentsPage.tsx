import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { TeamConsents } from "#src/features/consent/TeamConsents.tsx";
import { DocumentPicker } from "#src/features/documents/DocumentPicker.tsx";
import { Guardians } from "#src/features/guardians/Guardians.tsx";
import { InviteGuardian } from "#src/features/students/InviteGuardian.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

/** Who decides for the child, what they agreed to, and what is missing. */
export function StudentConsentsPage() {
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) return null;
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <TeamConsents
        studentId={studentId}
        evidence={(chosen, onChange) => (
          <DocumentPicker studentId={studentId} chosen={chosen} onChange={onChange} />
        )}
      />
      <Guardians
        studentId={studentId}
        mayManage={record.abilities.includes("students.manageTeam")}
        invite={(isOpen, onClose) => (
          <InviteGuardian studentId={studentId} isOpen={isOpen} onClose={onClose} />
        )}
      />
    </div>
  );
}
