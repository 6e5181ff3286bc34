import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { daysBetween } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { conclusionName, evaluationKindName, tollingReasonName } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { AskEvaluation } from "./AskEvaluation.tsx";
import { CompleteEvaluation } from "./CompleteEvaluation.tsx";
import type { EvaluationShown, Overview } from "./overview.ts";
import { RetractEvaluation } from "./RetractEvaluation.tsx";
import { StopClock } from "./StopClock.tsx";

type Act = "ask" | "complete" | "stopClock" | "retract";

/** Evaluations with their clocks: asked for, under way, done. */
export function EvaluationsCard({
  studentId,
  overview,
  mayEdit,
}: {
  studentId: Id<"students">;
  overview: Overview;
  mayEdit: boolean;
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
              today={today}
              mayEdit={mayEdit}
              titles={titles}
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

function EvaluationLine({
  studentId,
  evaluation,
  today,
  mayEdit,
  titles,
  onAct,
}: {
  studentId: Id<"students">;
  evaluation: EvaluationShown;
  today: string;
  mayEdit: boolean;
  titles: Record<Act, string>;
  onAct: (act: Act) => void;
}) {
  const { i18n } = useLingui();
  const { evaluationId, state, kind, dueOn, completedOn, conclusion, notNeededOn } = evaluation;
  const begin = useCommand(api.status.evaluations.begin, {
    done: i18n.t({ id: "evaluations.begun", message: "Evaluation begun" }),
  });
  const isOpen = state === "asked" || state === "underWay";
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {evaluationKindName(kind)}
          {isOpen && dueOn !== null && (
            <Badge tone={dueOn < today ? "danger" : "attention"}>
              {format.daysAhead(daysBetween(today, dueOn))}
            </Badge>
          )}
          {conclusion !== null && (
            <Badge tone={conclusion === "eligible" ? "good" : "neutral"}>{conclusionName(conclusion)}</Badge>
          )}
        </p>
        <p className="text-14 text-ink-2">
          {notNeededOn !== null ? (
            <Trans
              id="evaluations.agreed"
              message="Parents and school agreed on {day} that none was needed"
              values={{ day: format.day(notNeededOn) }}
            />
          ) : (
            <Trans
              id="evaluations.asked"
              message="Asked for on {day} by {who}"
              values={{ day: format.day(evaluation.askedOn), who: evaluation.askedBy }}
            />
          )}
          {completedOn !== null && (
            <>
              {" · "}
              <Trans
                id="evaluations.completed"
                message="completed on {day}"
                values={{ day: format.day(completedOn) }}
              />
            </>
          )}
          {isOpen && dueOn !== null && (
            <>
              {" · "}
              <Trans id="evaluations.due" message="due by {day}" values={{ day: format.day(dueOn) }} />
            </>
          )}
        </p>
        <p className="mt-0.5">{evaluation.findings ?? evaluation.reason}</p>
        {state === "asked" && (
          <p className="mt-1 text-14 text-attention">
            <Trans
              id="evaluations.waiting"
              message="Waiting for consent. The clock starts on the day it is received."
            />
          </p>
        )}
        {evaluation.tolling.map((stop) => (
          <p key={`${stop.reason} ${stop.from}`} className="text-14 text-ink-3">
            {tollingReasonName(stop.reason)}: {format.day(stop.from)} – {format.day(stop.until)}
          </p>
        ))}
        {mayEdit && state === "asked" && (
          <Button
            size="small"
            className="mt-2"
            isPending={begin.isPending}
            onPress={() => void begin({ studentId, evaluationId })}
          >
            <Trans id="evaluations.begin" message="Begin" />
          </Button>
        )}
        {mayEdit && state === "underWay" && (
          <Button size="small" className="mt-2" onPress={() => onAct("complete")}>
            {titles.complete}
          </Button>
        )}
      </div>
      {mayEdit && (
        <Menu
          label={i18n.t({
            id: "evaluations.acts",
            message: "Actions for {evaluation} from {day}",
            values: { evaluation: evaluationKindName(kind), day: format.day(evaluation.askedOn) },
          })}
        >
          {(["stopClock", "retract"] as const)
            .filter((act) => act !== "stopClock" || (isOpen && dueOn !== null))
            .map((act) => (
              <MenuItem key={act} isDangerous={act === "retract"} onAction={() => onAct(act)}>
                {titles[act]}
              </MenuItem>
            ))}
        </Menu>
      )}
    </li>
  );
}
