import type { Doc } from "../_generated/dataModel";
import { packOf } from "../compliance/model";
import { daysBetween } from "../dates";
import type { OrganizationQueryCtx } from "../functions";
import { episodesOf, evaluationsOf } from "./model";
import { reevaluationDueOn, stateOf } from "./rules/evaluations";
import { owesSummary } from "./rules/exits";

/** How far ahead home shows that a re-evaluation is coming: it needs consent and weeks of work. */
const REEVALUATION_HORIZON_DAYS = 90;

type DueForStatus = { kind: "evaluation" | "reevaluation" | "summary"; dueOn: string | null };

/** What a child's status asks for: an evaluation with its clock, the three years, a summary that is owed. */
export async function dueForStatus(
  ctx: Pick<OrganizationQueryCtx, "db" | "organization" | "today">,
  student: Doc<"students">,
): Promise<DueForStatus[]> {
  const pack = packOf(ctx.organization);
  const evaluations = await evaluationsOf(ctx, student._id);
  const open = evaluations.filter((row) => ["asked", "underWay"].includes(stateOf(row)));
  const due: DueForStatus[] = open.map(({ dueOn }) => ({ kind: "evaluation", dueOn: dueOn ?? null }));
  const again = student.senStatus === "ideaEligible" ? reevaluationDueOn(pack, evaluations) : null;
  const isUnderWay = open.some(({ kind }) => kind === "reevaluation");
  if (again && !isUnderWay && daysBetween(ctx.today, again) <= REEVALUATION_HORIZON_DAYS) {
    due.push({ kind: "reevaluation", dueOn: again });
  }
  const episodes = await episodesOf(ctx, student._id);
  if (episodes.some((row) => owesSummary(pack, row))) due.push({ kind: "summary", dueOn: null });
  return due;
}
