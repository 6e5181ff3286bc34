import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Printer } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { PrintedPlan } from "#src/features/ieps/print/PrintedPlan.tsx";
import { useMe } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { Button } from "#src/ui/Button.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** The plan as it goes on paper or into a PDF. */
export function PrintPlanPage() {
  const { i18n } = useLingui();
  const { studentId, iepId } = useAddress();
  const planPath = useMe().audience === "family" ? paths.childPlan : paths.plan;
  const plan = useQuery(api.ieps.readable.get, { studentId, iepId });
  usePageTitle(plan && `${plan.student.name}: ${plan.iep.title}`);
  if (!plan)
    return <SkeletonRows label={i18n.t({ id: "plan.loading", message: "Opening the plan" })} rows={8} />;
  return (
    <>
      <div data-screen-only className="mb-6 flex flex-wrap gap-2">
        <Button kind="primary" onPress={() => window.print()}>
          <Printer aria-hidden size={18} strokeWidth={1.75} />
          {i18n.t({ id: "plan.printNow", message: "Print, or save as PDF" })}
        </Button>
        <LinkButton href={planPath(studentId, iepId)}>
          {i18n.t({ id: "plan.back", message: "Back to the plan" })}
        </LinkButton>
      </div>
      <PrintedPlan plan={plan} />
    </>
  );
}
