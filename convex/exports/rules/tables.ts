import { type Cell, csvOf } from "./csv";
import type { Gathered } from "./share";

type Row = Gathered[string][number];
const cell = (value: unknown): Cell =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

/** The measurements of a copy as a table, in the columns of our own template. */
export function measurementsCsv(rows: Gathered): string {
  const goals = new Map((rows.goals ?? []).map((goal) => [goal.continuesId ?? goal._id, goal]));
  const measured = [...(rows.observations ?? [])].sort((a, b) =>
    String(a.observedOn) < String(b.observedOn) ? -1 : 1,
  );
  return csvOf(
    [
      "goal_code",
      "goal",
      "observed_on",
      "value",
      "unit",
      "correct",
      "trials",
      "prompt_level",
      "setting",
      "note",
    ],
    measured.map((row) => {
      const goal: Row = goals.get(row.goalId) ?? {};
      const trials = (row.trials ?? {}) as { correct?: number; total?: number };
      const said = [row.promptLevel, row.setting, row.note].map(cell);
      return [
        cell(goal.number),
        cell(goal.statement),
        cell(row.observedOn),
        cell(row.value),
        cell(goal.measure),
        trials.correct,
        trials.total,
        ...said,
      ];
    }),
  );
}

/** The goals of a copy as a table. */
export function goalsCsv(rows: Gathered): string {
  const dated = (value: unknown) => (value ?? {}) as { value?: number; on?: string };
  return csvOf(
    [
      "goal_code",
      "domain",
      "statement",
      "baseline_value",
      "baseline_date",
      "target_value",
      "due_on",
      "unit",
      "criterion",
    ],
    (rows.goals ?? []).map((goal) => {
      const [baseline, target] = [dated(goal.baseline), dated(goal.target)];
      const said = [goal.number, goal.area, goal.statement].map(cell);
      return [
        ...said,
        baseline.value,
        baseline.on,
        target.value,
        target.on,
        cell(goal.measure),
        cell(goal.criterion),
      ];
    }),
  );
}
