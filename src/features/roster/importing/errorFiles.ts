import { csvOf } from "#convex/exports/rules/csv.ts";
import { rowKinds } from "#convex/roster/rules/kinds.ts";
import { columnsOf, templateNames, templates } from "#convex/roster/rules/templates.ts";
import type { ImportRow } from "../words/rosterWords.ts";
import { rowSentenceOf } from "../words/rowSentences.ts";

type Failed = Pick<ImportRow, "kind" | "externalId" | "file" | "line" | "cells" | "problems">;

/**
 * Rows with their errors as files, by name. Students, staff and guardians come in the shape of our own templates
 * with columns at the end that an import does not read, so that the file can be corrected and imported as it is.
 */
export function errorFiles(rows: readonly Failed[]): Record<string, string> {
  const files = rowKinds.flatMap((kind) => {
    const failed = rows.filter((row) => row.kind === kind);
    if (failed.length === 0) return [];
    const template = templateNames.find((name) => templates[name].kind === kind);
    const columns = template
      ? columnsOf(template).map(({ field, header }) => ({ field, header }))
      : fieldsOf(failed).map((field) => ({ field, header: field }));
    const header = [...columns.map((column) => column.header), "file", "line", "error"];
    const lines = failed.map((row) => [
      ...columns.map(({ field }) => (field === "externalId" ? row.externalId : row.cells[field])),
      row.file,
      row.line,
      row.problems.map(errorOf).join(" "),
    ]);
    return [[`errors-${template ?? kind}.csv`, csvOf(header, lines)] as const];
  });
  return Object.fromEntries(files);
}

const fieldsOf = (rows: readonly Failed[]) => [
  "externalId",
  ...new Set(rows.flatMap(({ cells }) => Object.keys(cells))),
];

/** "grade (unknown_grade): Your organization has no such grade." */
function errorOf({ code, column }: Failed["problems"][number]): string {
  return `${column} (${code}): ${rowSentenceOf(code)}`.trim();
}
