import type { TableOfId } from "../values/validator.ts";
import type { Namespace, Timestamp } from "./database.ts";
import type { ReadSet } from "./readSet.ts";
import type { SchemaChange, SchemaJson, SchemaViolation, TableInfo } from "./schema.ts";

/** A document as JSON text in Convex's encoding, `_id` and `_creationTime` included. */
export type DocumentText = string;

/**
 * One consistent view of the data and, in a mutation, the writes made on top of it. Reads see the transaction's own
 * writes. Everything is synchronous: the engine never waits. Table names that start with `_` are the deployment's own
 * (`_storage`, `_scheduled_functions`, `_modules`, ...): this layer serves them like any table; who may touch
 * them is decided by the caller.
 *
 * Errors are Convex's, in its words (`DatabaseError`).
 */
export interface Transaction extends Schemas {
  /** The newest durable commit that this transaction saw when it began. */
  readonly timestamp: Timestamp;
  /** What it has cost so far, for `getTransactionMetrics` and the limits. */
  readonly usage: Usage;
  /** What this transaction read, so that a live query knows when to run again. */
  readonly readSet: ReadSet;

  /** The document, or null. `table` (when the caller names it) must be the id's own table. */
  get(namespace: Namespace, id: string, table?: string): DocumentText | null;
  /**
   * Inserts a whole document, `_id` and `_creationTime` included, as an import or restore does. The table's number
   * must be the id's, unless the table is new: then it takes the id's number.
   */
  restore(namespace: Namespace, table: string, document: Record<string, unknown>): void;
  /** Inserts and returns the new id. `value` is an encoded object without system fields. */
  insert(namespace: Namespace, table: string, value: Record<string, unknown>): string;
  /** Shallow merge; a field that is `{"$undefined": null}` is removed. Returns the new document. */
  shallowMerge(
    namespace: Namespace,
    id: string,
    value: Record<string, unknown>,
    table?: string,
  ): DocumentText;
  replace(namespace: Namespace, id: string, value: Record<string, unknown>, table?: string): DocumentText;
  remove(namespace: Namespace, id: string, table?: string): DocumentText;

  /** Runs a serialized query (`{source, operators}` as `convex/server` builds it), lazily. */
  query(namespace: Namespace, query: QueryJson): Iterator<DocumentText, undefined>;
  /** One page of it. `cursor` null starts; `endCursor` pins the end of a page that is read again. */
  page(namespace: Namespace, query: QueryJson, options: PageOptions): Page;
  /** Number of documents in the table. */
  count(namespace: Namespace, table: string): number;
  /** The id in canonical form if it belongs to `table` in this namespace, else null. */
  normalizeId(namespace: Namespace, table: string, id: string): string | null;

  /** Starts a sub-transaction: writes after this can be undone alone. */
  savepoint(): Savepoint;
  close(): void;
}

/** Tables, indexes and document types, which are versioned with the documents: a push is one transaction. */
export interface Schemas {
  /**
   * Makes the namespace's indexes and document types those of `schema` (null: no schema). New indexes are filled
   * before this returns, so whoever sees the schema sees them whole. Creates declared tables. Documents are not
   * checked: see `validateSchema`.
   */
  defineTables(namespace: Namespace, schema: SchemaJson | null): SchemaChange;
  /** What `defineTables` would add and remove, without doing it. */
  compareTables(namespace: Namespace, schema: SchemaJson | null): SchemaChange;
  /** The first document of the namespace that `schema` refuses, or null. Reads every table that it restricts. */
  validateSchema(namespace: Namespace, schema: SchemaJson | null): SchemaViolation | null;
  /** The schema that `defineTables` set last, or null. */
  schema(namespace: Namespace): SchemaJson | null;
  /** All tables of the namespace, system tables included, by name. */
  tables(namespace: Namespace): TableInfo[];
  /** Tells which table an id names in this namespace: what validators of ids ask. */
  tableOfId(namespace: Namespace): TableOfId;
  /** All namespaces that have tables or a schema, "" first. */
  namespaces(): Namespace[];
  /**
   * Gives tables the numbers that ids of documents to be restored carry (null: whichever it has), and makes those
   * that are missing. A table without documents that had such a number gets another. Refused where documents would
   * lose their ids.
   */
  numberTables(namespace: Namespace, numbers: ReadonlyMap<string, number | null>): void;
  /** Removes every document of a table; the table and its indexes stay. Returns how many. */
  clearTable(namespace: Namespace, table: string): number;
  /** Removes the tables, documents, indexes and schema of a namespace. */
  dropNamespace(namespace: Namespace): void;
}

export type Usage = {
  documentsRead: number;
  bytesRead: number;
  documentsWritten: number;
  bytesWritten: number;
  /** Index ranges and documents asked for. */
  queries: number;
  /** Places of words that text searches have read. */
  postings: number;
};

export interface Savepoint {
  /** Undoes every write since the savepoint. Reads stay in the read set: the outcome may have depended on them. */
  rollback(): void;
}

export type QueryJson = { source: Record<string, unknown>; operators: Record<string, unknown>[] };
export type PageOptions = {
  cursor: string | null;
  endCursor?: string | null;
  pageSize: number;
  maximumRowsRead?: number;
  maximumBytesRead?: number;
};
export type Page = {
  page: DocumentText[];
  isDone: boolean;
  continueCursor: string;
  splitCursor: string | null;
  pageStatus: "SplitRecommended" | "SplitRequired" | null;
};
