import { useLingui } from "@lingui/react";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { format } from "#src/lib/format.ts";
import { Button } from "#src/ui/Button.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import type { MeasuredGoal } from "../goalProgress.ts";
import { choicesFor, USUAL_TRIALS } from "./pads.ts";
import type { Reading } from "./useLog.ts";

/** One tap on a value records it. */
export function ChoosePad({
  goal,
  onReading,
}: {
  goal: MeasuredGoal;
  onReading: (reading: Reading) => void;
}) {
  const { i18n } = useLingui();
  const [trials, setTrials] = useState(USUAL_TRIALS);
  const isTrials = goal.measure === "trials";
  const label = (value: number) =>
    goal.measure === "percent" ? format.percent(value) : format.number(value);
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-4 gap-2 sm:grid-cols-6" dir="ltr">
        {choicesFor(goal.measure, trials).map((value) => (
          <Button
            key={value}
            size="large"
            className="min-h-14 px-0 tabular data-[pressed]:bg-accent data-[pressed]:text-on-accent"
            aria-label={
              isTrials
                ? i18n.t({
                    id: "log.trialsOf",
                    message: "{value} of {trials} correct",
                    values: { value, trials },
                  })
                : i18n.t({ id: "log.value", message: "Log {value}", values: { value: label(value) } })
            }
            onPress={() =>
              onReading(isTrials ? { value, trials: { correct: value, total: trials } } : { value })
            }
          >
            {label(value)}
          </Button>
        ))}
      </div>
      {isTrials && (
        <div className="flex items-center gap-2 text-ink-2">
          <IconButton
            label={i18n.t({ id: "log.fewerTrials", message: "One trial fewer" })}
            icon={Minus}
            isDisabled={trials <= 1}
            onPress={() => setTrials(trials - 1)}
          />
          <span className="tabular" aria-live="polite">
            {i18n.t({ id: "log.outOf", message: "out of {trials}", values: { trials } })}
          </span>
          <IconButton
            label={i18n.t({ id: "log.moreTrials", message: "One trial more" })}
            icon={Plus}
            isDisabled={trials >= 30}
            onPress={() => setTrials(trials + 1)}
          />
        </div>
      )}
    </div>
  );
}
