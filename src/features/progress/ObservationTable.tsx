import { useLingui } from "@lingui/react";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useMe } from "#src/lib/me.ts";
import { uniqueId } from "#src/lib/uniqueId.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { measured } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import { type Column, Table } from "#src/ui/Table.tsx";
import type { GoalProgress, Observation } from "./goalProgress.ts";

/** The same data as in the chart, newest first; a slip can be taken back. */
export function ObservationTable({
  studentId,
  progress,
  can,
}: {
  studentId: Id<"students">;
  progress: GoalProgress;
  can: (permission: "progress.log" | "progress.retract") => boolean;
}) {
  const { i18n } = useLingui();
  const { me } = useMe();
  const [showsAll, setShowsAll] = useState(false);
  const { goalId } = progress.goal;
  const log = useCommand(api.progress.observations.log);
  const retract = useCommand(api.progress.observations.retract, {
    done: i18n.t({ id: "observation.retracted", message: "Measurement taken back" }),
    undo: (_, { observationId }) => {
      const row = progress.observations.find((one) => one.observationId === observationId);
      if (row) void log({ studentId, goalId, ...again(row) });
    },
    optimistic: (store, { observationId }) => {
      const current = store.getQuery(api.progress.goals.get, { studentId, goalId });
      if (!current) return;
      const observations = current.observations.filter((one) => one.observationId !== observationId);
      store.setQuery(api.progress.goals.get, { studentId, goalId }, { ...current, observations });
    },
  });
  const mayRetract = (row: Observation) =>
    can("progress.retract") || (can("progress.log") && row.recordedBy?.personId === me?.person.personId);
  const columns: Column<Observation>[] = [
    {
      id: "day",
      label: i18n.t({ id: "observation.day", message: "Day" }),
      isRowHeader: true,
      cell: (row) => <time dateTime={row.observedOn}>{format.day(row.observedOn)}</time>,
    },
    {
      id: "value",
      label: i18n.t({ id: "observation.value", message: "Measured" }),
      align: "end",
      cell: (row) => (
        <span className="tabular">
          {measured(row.value, progress.goal.measure)}
          {row.trials && (
            <span className="text-ink-3">
              {" "}
              ({format.number(row.trials.correct)}/{format.number(row.trials.total)})
            </span>
          )}
        </span>
      ),
    },
  ];
  if (progress.observations.some((row) => noteOf(row))) {
    columns.push({
      id: "note",
      label: i18n.t({ id: "observation.note", message: "Note" }),
      cell: (row) => <span dir="auto">{noteOf(row)}</span>,
    });
  }
  if (progress.observations.some(({ recordedBy }) => recordedBy)) {
    columns.push({
      id: "by",
      label: i18n.t({ id: "observation.by", message: "By" }),
      cell: (row) => row.recordedBy?.name ?? "",
    });
  }
  if (can("progress.log") || can("progress.retract")) {
    columns.push({
      id: "acts",
      label: <span className="sr-only">{i18n.t({ id: "table.acts", message: "Acts" })}</span>,
      align: "end",
      cell: (row) =>
        mayRetract(row) && (
          <Button
            kind="quiet"
            size="small"
            onPress={() => void retract({ studentId, observationId: row.observationId })}
          >
            <Undo2 aria-hidden size={16} strokeWidth={1.75} />
            {i18n.t({ id: "observation.retract", message: "Take back" })}
            <span className="sr-only">{format.day(row.observedOn)}</span>
          </Button>
        ),
    });
  }
  const rows = progress.observations.toReversed();
  return (
    <>
      <Table
        caption={i18n.t({ id: "observation.table", message: "Measurements, newest first" })}
        columns={columns}
        rows={showsAll ? rows : rows.slice(0, AT_FIRST)}
        rowKey={(row) => row.observationId}
        density="compact"
      />
      {rows.length > AT_FIRST && !showsAll && (
        <Button size="small" className="mt-3" onPress={() => setShowsAll(true)}>
          {i18n.t({
            id: "observation.showAll",
            message: "Show all {count} measurements",
            values: { count: rows.length },
          })}
        </Button>
      )}
    </>
  );
}

/** Rows shown before somebody asks for more; a phone shows each as a card. */
const AT_FIRST = 12;

function noteOf({ setting, promptLevel, note }: Observation): string {
  return [setting, promptLevel, note].filter(Boolean).join(" · ");
}

/** The same measurement once more, to undo its taking back: what is retracted stays retracted on record. */
function again({ observedOn, value, note, setting, promptLevel, trials }: Observation) {
  return {
    observedOn,
    value,
    clientKey: uniqueId(),
    ...(note !== null && { note }),
    ...(setting !== null && { setting }),
    ...(promptLevel !== null && { promptLevel }),
    ...(trials !== null && { trials }),
  };
}
