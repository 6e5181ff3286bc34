import { i18n } from "@lingui/core";
import type { Run } from "./distribution.ts";
import { type Grid, sumOf, valuesAt } from "./reportTable.ts";
import { needLabel } from "./reportWords.ts";

const missing = (code: string) => (code === "" ? i18n.t({ id: "report.missing", message: "Missing" }) : code);
const sorted = (codes: string[]) => codes.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

/** England: types of need by provision, in the census's codes. */
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
      columns: ["E", "K", "N"].map((id) => ({ id, label: id })),
      count: (type, provision) => counts[`${provision}/${type}`] ?? 0,
    },
  ];
}

/** US: disability category by age, and by educational environment, in EDFacts' codes. */
export function childCountGrids({ counts }: Run): Grid[] {
  const categories = sorted(valuesAt(counts, null, 0)).map((id) => ({ id, label: missing(id) }));
  const corner = i18n.t({ id: "report.category", message: "Category" });
  const columns = (place: number) =>
    sorted(valuesAt(counts, null, place)).map((id) => ({ id, label: missing(id) }));
  return [
    {
      id: "environment",
      title: i18n.t({ id: "report.byEnvironment", message: "By educational environment" }),
      corner,
      rows: categories,
      columns: columns(2),
      count: (category, band) => sumOf(counts, (parts) => parts[0] === category && parts[2] === band),
    },
    {
      id: "age",
      title: i18n.t({ id: "report.byAge", message: "By age" }),
      corner,
      rows: categories,
      columns: columns(1),
      count: (category, age) => sumOf(counts, (parts) => parts[0] === category && parts[1] === age),
    },
  ];
}
