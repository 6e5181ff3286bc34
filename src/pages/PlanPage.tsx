import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useMemo } from "react";
import { api } from "#convex/_generated/api.js";
import { MissingList } from "#src/features/ieps/plan/MissingList.tsx";
import { Outline } from "#src/features/ieps/plan/Outline.tsx";
import { PlanActs } from "#src/features/ieps/plan/PlanActs.tsx";
import { PlanHeader } from "#src/features/ieps/plan/PlanHeader.tsx";
import { SectionBody } from "#src/features/ieps/plan/SectionBody.tsx";
import { usePlanPresence } from "#src/features/ieps/presence/usePlanPresence.ts";
import { PlanSection } from "#src/features/ieps/sections/PlanSection.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** A plan, read and written as one document by everybody on the team. */
export function PlanPage() {
  const { i18n } = useLingui();
  const { studentId, iepId } = useAddress();
  const plan = useQuery(api.ieps.ieps.get, { studentId, iepId });
  const record = useQuery(api.students.record.get, { studentId });
  const isEditable = plan?.iep.status === "draft" && plan.abilities.includes("ieps.edit");
  const presence = usePlanPresence(studentId, iepId, plan?.abilities.includes("presence.join") ?? false);
  const team = useMemo(() => {
    const people = [record?.caseManager, ...(record?.team.map(({ person }) => person) ?? [])];
    const named = people.filter((person) => person != null);
    return [...new Map(named.map((person) => [person.personId, person])).values()];
  }, [record]);
  const studentName = record?.student.name;
  usePageTitle(plan && studentName ? `${studentName}: ${plan.iep.title}` : undefined);
  if (!plan || !record) {
    return <SkeletonRows label={i18n.t({ id: "plan.loading", message: "Opening the plan" })} rows={8} />;
  }
  return (
    <article>
      <PlanHeader
        studentId={studentId}
        plan={plan.iep}
        presence={presence}
        above={<Link href={paths.student(studentId)}>{studentName}</Link>}
        acts={<PlanActs studentId={studentId} plan={plan} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 md:grid-cols-[14rem_minmax(0,1fr)]">
        <aside
          aria-label={i18n.t({ id: "plan.aside", message: "About this plan" })}
          className="flex min-w-0 flex-col gap-4 self-start max-md:mb-4 md:sticky md:top-4"
        >
          <Outline sections={plan.sections} presence={presence} />
          <MissingList missing={plan.missing} />
        </aside>
        <div className="min-w-0">
          {plan.sections.map((section) => (
            <PlanSection
              key={section.sectionId}
              studentId={studentId}
              iepId={iepId}
              section={section}
              team={team}
              presence={presence}
              isEditable={isEditable}
            >
              <SectionBody
                studentId={studentId}
                plan={plan}
                section={section}
                presence={presence}
                isEditable={isEditable}
              />
            </PlanSection>
          ))}
        </div>
      </div>
    </article>
  );
}
