import { restored } from "../../exports/rules/csv";
import { entriesOf, filled, type ReadFile, type StagedRow } from "./files";
import type { RowProblem } from "./kinds";
import { columnsOf, type TemplateName, templates } from "./templates";
import { type DayOrder, readDay, readRelationship, readYesNo } from "./words";

/** Our own files, read by the columns that a person has confirmed. */
export type MappedFile = ReadFile & { template: TemplateName; columns: Record<string, string> };

const DAYS = new Set(["birthOn"]);
const YES_NO = new Set(["interpreterNeeded", "maySign", "mayView"]);

/** The rows of our own files, staff before students before guardians. */
export function templateRows(files: readonly MappedFile[], order: DayOrder): StagedRow[] {
  const rank = { staff: 0, students: 1, guardians: 2 };
  return files.toSorted((a, b) => rank[a.template] - rank[b.template]).flatMap((file) => rowsOf(file, order));
}

function rowsOf(file: MappedFile, order: DayOrder): StagedRow[] {
  const { kind } = templates[file.template];
  const columns = columnsOf(file.template).filter(({ field }) => file.columns[field]);
  return entriesOf(file, restored).map((entry) => {
    const cells: Record<string, string> = {};
    for (const { field } of columns) {
      const text = entry.get(file.columns[field] ?? "");
      if (text === "") continue;
      cells[field] = DAYS.has(field) ? readDay(text, order) : YES_NO.has(field) ? readYesNo(text) : text;
    }
    const problems: RowProblem[] = entry.isTooWide ? [{ code: "too_many_cells" }] : [];
    const { externalId: given = "", ...rest } = cells;
    if (kind !== "guardian")
      return { kind, externalId: given, file: file.name, line: entry.line, cells: rest, problems };
    const relationship = readRelationship(cells.relationship ?? "");
    // A guardian has no id of their own here: the child and the address are what tells one row from another.
    const externalId = `${cells.student ?? ""}/${(cells.email ?? "").toLowerCase() || `line ${entry.line}`}`;
    return {
      kind,
      externalId,
      file: file.name,
      line: entry.line,
      cells: filled({ ...rest, relationship }),
      problems,
    };
  });
}
