import type { Namespace } from "../database/database.ts";
import { decodeId } from "../values/id.ts";
import { DamagedError } from "./directory.ts";
import type { Source, SourceFile, SourceTable } from "./source.ts";

/** What a source holds, after all of it was read once: every checksum, every row, every file. */
export type Survey = {
  tables: SurveyedTable[];
  files: number;
};
export type SurveyedTable = {
  namespace: Namespace;
  table: string;
  rows: number;
  /** The number that ids of the table carry; null when it can have any. */
  number: number | null;
};

/** Reads all of a source. Throws `DamagedError` at the first thing that does not hold; nothing was written then. */
export async function surveyOf(source: Source): Promise<Survey> {
  const tables: SurveyedTable[] = [];
  const stored = new Set<string>();
  for (const brought of source.tables) {
    const ids = new Set<string>();
    const { namespace, table } = brought;
    const named = source.numbers.get(namespace)?.get(table) ?? null;
    tables.push({ namespace, table, ...(await surveyTable(brought, named, ids)) });
    if (table === "_storage") for (const id of ids) stored.add(`${namespace}:${id}`);
  }
  await surveyFiles(source.files, stored);
  return { tables: [...tables, ...emptyTables(source, tables)], files: source.files.length };
}

async function surveyTable({ table, rows }: SourceTable, named: number | null, ids: Set<string>) {
  let count = 0;
  let number = named;
  for await (const { _id } of rows()) {
    count += 1;
    if (_id === undefined) continue;
    if (ids.has(_id)) throw new DamagedError(`Two rows of table ${table} have the _id ${_id}.`);
    ids.add(_id);
    const decoded = decodeId(_id);
    const own = "problem" in decoded ? null : decoded.tableNumber;
    if (number !== null && own !== number) throw new DamagedError(`${_id} is not an _id of table ${table}.`);
    number = own;
  }
  return { rows: count, number };
}

/** Every file is described, and everything described is there. */
async function surveyFiles(files: readonly SourceFile[], described: ReadonlySet<string>): Promise<void> {
  const missing = new Set(described);
  for (const { namespace, storageId, pieces } of files) {
    for await (const piece of pieces()) void piece;
    if (!missing.delete(`${namespace}:${storageId}`))
      throw new DamagedError(`_storage does not describe the file ${storageId}.`);
  }
  const [first] = missing;
  if (first !== undefined) throw new DamagedError(`The file ${first.split(":").at(-1)} is missing.`);
}

/** Tables that the source knows by name and number, and has no documents of. */
function emptyTables({ numbers }: Source, brought: readonly SurveyedTable[]): SurveyedTable[] {
  const has = (namespace: Namespace, table: string) =>
    brought.some((other) => other.namespace === namespace && other.table === table);
  return [...numbers].flatMap(([namespace, named]) =>
    [...named]
      .filter(([table]) => !table.startsWith("_") && !has(namespace, table))
      .map(([table, number]) => ({ namespace, table, rows: 0, number })),
  );
}
