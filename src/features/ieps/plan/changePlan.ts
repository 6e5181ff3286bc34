import type { OptimisticLocalStore } from "convex/browser";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { PlanView } from "../sections/sectionWords.ts";

/** Shows a change of the plan before the server has answered; rolled back by itself when refused. */
export function changePlan(
  store: OptimisticLocalStore,
  plan: { studentId: Id<"students">; iepId: Id<"ieps"> },
  change: (plan: PlanView) => PlanView,
): void {
  const { studentId, iepId } = plan;
  const current = store.getQuery(api.ieps.ieps.get, { studentId, iepId });
  if (current) store.setQuery(api.ieps.ieps.get, { studentId, iepId }, change(current));
}
