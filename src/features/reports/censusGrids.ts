import { i18n } from "@lingui/core";
import type { Run } from "./distribution.ts";
import { categoryName, provisionName, withName } from "./reportedCodes.ts";
import { type Grid, sumOf, valuesAt } from "./reportTable.ts";
import { bandName, needLabel } from "./reportWords.ts";

const labelled = (codes: string[], nameOf: (code: string) => string) =>
  sorted(codes).map((id) => ({ id, label: withName(id, nameOf(id)) }));
const sorted = (codes: string[]) => codes.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

/** England: types of need by provision, in the census's codes with their names. */
export function censusGrids({ counts }: Run): Grid[] {
  return [
    {
      id: "types",
      title: i18n.t({ id: "report.censusTypes", message: "Primary type by provision" }),
      corner: i18n.t({ id: "report.type", message: "Type" }),
      rows: sorted(valuesAt(counts, null, 1)).map((id) => ({
        id,
        label: id === "" ? needLabel("none") : `${id}: ${needLabel(id)}`,
      })),
      columns: ["E", "K", "N"].map((id) => ({ id, label: withName(id, provisionName(id)) })),
      count: (type, provision) => counts[`${provision}/${type}`] ?? 0,
    },
  ];
}

/** US: disability category by age, and by educational environment, in EDFacts' codes with their names. */
export function childCountGrids({ counts }: Run): Grid[] {
  const categories = labelled(valuesAt(counts, null, 0), categoryName);
  const corner = i18n.t({ id: "report.category", message: "Category" });
  return [
    {
      id: "environment",
      title: i18n.t({ id: "report.byEnvironment", message: "By educational environment" }),
      corner,
      rows: categories,
      columns: labelled(valuesAt(counts, null, 2), bandName),
      count: (category, band) => sumOf(counts, (parts) => parts[0] === category && parts[2] === band),
    },
    {
      id: "age",
      title: i18n.t({ id: "report.byAge", message: "By age" }),
      corner,
      rows: categories,
      columns: sorted(valuesAt(counts, null, 1)).map((id) => ({ id, label: id || withName("", "") })),
      count: (category, age) => sumOf(counts, (parts) => parts[0] === category && parts[1] === age),
    },
  ];
}
