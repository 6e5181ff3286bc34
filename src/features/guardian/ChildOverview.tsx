import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { BookOpenText } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { teamRoleName } from "#src/lib/words.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Banner } from "#src/ui/Banner.tsx";
import { InOrder } from "#src/ui/InOrder.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { GoalsNow } from "./GoalsNow.tsx";

/** A child's page for their family: the plan that is shared, how the goals go, and who helps. */
export function ChildOverview({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) {
    return <SkeletonRows label={i18n.t({ id: "family.loading", message: "Loading your child’s page" })} />;
  }
  const { plans, caseManager } = record;
  const plan =
    plans.find(({ status, sharedWithFamily }) => status === "inEffect" && sharedWithFamily) ??
    plans.find(({ sharedWithFamily }) => sharedWithFamily);
  const drafts = plans.filter(({ iepId, sharedWithFamily }) => sharedWithFamily && iepId !== plan?.iepId);
  const helpers = record.team.filter((spell) => spell.person.personId !== caseManager?.personId);
  return (
    <InOrder className="flex flex-col gap-10 text-18">
      {plan === undefined ? (
        <Banner
          tone="information"
          title={<Trans id="family.noPlan" message="No plan is shared with you yet" />}
        >
          <Trans
            id="family.noPlanAdvice"
            message="When the school shares the plan, it shows here by itself. Ask the case manager if you expected to see it."
          />
        </Banner>
      ) : (
        <section aria-labelledby="plan-title">
          <h2 id="plan-title" className="text-23">
            <Trans id="family.plan" message="The plan" />
          </h2>
          <p className="mt-1">
            {plan.status === "draft" ? (
              <Trans
                id="family.draft"
                message="The team is still writing this plan. It is not agreed yet; you can read it and say what you think."
              />
            ) : (
              <Trans
                id="family.valid"
                message="It is valid until {end}. The team meets again with you by {review}."
                values={{ end: format.day(plan.endsOn), review: format.day(plan.reviewDueOn) }}
              />
            )}
          </p>
          <div className="mt-4 flex flex-wrap gap-3">
            <LinkButton kind="primary" size="large" href={paths.childPlan(studentId, plan.iepId)}>
              <BookOpenText aria-hidden size={20} strokeWidth={1.75} />
              <Trans id="family.read" message="Read the plan" />
            </LinkButton>
            {drafts.map((other) => (
              <LinkButton key={other.iepId} size="large" href={paths.childPlan(studentId, other.iepId)}>
                {other.title}
              </LinkButton>
            ))}
          </div>
        </section>
      )}
      {plan !== undefined && <GoalsNow studentId={studentId} iepId={plan.iepId} />}
      {(caseManager !== null || helpers.length > 0) && (
        <section aria-labelledby="helpers-title">
          <h2 id="helpers-title" className="text-23">
            <Trans id="family.team" message="Who helps your child" />
          </h2>
          <ul className="mt-3 flex flex-col gap-3">
            {caseManager !== null && (
              <Helper
                person={caseManager}
                part={i18n.t({
                  id: "family.caseManager",
                  message: "Case manager: your first contact about the plan",
                })}
              />
            )}
            {helpers.map((spell) => (
              <Helper
                key={spell.teamMembershipId}
                person={spell.person}
                part={teamRoleName(spell.teamRole)}
              />
            ))}
          </ul>
        </section>
      )}
    </InOrder>
  );
}

function Helper({ person, part }: { person: { name: string; color: number }; part: string }) {
  return (
    <li className="flex items-center gap-3">
      <Avatar person={person} size={40} />
      <span>
        <span className="block font-semibold">{person.name}</span>
        <span className="block text-16 text-ink-2">{part}</span>
      </span>
    </li>
  );
}
