import type { Namespace, Timestamp } from "./database.ts";
import type { ReadSet } from "./readSet.ts";

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
export interface Transaction {
  readonly timestamp: Timestamp;
  /** What this transaction read, so that a live query knows when to run again. */
  readonly readSet: ReadSet;

  /** The document, or null. `table` (when the caller names it) must be the id's own table. */
  get(namespace: Namespace, id: string, table?: string): DocumentText | null;
  /** Inserts and returns the new id. `value` is an encoded object without system fields. */
  insert(namespace: Namespace, table: string, value: Record<string, unknown>): string;
  /** Shallow merge; a field that is `{"$undefined": null}` is removed. Returns the new document. */
  shallowMerge(namespace: Namespace, id: string, value: Record<string, unknown>, table?: string): DocumentText;
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
