import type { Transaction } from "../database/database.ts";
import type { SchemaJson } from "../database/schema.ts";

/**
 * Where the deployment keeps what it must remember itself. A namespace of its own, so that a push, which replaces the
 * schema of the app's namespace, leaves it alone. (`_storage` and `_scheduled_functions`, which functions may read,
 * live in the namespace of their component.)
 */
export const SYSTEM = "_system";

const index = (indexDescriptor: string, ...fields: string[]) => ({ indexDescriptor, fields });

const TABLES = {
  /** Written by mutations that a client numbered, read when it sends one again. */
  _session_requests: [index("by_request", "sessionId", "requestId", "part")],
  /** Written by `convex env`, read by every function. */
  _environment_variables: [index("by_name", "name")],
  /** The one row that says what is deployed; written by pushes. */
  _deployment: [],
  /** Work to do, by when it is due; written by `ctx.scheduler` and crons, read by the scheduler. */
  _scheduled_jobs: [index("by_due", "dueAt"), index("by_scheduled_id", "scheduledId")],
  /** When each job of `crons.js` is next due; written by pushes and the scheduler. */
  _cron_jobs: [index("by_component_and_name", "component", "name"), index("by_next", "nextAt")],
  /** Archives that `convex import` has brought, and what became of each; written and read by snapshot/imports.ts. */
  _snapshot_imports: [],
  /** Archives that `convex export` asked for; written and read by snapshot/exports.ts. */
  _exports: [],
} as const;

export type SystemTable = keyof typeof TABLES;

const SCHEMA: SchemaJson = {
  schemaValidation: false,
  tables: Object.entries(TABLES).map(([tableName, indexes]) => ({
    tableName,
    indexes: [...indexes],
    documentType: { type: "any" },
  })),
};

/** Creates the tables of a new deployment, or the indexes that a newer version added. */
export function defineSystemTables(transaction: Transaction): void {
  const { addedIndexes, removedIndexes } = transaction.compareTables(SYSTEM, SCHEMA);
  const complete = transaction.schema(SYSTEM) !== null && addedIndexes.length + removedIndexes.length === 0;
  if (!complete) transaction.defineTables(SYSTEM, SCHEMA);
}

export type Row<Fields> = Fields & { _id: string; _creationTime: number };
type Bound = { type: "Eq" | "Lt"; fieldPath: string; value: unknown };

export const eq = (fieldPath: string, value: unknown): Bound => ({ type: "Eq", fieldPath, value });
export const lt = (fieldPath: string, value: unknown): Bound => ({ type: "Lt", fieldPath, value });

/** The rows of a stretch of an index, in its order. */
export function* rows<Fields>(
  transaction: Transaction,
  table: SystemTable,
  indexName: string,
  range: readonly Bound[] = [],
  limit?: number,
): Generator<Row<Fields>> {
  const source = { type: "IndexRange", indexName: `${table}.${indexName}`, range, order: "asc" };
  const found = transaction.query(SYSTEM, { source, operators: limit === undefined ? [] : [{ limit }] });
  for (let row = found.next(); !row.done; row = found.next()) yield JSON.parse(row.value) as Row<Fields>;
}

/** The first row of a stretch of an index, or null. */
export function firstRow<Fields>(
  transaction: Transaction,
  table: SystemTable,
  indexName: string,
  range: readonly Bound[] = [],
): Row<Fields> | null {
  for (const row of rows<Fields>(transaction, table, indexName, range, 1)) return row;
  return null;
}

export function insertRow(
  transaction: Transaction,
  table: SystemTable,
  fields: Record<string, unknown>,
): string {
  return transaction.insert(SYSTEM, table, fields);
}

export function replaceRow(transaction: Transaction, id: string, fields: Record<string, unknown>): void {
  transaction.replace(SYSTEM, id, fields);
}

export function removeRow(transaction: Transaction, id: string): void {
  transaction.remove(SYSTEM, id);
}
