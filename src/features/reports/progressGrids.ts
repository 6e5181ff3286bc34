import { i18n } from "@lingui/core";
import { standings } from "#convex/reports/rules/standing.ts";
import { type GoalArea, goalAreaName } from "#src/lib/words.ts";
import type { Run } from "./distribution.ts";
import { type Grid, sumOf, valuesAt } from "./reportTable.ts";
import { standingName } from "./reportWords.ts";

/** How many plans and goals are active, and how the goals stand. */
export function progressHeadline({ counts }: Pick<Run, "counts">) {
  const goals = (is: string, standing?: string) =>
    sumOf(counts, ([kind, , how]) => kind === is && (standing === undefined || how === standing));
  return {
    active: counts["plans/active"] ?? 0,
    closed: counts["plans/closed"] ?? 0,
    goals: goals("active"),
    met: goals("active", "met"),
    onTrack: goals("active", "onTrack"),
    notOnTrack: goals("active", "notOnTrack"),
    notEnoughData: goals("active", "notEnoughData"),
  };
}

/** Area by standing, for active plans and for those closed in the span. */
export function progressGrids({ counts }: Run): Grid[] {
  const areas = [...new Set([...valuesAt(counts, "active", 1), ...valuesAt(counts, "closed", 1)])].map(
    (id) => ({
      id,
      label: goalAreaName(id as GoalArea),
    }),
  );
  const columns = standings.map((id) => ({ id, label: standingName(id) }));
  const grid = (id: "active" | "closed", title: string): Grid => ({
    id,
    title,
    corner: i18n.t({ id: "report.area", message: "Area" }),
    rows: areas,
    columns,
    count: (area, standing) => counts[`${id}/${area}/${standing}`] ?? 0,
  });
  return [
    grid("active", i18n.t({ id: "report.activeGoals", message: "Goals of plans in effect" })),
    grid("closed", i18n.t({ id: "report.closedGoals", message: "Goals of plans that ended in the span" })),
  ];
}
