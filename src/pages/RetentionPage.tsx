import { Certificates } from "#src/features/retention/Certificates.tsx";
import { Proposals } from "#src/features/retention/Proposals.tsx";
import { RetentionSchedule } from "#src/features/retention/RetentionSchedule.tsx";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { InOrder } from "#src/ui/InOrder.tsx";

/** What is kept how long, what is due, and what is gone. */
export function RetentionPage() {
  requireAbility(useAbilities(), "retention.decide");
  return (
    <InOrder className="flex flex-col gap-6">
      <Proposals />
      <RetentionSchedule />
      <Certificates />
    </InOrder>
  );
}
