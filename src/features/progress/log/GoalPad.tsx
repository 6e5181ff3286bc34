import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { goalAreaName, measured } from "#src/lib/words.ts";
import { Sparkline } from "#src/ui/Sparkline.tsx";
import type { MeasuredGoal } from "../goalProgress.ts";
import { ChoosePad } from "./ChoosePad.tsx";
import { NumberPad } from "./NumberPad.tsx";
import { padFor } from "./pads.ts";
import { TallyPad } from "./TallyPad.tsx";
import type { Reading } from "./useLog.ts";

/** A goal to log for: a tap opens its pad, the next tap records. */
export function GoalPad({
  studentId,
  goal,
  statement,
  isOpen,
  onOpen,
  onReading,
}: {
  studentId: Id<"students">;
  goal: MeasuredGoal;
  statement: string;
  isOpen: boolean;
  onOpen: () => void;
  onReading: (reading: Reading) => void;
}) {
  const { i18n } = useLingui();
  const padId = useId();
  const progress = useQuery(api.progress.goals.get, { studentId, goalId: goal.goalId });
  const latest = progress?.summary.latest;
  const values = progress?.observations.slice(-12).map(({ value }) => value) ?? [];
  const pad = padFor(goal.measure);
  return (
    <li className="rounded border border-hairline bg-raised" data-goal={goal.number}>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? padId : undefined}
          onClick={onOpen}
          className="flex min-h-16 w-full items-center gap-3 rounded p-4 text-start hover:bg-hover"
        >
          <span className="min-w-0 grow">
            <span className="block font-bold">
              {i18n.t({
                id: "goal.title",
                message: "Goal {number}: {area}",
                values: { number: goal.number, area: goalAreaName(goal.area) },
              })}
            </span>
            <span dir="auto" className="line-clamp-2 text-14 font-normal text-ink-2">
              {statement}
            </span>
            {/* Keeps its place while it is read: what moves under a thumb is tapped by mistake. */}
            <span className="mt-1 block min-h-[1lh] text-14 font-normal text-ink-3 tabular">
              {latest
                ? i18n.t({
                    id: "log.last",
                    message: "Last: {value}, {day}",
                    values: { value: measured(latest.value, goal.measure), day: format.shortDay(latest.on) },
                  })
                : progress && i18n.t({ id: "goals.noData", message: "No data yet" })}
            </span>
          </span>
          <span className="w-18 shrink-0">
            {values.length > 1 && (
              <Sparkline
                values={values}
                width={72}
                label={i18n.t({ id: "log.lastValues", message: "The last measurements" })}
              />
            )}
          </span>
          <ChevronDown
            aria-hidden
            size={18}
            strokeWidth={1.75}
            className={`shrink-0 text-ink-3 transition-transform ${isOpen ? "rotate-180" : ""}`}
          />
        </button>
      </h2>
      {isOpen && (
        <div id={padId} className="px-4 pb-4">
          {pad === "choose" && <ChoosePad goal={goal} onReading={onReading} />}
          {pad === "tally" && <TallyPad onReading={onReading} />}
          {pad === "number" && <NumberPad goal={goal} onReading={onReading} />}
        </div>
      )}
    </li>
  );
}
