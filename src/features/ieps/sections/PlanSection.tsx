import type { ReactNode } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { HereNow } from "../presence/HereNow.tsx";
import { type PlanPresence, useHere } from "../presence/usePlanPresence.ts";
import { OwnerMenu, type TeamMember } from "./OwnerMenu.tsx";
import { StateMenu } from "./StateMenu.tsx";
import { type SectionView, sectionAnchor, sectionTitle } from "./sectionWords.ts";

/** One section of the plan as part of the flowing page: its heading, its state, its owner, who is in it. */
export function PlanSection({
  studentId,
  iepId,
  section,
  team,
  presence,
  isEditable,
  children,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  section: SectionView;
  team: readonly TeamMember[];
  presence: PlanPresence;
  isEditable: boolean;
  children: ReactNode;
}) {
  const { kind, sectionId } = section;
  const anchor = sectionAnchor(kind);
  const here = useHere(presence, sectionId);
  return (
    <section aria-labelledby={anchor} data-section={kind} className="mb-10">
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-hairline pb-2">
        <h2 id={anchor} className="text-23 max-sm:text-19">
          {sectionTitle(kind)}
        </h2>
        <div data-screen-only className="flex grow flex-wrap items-center gap-1">
          <StateMenu studentId={studentId} iepId={iepId} section={section} isEditable={isEditable} />
          <OwnerMenu
            studentId={studentId}
            iepId={iepId}
            section={section}
            team={team}
            isEditable={isEditable}
          />
          <span className="grow" />
          <HereNow people={here} size={24} />
        </div>
      </header>
      {children}
    </section>
  );
}
