import { setImmediate as nextTurn } from "node:timers/promises";
import type { Namespace, Transaction } from "../database/database.ts";
import { SYSTEM } from "../deploy/systemTables.ts";
import { encodeId, newInternalId } from "../values/id.ts";
import type { JsonObject } from "../values/json.ts";
import { DamagedError } from "./directory.ts";
import type { BroughtRow } from "./rows.ts";
import type { Source } from "./source.ts";
import type { Survey, SurveyedTable } from "./survey.ts";

/** What happens to documents that are there: they stay, they must not be, their table is replaced, or every table is. */
export type Mode = "append" | "requireEmpty" | "replace" | "replaceAll";
export const MODES: readonly Mode[] = ["append", "requireEmpty", "replace", "replaceAll"];

/** What a restored file is in `_storage`, by the id that it had. */
export type KeptFile = { sha256: string; size: number };

/** After so many rows, readers get their turn. */
const ROWS_AT_ONCE = 1000;

/** Writes a surveyed source within one transaction, and answers how many documents. Throws, and nothing happened. */
export async function restore(
  transaction: Transaction,
  source: Source,
  survey: Survey,
  { mode, files }: { mode: Mode; files: ReadonlyMap<string, KeptFile> },
): Promise<number> {
  makeRoom(transaction, survey.tables, mode);
  for (const [namespace, numbers] of numbersOf(survey.tables)) transaction.numberTables(namespace, numbers);
  let written = 0;
  for (const { namespace, table, rows } of source.tables) {
    for await (const row of rows()) {
      const kept = table === "_storage" ? files.get(`${namespace}:${row._id}`) : undefined;
      writeRow(transaction, { namespace, table, isNew: mode === "append" }, kept ? fileRow(row, kept) : row);
      written += 1;
      if (written % ROWS_AT_ONCE === 0) await nextTurn();
    }
  }
  return written;
}

/** For whoever said nothing of documents that are there. */
export const alreadyThere = (table: string) =>
  new DamagedError(`Table ${table} already exists. Choose another name, or use --replace or --append.`);

/** Removes what the mode replaces. */
function makeRoom(transaction: Transaction, tables: readonly SurveyedTable[], mode: Mode): void {
  if (mode === "replaceAll") {
    for (const namespace of transaction.namespaces().filter((name) => name !== SYSTEM)) {
      for (const { name } of transaction.tables(namespace)) {
        if (!name.startsWith("_")) transaction.clearTable(namespace, name);
      }
    }
  }
  for (const { namespace, table } of tables) {
    if (mode === "replace" || mode === "replaceAll") transaction.clearTable(namespace, table);
    if (mode === "requireEmpty" && transaction.count(namespace, table) > 0) throw alreadyThere(table);
  }
}

function numbersOf(tables: readonly SurveyedTable[]): Map<Namespace, Map<string, number | null>> {
  const numbers = new Map<Namespace, Map<string, number | null>>();
  for (const { namespace, table, number } of tables) {
    numbers.set(namespace, (numbers.get(namespace) ?? new Map<string, number | null>()).set(table, number));
  }
  return numbers;
}

type Into = { namespace: Namespace; table: string; isNew: boolean };

function writeRow(transaction: Transaction, { namespace, table, isNew }: Into, row: BroughtRow): void {
  if (row._id === undefined && row._creationTime === undefined) {
    transaction.insert(namespace, table, row);
    return;
  }
  const _creationTime = row._creationTime ?? Date.now();
  const _id = row._id ?? mintId(transaction, namespace, table, _creationTime);
  if (isNew && row._id !== undefined && transaction.get(namespace, _id) !== null)
    throw new DamagedError(`Table ${table} already has a document with the _id ${_id}.`);
  const { _id: _, _creationTime: _1, ...fields } = row;
  transaction.restore(namespace, table, { ...fields, _creationTime, _id });
}

/** An id for a row that has only its creation time. */
function mintId(transaction: Transaction, namespace: Namespace, table: string, at: number): string {
  const number = transaction.tables(namespace).find(({ name }) => name === table)?.number;
  if (number === undefined) throw new Error(`Table ${table} was not made.`);
  return encodeId(number, newInternalId(at));
}

/** The fingerprint in the archive is what the file must have; here it is kept in another writing. */
function fileRow(row: BroughtRow, { sha256, size }: KeptFile): BroughtRow {
  const said = typeof row.sha256 === "string" ? Buffer.from(row.sha256, "base64").toString("hex") : sha256;
  if (said !== sha256 || (row.size !== undefined && row.size !== size))
    throw new DamagedError(`The file ${row._id} is not the one that _storage describes.`);
  const { _id = "", _creationTime = Date.now(), contentType } = row;
  const about: JsonObject = contentType === undefined ? {} : { contentType };
  return { sha256, size, ...about, _creationTime, _id };
}
