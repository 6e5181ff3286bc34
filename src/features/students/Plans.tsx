import { Trans, useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { planStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import type { StudentRecord } from "./studentRecord.ts";

/** The child's plans, newest first; a draft may be started while none is open. */
export function Plans({ record }: { record: StudentRecord }) {
  const { i18n } = useLingui();
  const router = useRouter();
  const { studentId } = record.student;
  const start = useCommand(api.ieps.ieps.start, {
    done: i18n.t({ id: "plans.started", message: "Draft started" }),
  });
  const begin = useSubmit(
    () =>
      start({
        studentId,
        title: i18n.t({
          id: "plans.newTitle",
          message: "Plan from {day}",
          values: { day: format.day(record.today) },
        }),
        startsOn: record.today,
      }),
    (iepId) => void router.navigate({ href: paths.plan(studentId, iepId) }),
  );
  const mayStart = record.abilities.includes("ieps.start") && record.draftIepId === null;
  const startButton = mayStart && (
    <Button
      size={record.plans.length === 0 ? "medium" : "small"}
      kind={record.plans.length === 0 ? "primary" : "secondary"}
      isPending={begin.isPending}
      onPress={begin.submit}
    >
      <Trans id="plans.start" message="Start a draft" />
    </Button>
  );
  if (record.plans.length === 0) {
    return (
      <Card title={<Trans id="plans.title" message="Plans" />}>
        <EmptyState
          icon={FileText}
          title={<Trans id="plans.none" message="No plan yet" />}
          action={startButton}
        >
          <Trans
            id="plans.noneAdvice"
            message="The team writes the plan here together; it is private until it is shared."
          />
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={<Trans id="plans.title" message="Plans" />} actions={startButton}>
      <ul className="divide-y divide-hairline">
        {record.plans.map((plan) => (
          <li key={plan.iepId}>
            <PlainLink
              href={paths.plan(studentId, plan.iepId)}
              className="-mx-2 flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 rounded px-2 py-2.5 hover:bg-hover"
            >
              <span className="min-w-0 grow basis-56">
                <span className="block font-semibold">{plan.title}</span>
                <span className="block text-14 text-ink-3">
                  <Trans
                    id="plans.span"
                    message="{from} to {to}"
                    values={{ from: format.day(plan.startsOn), to: format.day(plan.endsOn) }}
                  />
                  {plan.status === "inEffect" && (
                    <>
                      {" · "}
                      <Trans
                        id="plans.review"
                        message="review by {day}"
                        values={{ day: format.day(plan.reviewDueOn) }}
                      />
                    </>
                  )}
                </span>
              </span>
              <span className="flex flex-wrap gap-1.5">
                {plan.sharedWithFamily && (
                  <Badge tone="information">
                    <Trans id="plans.shared" message="Shared with family" />
                  </Badge>
                )}
                <Badge tone={plan.status === "inEffect" ? "good" : "neutral"}>
                  {planStatusName(plan.status)}
                </Badge>
              </span>
            </PlainLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
