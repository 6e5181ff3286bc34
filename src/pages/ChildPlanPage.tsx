import { PlanReading } from "#src/features/guardian/PlanReading.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

export function ChildPlanPage() {
  const { studentId, iepId } = useAddress();
  return <PlanReading studentId={studentId} iepId={iepId} />;
}
