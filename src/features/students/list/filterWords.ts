import { i18n } from "@lingui/core";
import type { PlanFilter } from "#convex/students/rules/listing.ts";

type Enrolled = "active" | "inactive" | "graduated" | "transferred" | "all";

/** What the filters call what they look for. */
export function planFilterName(plan: PlanFilter): string {
  const words: Record<PlanFilter, () => string> = {
    none: () => i18n.t({ id: "planFilter.none", message: "No plan" }),
    draft: () => i18n.t({ id: "planFilter.draft", message: "First draft" }),
    inEffect: () => i18n.t({ id: "planFilter.inEffect", message: "In effect" }),
    soon: () => i18n.t({ id: "planFilter.soon", message: "Review within 60 days" }),
    overdue: () => i18n.t({ id: "planFilter.overdue", message: "Review overdue" }),
  };
  return words[plan]();
}

export function enrolmentName(enrolled: Enrolled): string {
  const words: Record<Enrolled, () => string> = {
    active: () => i18n.t({ id: "enrolled.active", message: "Enrolled now" }),
    inactive: () => i18n.t({ id: "enrolled.inactive", message: "Inactive" }),
    graduated: () => i18n.t({ id: "enrolled.graduated", message: "Graduated" }),
    transferred: () => i18n.t({ id: "enrolled.transferred", message: "Transferred out" }),
    all: () => i18n.t({ id: "enrolled.all", message: "Everybody, whenever" }),
  };
  return words[enrolled]();
}
