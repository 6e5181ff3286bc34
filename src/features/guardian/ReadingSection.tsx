import { Trans } from "@lingui/react";
import { Explained } from "#src/ui/Explained.tsx";
import { Prose } from "#src/ui/Prose.tsx";
import { GoalForFamily, type ReadablePlan } from "./GoalForFamily.tsx";
import { AccommodationsForFamily, FactorsForFamily, ServicesForFamily } from "./PartsForFamily.tsx";
import { type SectionKind, sectionWords } from "./sectionWords.ts";

/** One section: its plain name, its meaning on request, its text, and its structured part. */
export function ReadingSection({ kind, plan }: { kind: SectionKind; plan: ReadablePlan }) {
  const words = sectionWords(kind);
  const section = plan.sections.find((one) => one.kind === kind);
  const part = partOf(kind, plan);
  return (
    <section id={kind} aria-labelledby={`${kind}-title`} className="scroll-mt-6">
      <h2 id={`${kind}-title`} className="text-23">
        {words.title}
      </h2>
      <Explained question={words.question}>{words.meaning}</Explained>
      <div className="mt-2 flex flex-col gap-5">
        {section && !section.isEmpty && <Prose content={JSON.parse(section.content)} />}
        {part}
        {section?.isEmpty && part === null && (
          <p className="text-18 text-ink-3">
            <Trans id="family.empty" message="Nothing is written here yet." />
          </p>
        )}
      </div>
    </section>
  );
}

function partOf(kind: SectionKind, plan: ReadablePlan) {
  if (kind === "goals" && plan.goals.length > 0) {
    return (
      <div className="flex flex-col gap-4">
        {plan.goals.map((goal) => (
          <GoalForFamily key={goal.goalId} goal={goal} />
        ))}
      </div>
    );
  }
  if (kind === "services" && plan.services.length > 0) return <ServicesForFamily services={plan.services} />;
  if (kind === "accommodations" && plan.accommodations.length > 0) {
    return <AccommodationsForFamily accommodations={plan.accommodations} />;
  }
  if (kind === "specialFactors" && plan.specialFactors.length > 0) {
    return <FactorsForFamily factors={plan.specialFactors} />;
  }
  return null;
}
