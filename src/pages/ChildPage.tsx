import { WaitingForFamily } from "#src/features/consent/WaitingForFamily.tsx";
import { ChildOverview } from "#src/features/guardian/ChildOverview.tsx";
import { useStudentAbilities } from "#src/lib/useAbilities.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { InOrder } from "#src/ui/InOrder.tsx";

export function ChildPage() {
  const { studentId } = useAddress();
  const can = useStudentAbilities(studentId);
  return (
    <InOrder>
      {can("consent.read") && <WaitingForFamily studentId={studentId} />}
      <ChildOverview studentId={studentId} />
    </InOrder>
  );
}
