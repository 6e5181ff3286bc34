import { WaitingForFamily } from "#src/features/consent/WaitingForFamily.tsx";
import { ChildOverview } from "#src/features/guardian/ChildOverview.tsx";
import { useStudentAbilities } from "#src/lib/useAbilities.ts";
import { useAddress } from "#src/lib/useAddress.ts";

export function ChildPage() {
  const { studentId } = useAddress();
  const can = useStudentAbilities(studentId);
  return (
    <>
      {can("consent.read") && <WaitingForFamily studentId={studentId} />}
      <ChildOverview studentId={studentId} />
    </>
  );
}
