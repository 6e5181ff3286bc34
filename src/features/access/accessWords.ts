import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

export type Opening = FunctionReturnType<typeof api.access.openings.list>["page"][number];
export type Standing = NonNullable<Opening["standing"]>;

/** As what somebody looked, in words that a family knows. */
const parts: Record<Standing, () => string> = {
  administrator: () => i18n.t({ id: "standing.administrator", message: "Administrator" }),
  caseManager: () => i18n.t({ id: "standing.caseManager", message: "Case manager" }),
  team: () => i18n.t({ id: "standing.team", message: "On the child’s team" }),
  guardian: () => i18n.t({ id: "standing.guardian", message: "Parent or guardian" }),
  student: () => i18n.t({ id: "standing.student", message: "The child" }),
  emergency: () => i18n.t({ id: "standing.emergency", message: "In an emergency" }),
};

/** Why that part lets somebody look: the purpose that the law wants on record. */
const purposes: Record<Standing, () => string> = {
  administrator: () =>
    i18n.t({ id: "purpose.administrator", message: "Makes sure that the school does what the law asks." }),
  caseManager: () =>
    i18n.t({ id: "purpose.caseManager", message: "Writes the plan and sees that it is carried out." }),
  team: () => i18n.t({ id: "purpose.team", message: "Teaches or supports the child." }),
  guardian: () => i18n.t({ id: "purpose.guardian", message: "Reads what is shared with the family." }),
  student: () => i18n.t({ id: "purpose.student", message: "Reads their own plan." }),
  emergency: () =>
    i18n.t({
      id: "purpose.emergency",
      message: "Does not work with the child, and gave a reason for looking.",
    }),
};

export const standingName = (standing: Standing): string => parts[standing]();
export const purposeOf = (standing: Standing): string => purposes[standing]();

/** Openings by the day they were on, in the order they come. */
export function byDay(openings: readonly Opening[]): { on: string; openings: Opening[] }[] {
  const days: { on: string; openings: Opening[] }[] = [];
  for (const opening of openings) {
    const last = days[days.length - 1];
    if (last?.on === opening.on) last.openings.push(opening);
    else days.push({ on: opening.on, openings: [opening] });
  }
  return days;
}
