import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { EvaluationRule } from "#convex/compliance/rules/pack.ts";
import { findEvaluationRule, packFor } from "#convex/compliance/rules/packs.ts";
import { daysBetween } from "#convex/dates.ts";
import { useEvidence } from "#src/lib/evidence.tsx";
import { format } from "#src/lib/format.ts";
import { conclusionName, evaluationKindName, tollingReasonName } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import type { EvaluationShown, Overview } from "./overview.ts";

export type AsksConsent = (kind: NonNullable<EvaluationRule["consent"]>, scope: string) => ReactNode;
export type EvaluationAct = "complete" | "stopClock" | "retract";

/** One evaluation: where it stands, what it waits for, and what can be done about it. */
export function EvaluationLine({
  studentId,
  evaluation,
  overview,
  mayEdit,
  titles,
  consent,
  onAct,
}: {
  studentId: Id<"students">;
  evaluation: EvaluationShown;
  overview: Overview;
  mayEdit: boolean;
  titles: Record<EvaluationAct, string>;
  consent: AsksConsent;
  onAct: (act: EvaluationAct) => void;
}) {
  const { i18n } = useLingui();
  const evidence = useEvidence();
  const { evaluationId, state, kind, dueOn, completedOn, conclusion, notNeededOn } = evaluation;
  const begin = useCommand(api.status.evaluations.begin, {
    done: i18n.t({ id: "evaluations.begun", message: "Evaluation begun" }),
  });
  const { today, jurisdiction } = overview;
  const needed = findEvaluationRule(packFor(jurisdiction), kind)?.consent ?? null;
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
        <p dir="auto" className="match-parent mt-0.5">
          {evaluation.findings ?? evaluation.reason}
        </p>
        {evidence.show(evaluation.evidenceDocumentIds)}
        {evaluation.tolling.map((stop) => (
          <p key={`${stop.reason} ${stop.from}`} className="text-14 text-ink-3">
            {tollingReasonName(stop.reason)}: {format.day(stop.from)} – {format.day(stop.until)}
          </p>
        ))}
        {state === "asked" && needed !== null && (
          <div className="mt-1 flex flex-col gap-2">
            <p className="text-14 text-attention">
              <Trans
                id="evaluations.waiting"
                message="Waiting for consent. The clock starts on the day it is received."
              />
            </p>
            {mayEdit && consent(needed, evaluation.reason)}
          </div>
        )}
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
