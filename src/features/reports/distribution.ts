import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { strength } from "#convex/reports/rules/tallies.ts";
import { gradeName, inSchoolOrder } from "#src/lib/grades.ts";
import { senStatusName } from "#src/lib/words.ts";
import { type Grid, sumOf, valuesAt } from "./reportTable.ts";
import { needLabel } from "./reportWords.ts";

export type Run = FunctionReturnType<typeof api.reports.runs.get>;
type Counts = Run["counts"];

const statuses = [...strength, "none"] as const;
const statusRows = statuses.map((id) => ({ id, label: () => senStatusName(id) }));
const labelled = (ids: readonly { id: string; label: () => string }[]) =>
  ids.map(({ id, label }) => ({ id, label: label() }));
const on = (counts: Counts, fits: (parts: readonly string[]) => boolean) =>
  sumOf(counts, (parts) => parts[0] === "on" && fits(parts));

/** How many students there are, have a status, and have a plan, on the last day. */
export function headline({ counts }: Pick<Run, "counts">) {
  return {
    students: on(counts, () => true),
    withStatus: on(counts, ([, status]) => status !== "none"),
    withPlan: on(counts, ([, , , plan]) => plan === "plan"),
    both: on(counts, ([, status, , plan]) => status !== "none" && plan === "plan"),
  };
}

/** Needs with how many children have them, most first: what the chart draws. */
export function byNeed({ counts }: Pick<Run, "counts">): { label: string; n: number }[] {
  return valuesAt(counts, "on", 2)
    .map((need) => ({
      label: needLabel(need),
      n: on(counts, ([, status, of]) => of === need && status !== "none"),
    }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
}

/** Status and need, status and plan, who ever had a status in the span, and each by school and by grade. */
export function distributionGrids(run: Run): Grid[] {
  const { counts, bySchool, byGrade } = run;
  const needs = valuesAt(counts, null, 2).map((id) => ({ id, label: needLabel(id) }));
  const status = i18n.t({ id: "report.status", message: "Status" });
  const rows = labelled(statusRows);
  const having = rows.filter(({ id }) => id !== "none");
  const grids: Grid[] = [
    {
      id: "need",
      title: i18n.t({ id: "report.byNeed", message: "By need" }),
      corner: i18n.t({ id: "report.need", message: "Primary need" }),
      rows: needs,
      columns: having,
      count: (need, kind) => on(counts, (parts) => parts[1] === kind && parts[2] === need),
    },
    {
      id: "plan",
      title: i18n.t({ id: "report.byPlan", message: "Status and plan" }),
      corner: status,
      rows,
      columns: [
        { id: "plan", label: i18n.t({ id: "report.withPlan", message: "With a plan in effect" }) },
        { id: "noPlan", label: i18n.t({ id: "report.withoutPlan", message: "Without a plan" }) },
      ],
      count: (kind, plan) => on(counts, (parts) => parts[1] === kind && parts[3] === plan),
    },
    {
      id: "school",
      title: i18n.t({ id: "report.bySchool", message: "By school" }),
      corner: i18n.t({ id: "report.school", message: "School" }),
      rows: bySchool.map(({ schoolId, name }) => ({ id: schoolId, label: name })),
      columns: rows,
      count: (school, kind) =>
        on(bySchool.find(({ schoolId }) => schoolId === school)?.counts ?? {}, (parts) => parts[1] === kind),
    },
    {
      id: "grade",
      title: i18n.t({ id: "report.byGrade", message: "By grade" }),
      corner: i18n.t({ id: "report.grade", message: "Grade" }),
      rows: inSchoolOrder(byGrade).map(({ gradeLevel }) => ({
        id: gradeLevel,
        label: gradeName(gradeLevel),
      })),
      columns: rows,
      count: (grade, kind) =>
        on(
          byGrade.find(({ gradeLevel }) => gradeLevel === grade)?.counts ?? {},
          (parts) => parts[1] === kind,
        ),
    },
  ];
  if (run.from === run.to) return grids;
  const during: Grid = {
    id: "during",
    title: i18n.t({ id: "report.during", message: "Anybody who had it at any time in the span" }),
    corner: i18n.t({ id: "report.need", message: "Primary need" }),
    rows: needs,
    columns: having,
    count: (need, kind) =>
      sumOf(counts, (parts) => parts[0] === "during" && parts[1] === kind && parts[2] === need),
  };
  return [...grids.slice(0, 2), during, ...grids.slice(2)];
}

const ROW_HEIGHT = 36;

/** How high bars are drawn, in pixels; known before the chart is there, so that nothing below it moves. */
export function barsHeight(bars: readonly unknown[]): number {
  return bars.length * ROW_HEIGHT + 8;
}
