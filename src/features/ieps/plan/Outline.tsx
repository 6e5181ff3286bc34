import { useLingui } from "@lingui/react";
import { initialsOf } from "#src/ui/Avatar.tsx";
import { HereNow } from "../presence/HereNow.tsx";
import { type PlanPresence, useHere } from "../presence/usePlanPresence.ts";
import { StateIcon } from "../sections/StateIcon.tsx";
import {
  type SectionView,
  sectionAnchor,
  sectionStateName,
  shortSectionTitle,
} from "../sections/sectionWords.ts";

/** The plan at a glance: each section's state, who looks after it, and who is in it now. */
export function Outline({
  sections,
  presence,
}: {
  sections: readonly SectionView[];
  presence: PlanPresence;
}) {
  const { i18n } = useLingui();
  return (
    <nav aria-label={i18n.t({ id: "plan.outline", message: "Sections of the plan" })} data-screen-only>
      <ol className="flex flex-col gap-0.5 max-md:relative max-md:flex-row max-md:overflow-x-auto">
        {sections.map(({ sectionId, kind, state, owner }) => (
          <li key={sectionId} className="max-md:shrink-0">
            <a
              href={`#${sectionAnchor(kind)}`}
              className="target flex items-center gap-2 rounded-sm px-2 py-1.5 text-14 text-ink-2 hover:bg-hover hover:text-ink"
            >
              <StateIcon state={state} />
              <span className="grow">
                {shortSectionTitle(kind)}
                <span className="sr-only">, {sectionStateName(state)}</span>
              </span>
              <WhoIsThere sectionId={sectionId} owner={owner} presence={presence} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The faces of those who are in the section now; else who looks after it. */
function WhoIsThere({
  sectionId,
  owner,
  presence,
}: Pick<SectionView, "sectionId" | "owner"> & { presence: PlanPresence }) {
  const here = useHere(presence, sectionId);
  if (here.length === 0) return owner && <Owner owner={owner} />;
  return <HereNow people={here} max={3} size={20} />;
}

/** Who looks after it stands as plain initials; a face is kept for who is here now. */
function Owner({ owner }: { owner: NonNullable<SectionView["owner"]> }) {
  const { i18n } = useLingui();
  return (
    <span className="text-13 font-semibold text-ink-3 max-md:hidden" title={owner.name}>
      <span aria-hidden>{initialsOf(owner.name)}</span>
      <span className="sr-only">
        {i18n.t({ id: "section.owner", message: "Looked after by {name}", values: { name: owner.name } })}
      </span>
    </span>
  );
}
