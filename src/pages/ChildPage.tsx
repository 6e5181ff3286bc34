import { ChildOverview } from "#src/features/guardian/ChildOverview.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

export function ChildPage() {
  const { studentId } = useAddress();
  return <ChildOverview studentId={studentId} />;
}
