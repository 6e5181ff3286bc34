import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Printer } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { ReadablePlan } from "./GoalForFamily.tsx";
import { ReadingSection } from "./ReadingSection.tsx";
import { sectionWords } from "./sectionWords.ts";

/** The whole plan to read: one calm column, in the order of the document, live, and composed on paper. */
export function PlanReading({ studentId, iepId }: { studentId: Id<"students">; iepId: Id<"ieps"> }) {
  const { i18n } = useLingui();
  const plan = useQuery(api.ieps.readable.get, { studentId, iepId });
  if (plan === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "family.planLoading", message: "Loading the plan" })} rows={8} />
    );
  }
  const { iep, student } = plan;
  return (
    <article>
      <PageHeader
        above={
          <span data-screen-only>
            <Link href={paths.child(studentId)}>
              <Trans id="family.back" message="Back to {name}’s page" values={{ name: student.name }} />
            </Link>
          </span>
        }
        title={i18n.t({
          id: "family.planOf",
          message: "The plan for {name}",
          values: { name: student.name },
        })}
        below={
          iep.status === "draft" ? (
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone="attention">
                <Trans id="planStatus.draft" message="Draft" />
              </Badge>
              <Trans id="family.notAgreed" message="Not agreed yet: the team is still writing." />
            </span>
          ) : (
            <Trans
              id="family.span"
              message="From {from} to {to}. Next review by {review}."
              values={{
                from: format.day(iep.startsOn),
                to: format.day(iep.endsOn),
                review: format.day(iep.reviewDueOn),
              }}
            />
          )
        }
        actions={
          <span data-screen-only>
            <Button onPress={() => window.print()}>
              <Printer aria-hidden size={18} strokeWidth={1.75} />
              <Trans id="action.print" message="Print" />
            </Button>
          </span>
        }
      />
      <nav
        data-screen-only
        aria-label={i18n.t({ id: "family.contents", message: "In this plan" })}
        className="mb-10 rounded bg-sunken p-4"
      >
        <h2 className="mb-1 text-16">
          <Trans id="family.contents" message="In this plan" />
        </h2>
        <ReadingContents plan={plan} />
      </nav>
      <div className="flex flex-col gap-12">
        {plan.sections.map(({ kind }) => (
          <ReadingSection key={kind} kind={kind} plan={plan} />
        ))}
      </div>
    </article>
  );
}

function ReadingContents({ plan }: { plan: ReadablePlan }) {
  return (
    <ul className="flex flex-col">
      {plan.sections.map(({ kind }) => (
        <li key={kind}>
          <a
            href={`#${kind}`}
            className="target inline-flex min-h-8 items-center rounded-sm text-accent underline underline-offset-4"
          >
            {sectionWords(kind).title}
          </a>
        </li>
      ))}
    </ul>
  );
}
