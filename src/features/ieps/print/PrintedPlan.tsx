import { useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { planStatusName } from "#src/lib/words.ts";
import { Prose } from "#src/ui/Prose.tsx";
import "./print.css";
import { factorQuestion } from "../factors/factorWords.ts";
import { isProse, sectionTitle } from "../sections/sectionWords.ts";
import { rhythm } from "../services/serviceWords.ts";
import { PrintedGoals } from "./PrintedGoals.tsx";
import { PrintedTable } from "./PrintedTable.tsx";

export type ReadablePlan = FunctionReturnType<typeof api.ieps.readable.get>;

/** The whole plan in reading order, composed for paper. */
export function PrintedPlan({ plan }: { plan: ReadablePlan }) {
  const { i18n } = useLingui();
  const { student, iep } = plan;
  const facts: [string, string][] = [
    [i18n.t({ id: "print.student", message: "Student" }), student.name],
    [i18n.t({ id: "print.grade", message: "Grade" }), gradeName(student.gradeLevel)],
    [i18n.t({ id: "print.school", message: "School" }), student.schoolName],
    [i18n.t({ id: "print.status", message: "Status" }), planStatusName(iep.status)],
    [i18n.t({ id: "plan.startsOn", message: "First day" }), format.day(iep.startsOn)],
    [i18n.t({ id: "plan.endsOn", message: "Last day" }), format.day(iep.endsOn)],
    [
      i18n.t({ id: "plan.meetingOn", message: "The team met on" }),
      iep.meetingOn ? format.day(iep.meetingOn) : "–",
    ],
    [i18n.t({ id: "print.review", message: "Review due" }), format.day(iep.reviewDueOn)],
  ];
  return (
    <article className="printed-plan mx-auto max-w-[46rem]" data-status={iep.status}>
      {iep.status === "draft" && (
        <p aria-hidden className="printed-watermark">
          {planStatusName("draft")}
        </p>
      )}
      <header className="mb-6 border-b-2 border-ink pb-4">
        <p className="text-14">{i18n.t({ id: "print.kind", message: "Individualized education program" })}</p>
        <h1 className="mt-1 text-28">{iep.title}</h1>
        <dl className="mt-4 grid grid-cols-2 gap-x-8 gap-y-1 sm:grid-cols-4">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-13 text-ink-3">{name}</dt>
              <dd className="font-semibold tabular">{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      {plan.sections.map((section) => (
        <section key={section.kind} className="mb-7">
          <h2 className="mb-2 border-b border-hairline pb-1 text-19">{sectionTitle(section.kind)}</h2>
          {isProse(section.kind) || !section.isEmpty ? <Prose content={JSON.parse(section.content)} /> : null}
          {section.kind === "goals" && <PrintedGoals goals={plan.goals} />}
          {section.kind === "services" && (
            <PrintedTable
              caption={sectionTitle("services")}
              head={[
                i18n.t({ id: "service.kind", message: "Service" }),
                i18n.t({ id: "service.howOften", message: "How often" }),
                i18n.t({ id: "service.location", message: "Where" }),
                i18n.t({ id: "service.providerRole", message: "By whom" }),
                i18n.t({ id: "service.dates", message: "From, to" }),
              ]}
              rows={plan.services.map((service) => [
                service.kind,
                rhythm(service),
                service.location,
                service.providerRole,
                `${format.shortDay(service.startsOn)} – ${format.shortDay(service.endsOn)}`,
              ])}
            />
          )}
          {section.kind === "accommodations" && (
            <PrintedTable
              caption={sectionTitle("accommodations")}
              head={[
                i18n.t({ id: "accommodation.category", message: "Kind" }),
                i18n.t({ id: "accommodation.text", message: "What is done" }),
                i18n.t({ id: "accommodation.setting", message: "Where and when" }),
              ]}
              rows={plan.accommodations.map(({ category, text, setting }) => [category, text, setting])}
            />
          )}
          {section.kind === "specialFactors" && (
            <PrintedTable
              caption={sectionTitle("specialFactors")}
              head={[
                i18n.t({ id: "print.question", message: "Question" }),
                i18n.t({ id: "print.answer", message: "Answer" }),
              ]}
              rows={plan.specialFactors.map(({ factor, applies, explanation }) => [
                factorQuestion(factor),
                [
                  applies
                    ? i18n.t({ id: "answer.yes", message: "Yes" })
                    : i18n.t({ id: "answer.no", message: "No" }),
                  explanation,
                ]
                  .filter(Boolean)
                  .join(". "),
              ])}
            />
          )}
        </section>
      ))}
    </article>
  );
}
