import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Namespace } from "../database/database.ts";
import type { JsonValue } from "../values/json.ts";
import { DamagedError } from "./directory.ts";
import { asRow, type BroughtRow, linesOf } from "./rows.ts";
import { openZipSource } from "./zipSource.ts";

/** What somebody brings, before anything of it is written. Everything in it can be read more than once. */
export type Source = {
  tables: SourceTable[];
  /** Table numbers that the source names, beside those in its ids. */
  numbers: ReadonlyMap<Namespace, ReadonlyMap<string, number>>;
  files: SourceFile[];
  close(): Promise<void>;
};
export type SourceTable = { namespace: Namespace; table: string; rows(): AsyncIterable<BroughtRow> };
export type SourceFile = { namespace: Namespace; storageId: string; pieces(): AsyncIterable<Uint8Array> };

export type Format = "zip" | "csv" | "jsonLines" | "jsonArray";
export const FORMATS: readonly Format[] = ["zip", "csv", "jsonLines", "jsonArray"];

/** Opens an uploaded file. `table` names the table of a format that holds one. */
export async function openSource(
  path: string,
  { format, namespace, table }: { format: Format; namespace: Namespace; table: string | null },
): Promise<Source> {
  if (format === "zip") return await openZipSource(path, namespace);
  const rows = { csv: csvRows, jsonLines: jsonLineRows, jsonArray: jsonArrayRows }[format];
  return {
    tables: [{ namespace, table: table ?? "", rows: () => rows(path) }],
    numbers: new Map(),
    files: [],
    close: () => Promise.resolve(),
  };
}

export function parsed(text: string, where: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new DamagedError(`${where} is not JSON.`);
  }
}

async function* jsonLineRows(path: string): AsyncGenerator<BroughtRow> {
  let number = 0;
  for await (const line of linesOf(createReadStream(path), "The file")) {
    number += 1;
    const where = `Row ${number}`;
    yield asRow(parsed(line, where), where);
  }
}

async function* jsonArrayRows(path: string): AsyncGenerator<BroughtRow> {
  const values = parsed(await readFile(path, "utf8"), "The file");
  if (!Array.isArray(values)) throw new DamagedError("The file is not a JSON array.");
  for (const [index, value] of values.entries()) yield asRow(value, `Row ${index + 1}`);
}

/** A cell that reads as a number is one, as in Convex; every other is a text. */
async function* csvRows(path: string): AsyncGenerator<BroughtRow> {
  const { data, errors } = Papa.parse<string[]>(await readFile(path, "utf8"), { skipEmptyLines: "greedy" });
  const [problem] = errors.filter(({ type }) => type !== "Delimiter");
  if (problem) throw new DamagedError(`Row ${(problem.row ?? 0) + 1}: ${problem.message}.`);
  const [header = [], ...lines] = data;
  const names = header.map((name) => name.trim());
  if (names.length === 0 || names.includes(""))
    throw new DamagedError("The first row does not name every column.");
  for (const [index, cells] of lines.entries()) {
    const where = `Row ${index + 1}`;
    if (cells.length !== names.length) throw new DamagedError(`${where} has other columns than the first.`);
    yield asRow(Object.fromEntries(names.map((name, at) => [name, cellOf(cells[at] ?? "")])), where);
  }
}

const cellOf = (text: string): JsonValue =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : text;
