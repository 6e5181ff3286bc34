import { i18n } from "@lingui/core";
import { packFor } from "#convex/compliance/rules/packs.ts";
import type { censusColumns, childCountColumns } from "#convex/reports/rules/checklists.ts";
import { format } from "#src/lib/format.ts";
import { needName, senStatusName } from "#src/lib/words.ts";
import { bandName, needLabel } from "./reportWords.ts";

/** The codes in which an authority counts, with what each stands for: pages and our own files show both. */

/** "AUT: Autism"; or that it is missing, where nobody has recorded what is counted. */
export const withName = (code: string, name: string): string =>
  code === "" ? i18n.t({ id: "report.missing", message: "Missing" }) : `${code}: ${name}`;

/** EDFacts counts deafness with hearing impairment: its category is called by both. */
export function categoryName(code: string): string {
  const counted = packFor("us-federal").needs.filter(({ reportingCodes }) =>
    reportingCodes.some((reported) => reported.code === code),
  );
  return counted.map(({ key }) => needName(key)).join(" / ") || code;
}

const provisions: Record<string, () => string> = {
  E: () => senStatusName("ehcPlan"),
  K: () => senStatusName("senSupport"),
  N: () => i18n.t({ id: "census.noProvision", message: "No SEN provision" }),
};
export const provisionName = (code: string): string => provisions[code]?.() ?? code;

export type ReportedColumn = (typeof censusColumns | typeof childCountColumns)[number];
const names: Record<ReportedColumn, (code: string) => string> = {
  SENprovision: provisionName,
  SENtype1: needLabel,
  SENtype2: needLabel,
  SENtypesFurther: (codes) => format.list(codes.split(" ").map(needName)),
  DisabilityCategory: categoryName,
  EducationalEnvironment: bandName,
};

/** What stands in a column of the check list, in words. */
export const reportedName = (column: ReportedColumn, code: string): string => names[column](code);
