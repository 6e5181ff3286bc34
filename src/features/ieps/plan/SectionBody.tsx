import { useLingui } from "@lingui/react";
import type { Id } from "#convex/_generated/dataModel.js";
import { AccommodationList } from "../accommodations/AccommodationList.tsx";
import { FactorList } from "../factors/FactorList.tsx";
import { GoalList } from "../goals/GoalList.tsx";
import type { PlanPresence } from "../presence/usePlanPresence.ts";
import { ProseSection } from "../sections/ProseSection.tsx";
import type { PlanView, SectionView } from "../sections/sectionWords.ts";
import { ServiceTable } from "../services/ServiceTable.tsx";

/** What a section holds: text written together, or its table of fields. */
export function SectionBody({
  studentId,
  plan,
  section,
  presence,
  isEditable,
}: {
  studentId: Id<"students">;
  plan: PlanView;
  section: SectionView;
  presence: PlanPresence;
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  if (section.state === "notNeeded") {
    return (
      <p className="text-ink-2">
        {i18n.t({
          id: "section.notNeededNote",
          message: "The team found that this plan does not need this section.",
        })}
      </p>
    );
  }
  const place = { studentId, iepId: plan.iep.iepId, isEditable };
  switch (section.kind) {
    case "goals": {
      const mayEdit = isEditable && plan.abilities.includes("ieps.goals.edit");
      return (
        <GoalList {...place} isEditable={mayEdit} goals={plan.goals.filter(({ isActive }) => isActive)} />
      );
    }
    case "services":
      return <ServiceTable {...place} services={plan.services} />;
    case "accommodations":
      return <AccommodationList {...place} accommodations={plan.accommodations} />;
    case "specialFactors":
      return <FactorList {...place} answers={plan.specialFactors} />;
    case "strengthsAndVoice":
    case "parentConcerns":
    case "presentLevels":
    case "transition":
      return (
        <ProseSection studentId={studentId} section={section} isEditable={isEditable} presence={presence} />
      );
  }
}
