import { useLingui } from "@lingui/react";
import { ChevronDown, ChevronUp, LineChart, Pencil } from "lucide-react";
import { useId, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { goalAreaName, measured } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { GoalFields } from "./GoalFields.tsx";
import type { GoalView } from "./goalWords.ts";

/** One goal as it is read; it opens in place to be written. */
export function GoalItem({
  studentId,
  goal,
  isEditable,
  startsOpen = false,
}: {
  studentId: Id<"students">;
  goal: GoalView;
  isEditable: boolean;
  startsOpen?: boolean;
}) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(startsOpen);
  const fieldsId = useId();
  const number = goal.number;
  return (
    <li className="border-t border-hairline py-4" data-keep-together>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="text-16">
          {i18n.t({
            id: "goal.title",
            message: "Goal {number}: {area}",
            values: { number, area: goalAreaName(goal.area) },
          })}
        </h3>
        <div data-screen-only className="flex flex-wrap gap-1">
          <LinkButton kind="quiet" size="small" href={paths.goal(studentId, goal.goalId)}>
            <LineChart aria-hidden size={16} strokeWidth={1.75} />
            {i18n.t({ id: "goal.progress", message: "Progress" })}
            <span className="sr-only">
              {i18n.t({ id: "goal.ofGoal", message: "of goal {number}", values: { number } })}
            </span>
          </LinkButton>
          {isEditable && (
            <Button
              kind="quiet"
              size="small"
              aria-expanded={isOpen}
              aria-controls={isOpen ? fieldsId : undefined}
              onPress={() => setIsOpen(!isOpen)}
            >
              <Pencil aria-hidden size={16} strokeWidth={1.75} />
              {isOpen
                ? i18n.t({ id: "action.close", message: "Close" })
                : i18n.t({ id: "action.edit", message: "Edit" })}
              <span className="sr-only">
                {i18n.t({ id: "goal.named", message: "goal {number}", values: { number } })}
              </span>
              {isOpen ? (
                <ChevronUp aria-hidden size={14} strokeWidth={1.75} />
              ) : (
                <ChevronDown aria-hidden size={14} strokeWidth={1.75} />
              )}
            </Button>
          )}
        </div>
      </div>
      <p dir="auto" className="reading mt-1">
        {goal.statement}
      </p>
      <p className="mt-2 text-14 text-ink-2 tabular">
        {i18n.t({
          id: "goal.span",
          message: "From {baseline} on {from} to {target} by {to}.",
          values: {
            baseline: measured(goal.baseline.value, goal.measure),
            from: format.day(goal.baseline.on),
            target: measured(goal.target.value, goal.measure),
            to: format.day(goal.target.on),
          },
        })}{" "}
        <span dir="auto">{goal.schedule}</span>
      </p>
      {isOpen && isEditable && (
        <div id={fieldsId} className="mt-3 rounded border border-hairline bg-sunken px-4">
          <GoalFields studentId={studentId} goal={goal} />
          <RetireGoal studentId={studentId} goal={goal} />
        </div>
      )}
    </li>
  );
}

function RetireGoal({ studentId, goal }: { studentId: Id<"students">; goal: GoalView }) {
  const { i18n } = useLingui();
  const [isAsking, setIsAsking] = useState(false);
  const retire = useCommand(api.ieps.goals.retire);
  const words = i18n.t({ id: "goal.retire", message: "Take this goal out" });
  return (
    <div className="border-t border-hairline py-3">
      <Button kind="quiet" size="small" className="text-danger" onPress={() => setIsAsking(true)}>
        {words}
      </Button>
      <ConfirmDialog
        title={words}
        confirmLabel={words}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        isDangerous
        isOpen={isAsking}
        onConfirm={() => void retire({ studentId, goalId: goal.goalId })}
        onClose={() => setIsAsking(false)}
      >
        {i18n.t({
          id: "goal.retireAdvice",
          message: "The goal leaves the plan for good. What was measured stays on record.",
        })}
      </ConfirmDialog>
    </div>
  );
}
