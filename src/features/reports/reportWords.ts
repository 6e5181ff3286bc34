import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";
import type { RowProblem } from "#convex/reports/rules/checklists.ts";
import type { Standing } from "#convex/reports/rules/standing.ts";
import type { Line } from "#convex/reports/rules/tallies.ts";
import { needName, senStatusName } from "#src/lib/words.ts";

/** The words of reports for what is counted by codes. */

export type ReportKind = Doc<"reportRuns">["kind"];

const kinds: Record<ReportKind, () => string> = {
  distribution: () => i18n.t({ id: "report.distribution", message: "Status and need" }),
  movement: () => i18n.t({ id: "report.movement", message: "In and out" }),
  progress: () => i18n.t({ id: "report.progress", message: "Progress of plans" }),
  census: () => i18n.t({ id: "report.census", message: "School census" }),
  childCount: () => i18n.t({ id: "report.childCount", message: "Child count" }),
};
export const reportName = (kind: ReportKind): string => kinds[kind]();

const standings: Record<Standing, () => string> = {
  met: () => i18n.t({ id: "standing.met", message: "Met" }),
  onTrack: () => i18n.t({ id: "standing.onTrack", message: "On track" }),
  notOnTrack: () => i18n.t({ id: "standing.notOnTrack", message: "Not on track" }),
  notEnoughData: () => i18n.t({ id: "standing.notEnoughData", message: "Not enough data" }),
};
export const standingName = (standing: Standing): string => standings[standing]();

const lineNames: Partial<Record<Line, () => string>> = {
  sen: () => i18n.t({ id: "report.line.sen", message: "Special educational needs" }),
  plan: () => i18n.t({ id: "report.line.plan", message: "Plans" }),
};
export const lineName = (line: Line): string =>
  lineNames[line]?.() ?? senStatusName(line as Parameters<typeof senStatusName>[0]);

const problems: Record<RowProblem, () => string> = {
  missingNumber: () => i18n.t({ id: "census.missingNumber", message: "No UPN or state number" }),
  missingType: () => i18n.t({ id: "census.missingType", message: "No type of need" }),
  typeWithoutProvision: () =>
    i18n.t({ id: "census.typeWithoutProvision", message: "A type of need without SEN provision" }),
  unknownType: () => i18n.t({ id: "census.unknownType", message: "A type that the census does not know" }),
  onlyWithSupport: () => i18n.t({ id: "census.onlyWithSupport", message: "NSA is only for SEN support" }),
  rankGap: () => i18n.t({ id: "census.rankGap", message: "Ranks of needs have a gap" }),
  missingCategory: () => i18n.t({ id: "census.missingCategory", message: "No disability category" }),
  missingSetting: () => i18n.t({ id: "census.missingSetting", message: "No educational environment" }),
  delayAge: () => i18n.t({ id: "census.delayAge", message: "Developmental delay is for ages 3 to 9" }),
  ageOutOfRange: () => i18n.t({ id: "census.ageOutOfRange", message: "Not between 3 and 21 years old" }),
  missingPlan: () => i18n.t({ id: "census.missingPlan", message: "No plan in effect" }),
};
export const problemName = (problem: string): string => problems[problem as RowProblem]?.() ?? problem;

/** A need, or that none is recorded. */
export const needLabel = (code: string): string =>
  code === "none" || code === "" ? i18n.t({ id: "report.noNeed", message: "None recorded" }) : needName(code);

/** "1 year 3 months", from days. */
export function stayWords(days: number | null): string {
  if (days === null) return "–";
  if (days < 60)
    return i18n.t({
      id: "report.days",
      message: "{days, plural, one {# day} other {# days}}",
      values: { days },
    });
  const months = Math.round(days / 30.44);
  if (months < 24) {
    return i18n.t({
      id: "report.months",
      message: "{months, plural, one {# month} other {# months}}",
      values: { months },
    });
  }
  const years = Math.round((months / 12) * 10) / 10;
  return i18n.t({
    id: "report.years",
    message: "{years, plural, one {# year} other {# years}}",
    values: { years },
  });
}

const bands: Record<string, () => string> = {
  RC80: () => i18n.t({ id: "band.RC80", message: "Regular class, 80% of the day or more" }),
  RC79TO40: () => i18n.t({ id: "band.RC79TO40", message: "Regular class, 40% to 79% of the day" }),
  RC39: () => i18n.t({ id: "band.RC39", message: "Regular class, less than 40% of the day" }),
  SS: () => i18n.t({ id: "band.SS", message: "Separate school" }),
  RF: () => i18n.t({ id: "band.RF", message: "Residential facility" }),
  HH: () => i18n.t({ id: "band.HH", message: "Home or hospital" }),
  CF: () => i18n.t({ id: "band.CF", message: "Correctional facility" }),
  PPPS: () => i18n.t({ id: "band.PPPS", message: "Placed in a private school by the parents" }),
};
/** An educational environment of the child count; one that no pack knows stands for itself. */
export const bandName = (band: string): string => bands[band]?.() ?? band;
