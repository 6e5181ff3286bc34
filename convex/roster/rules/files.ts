import type { RowKind, RowProblem } from "./kinds";

/** A file as it was read: its header, and each record as a list of cells. */
export type ReadFile = { name: string; headers: string[]; records: string[][] };

/** One row for the staging table, and where a person finds it again. */
export type StagedRow = {
  kind: RowKind;
  externalId: string;
  file: string;
  /** As a spreadsheet counts: the header is 1. */
  line: number;
  cells: Record<string, string>;
  /** What could be seen without knowing the organization's data. */
  problems: RowProblem[];
};

/** A record with its cells by header. */
export type Entry = { line: number; get: (header: string) => string; isTooWide: boolean };

/** The records of a file that are not blank; values are trimmed, and `restored` is for the caller. */
export function entriesOf(file: ReadFile, read: (cell: string) => string): Entry[] {
  const places = new Map(file.headers.map((header, i) => [header.trim().toLowerCase(), i]));
  return file.records.flatMap((record, i) => {
    if (record.every((cell) => cell.trim() === "")) return [];
    return {
      line: i + 2,
      get: (header: string) => {
        const place = places.get(header.toLowerCase());
        return place === undefined ? "" : read((record[place] ?? "").trim()).trim();
      },
      isTooWide: record.slice(file.headers.length).some((cell) => cell.trim() !== ""),
    };
  });
}

/** Leaves out what is empty: an empty cell says nothing, and never takes away what is known. */
export function filled(cells: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** A cell that lists ids: "a,b" (OneRoster 1.1, 3.2.1). */
export function listed(cell: string): string[] {
  return cell
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
