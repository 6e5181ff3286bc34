import { csvLines, csvOf } from "#convex/exports/rules/csv.ts";
import { censusGrids, childCountGrids } from "./censusGrids.ts";
import { distributionGrids, type Run } from "./distribution.ts";
import { movementRows } from "./movement.ts";
import { progressGrids } from "./progressGrids.ts";
import { type CountTable, type Grid, tableOf, type Words } from "./reportTable.ts";

/** The tables of a run, in the order in which they are shown; movement has its own. */
export function tablesOf(run: Run, words: Words, hideBelow: number | null): CountTable[] {
  return gridsOf(run).map((grid) => tableOf(grid, words, hideBelow));
}

function gridsOf(run: Run): Grid[] {
  switch (run.kind) {
    case "distribution":
      return distributionGrids(run);
    case "progress":
      return progressGrids(run);
    case "census":
      return censusGrids(run);
    case "childCount":
      return childCountGrids(run);
    case "movement":
      return [];
  }
}

/** How a number that is hidden stands in a file: the sign that statistical offices use for it. */
const HIDDEN = "c";

/** All tables of a run as one CSV file, one under the other. */
export function fileOf(run: Run, words: Words, hideBelow: number | null): string {
  const hidden = (cells: readonly (string | number | null)[]) => cells.map((cell) => cell ?? HIDDEN);
  if (run.kind === "movement") {
    const [header = [], ...rows] = movementRows(run, hideBelow);
    return csvOf(header.map(String), rows.map(hidden));
  }
  const [first, ...rest] = tablesOf(run, words, hideBelow);
  if (!first) return "";
  const lines = (table: CountTable) => table.rows.map(({ label, cells }) => [label, ...hidden(cells)]);
  const head = (table: CountTable) => [`${table.title}: ${table.corner}`, ...table.columns];
  return rest.reduce(
    (text, table) => `${text}${csvLines([[""], head(table), ...lines(table)])}`,
    csvOf(head(first), lines(first)),
  );
}

/** Gives the browser a file to keep. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
