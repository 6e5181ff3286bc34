import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { daysBetween } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { AskEvaluation } from "./AskEvaluation.tsx";
import { CompleteEvaluation } from "./CompleteEvaluation.tsx";
import { type AsksConsent, type EvaluationAct, EvaluationLine } from "./EvaluationLine.tsx";
import type { EvaluationShown, Overview } from "./overview.ts";
import { RetractEvaluation } from "./RetractEvaluation.tsx";
import { StopClock } from "./StopClock.tsx";

type Act = "ask" | EvaluationAct;

/** Evaluations with their clocks: asked for, under way, done. */
export function EvaluationsCard({
  studentId,
  overview,
  mayEdit,
  consent,
}: {
  studentId: Id<"students">;
  overview: Overview;
  mayEdit: boolean;
  /** Says, and asks for, the consent that an evaluation waits for. */
  consent: AsksConsent;
}) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<{ act: Act; evaluation: EvaluationShown | null } | null>(null);
  const { evaluations, reevaluationDueOn, today } = overview;
  const close = () => setOpen(null);
  const titles: Record<Act, string> = {
    ask: i18n.t({ id: "evaluations.ask", message: "Ask for an evaluation" }),
    complete: i18n.t({ id: "evaluations.complete", message: "Record the result" }),
    stopClock: i18n.t({ id: "evaluations.stopClock", message: "Stop the clock" }),
    retract: i18n.t({ id: "evaluations.retract", message: "Take back" }),
  };
  return (
    <Card
      title={<Trans id="evaluations.title" message="Evaluations" />}
      actions={
        mayEdit && (
          <Button size="small" onPress={() => setOpen({ act: "ask", evaluation: null })}>
            {titles.ask}
          </Button>
        )
      }
    >
      {reevaluationDueOn !== null && (
        <p className="mb-3">
          <Trans
            id="evaluations.reevaluation"
            message="Re-evaluation due by {day}"
            values={{ day: format.day(reevaluationDueOn) }}
          />{" "}
          <Badge tone={reevaluationDueOn < today ? "danger" : "neutral"}>
            {format.daysAhead(daysBetween(today, reevaluationDueOn))}
          </Badge>
        </p>
      )}
      {evaluations.length === 0 ? (
        <p className="text-ink-2">
          <Trans
            id="evaluations.none"
            message="None yet. A parent may ask for one at any time; nothing that is tried meanwhile may delay it."
          />
        </p>
      ) : (
        <ul className="divide-y divide-hairline">
          {evaluations.map((evaluation) => (
            <EvaluationLine
              key={evaluation.evaluationId}
              studentId={studentId}
              evaluation={evaluation}
              overview={overview}
              mayEdit={mayEdit}
              titles={titles}
              consent={consent}
              onAct={(act) => setOpen({ act, evaluation })}
            />
          ))}
        </ul>
      )}
      <Dialog
        title={titles[open?.act ?? "ask"]}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
      >
        {open?.act === "ask" && <AskEvaluation studentId={studentId} overview={overview} onDone={close} />}
        {open?.act === "complete" && open.evaluation && (
          <CompleteEvaluation
            studentId={studentId}
            evaluation={open.evaluation}
            today={today}
            onDone={close}
          />
        )}
        {open?.act === "stopClock" && open.evaluation && (
          <StopClock studentId={studentId} evaluation={open.evaluation} today={today} onDone={close} />
        )}
        {open?.act === "retract" && open.evaluation && (
          <RetractEvaluation studentId={studentId} evaluation={open.evaluation} onDone={close} />
        )}
      </Dialog>
    </Card>
  );
}
