import { useLingui } from "@lingui/react";
import { CalendarDays, Printer, Users } from "lucide-react";
import type { ReactNode } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { planStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { HereNow } from "../presence/HereNow.tsx";
import { type PlanPresence, useOthers } from "../presence/usePlanPresence.ts";
import type { PlanView } from "../sections/sectionWords.ts";

/** What this document is, how it stands, and who else is here. */
export function PlanHeader({
  studentId,
  plan,
  presence,
  above,
  acts,
}: {
  studentId: Id<"students">;
  plan: PlanView["iep"];
  presence: PlanPresence;
  above: ReactNode;
  acts: ReactNode;
}) {
  const { i18n } = useLingui();
  const others = useOthers(presence);
  const names = format.list(others.map(({ name }) => name));
  const isOverdue = plan.status === "inEffect" && plan.daysUntilReview < 0;
  return (
    <PageHeader
      title={plan.title}
      above={above}
      below={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge
            tone={plan.status === "inEffect" ? "good" : plan.status === "draft" ? "information" : "neutral"}
          >
            {planStatusName(plan.status)}
          </Badge>
          {plan.sharedWithFamilyAt !== null && (
            <Badge tone="accent" icon={Users}>
              {i18n.t({ id: "plan.sharedWithFamily", message: "Shared with the family" })}
            </Badge>
          )}
          <span className="inline-flex items-center gap-1.5 text-14 tabular">
            <CalendarDays aria-hidden size={15} strokeWidth={1.75} />
            {i18n.t({
              id: "plan.span",
              message: "{from} to {to}",
              values: { from: format.day(plan.startsOn), to: format.day(plan.endsOn) },
            })}
          </span>
          <span className={`text-14 tabular ${isOverdue ? "font-semibold text-danger" : ""}`}>
            {i18n.t({
              id: "plan.review",
              message: "Review due {day} ({when})",
              values: { day: format.day(plan.reviewDueOn), when: format.daysAhead(plan.daysUntilReview) },
            })}
          </span>
        </span>
      }
      actions={
        <div data-screen-only className="flex flex-wrap items-center gap-2">
          {others.length > 0 && (
            <span className="me-1 inline-flex items-center gap-2 text-14 text-ink-2" data-here-now>
              <HereNow people={others} />
              <span aria-hidden className="max-w-48 truncate max-sm:hidden">
                {names}
              </span>
            </span>
          )}
          <LinkButton size="small" href={paths.printPlan(studentId, plan.iepId)}>
            <Printer aria-hidden size={16} strokeWidth={1.75} />
            {i18n.t({ id: "plan.print", message: "Print" })}
          </LinkButton>
          {acts}
        </div>
      }
    />
  );
}
