import { decodeId, encodeId } from "../values/id.ts";
import type { JsonObject } from "../values/json.ts";
import type { TableOfId } from "../values/validator.ts";
import type { Namespace, Timestamp } from "./database.ts";
import {
  getDocument,
  insertDocument,
  locate,
  mergeDocument,
  type Place,
  removeDocument,
  replaceDocument,
  restoreDocument,
} from "./documents.ts";
import { DatabaseError } from "./errors.ts";
import { compareTables, describeTables } from "./indexPlan.ts";
import { numberTables } from "./numbering.ts";
import { readPage } from "./query/page.ts";
import { runQuery } from "./query/query.ts";
import type { ReadSet } from "./readSet.ts";
import type { SchemaChange, SchemaJson, SchemaViolation, TableInfo } from "./schema.ts";
import { clearTable, countDocuments, defineTables, dropNamespace, validateSchema } from "./schemas.ts";
import type { State } from "./state.ts";
import type {
  DocumentText,
  Page,
  PageOptions,
  QueryJson,
  Savepoint,
  Transaction,
  Usage,
} from "./transaction.ts";

/** `Transaction` over a `State`: says what each operation refuses, and leaves the work to the files beside it. */
export class DatabaseTransaction implements Transaction {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  get timestamp(): Timestamp {
    return this.#state.ground.timestamp;
  }

  get readSet(): ReadSet {
    return this.#state.reads;
  }

  get usage(): Usage {
    return this.#state.meter;
  }

  get(namespace: Namespace, id: string, table?: string): DocumentText | null {
    this.#state.assertOpen();
    this.#state.meter.query();
    const place = locate(this.#state, namespace, id, table);
    return place && getDocument(this.#state, place);
  }

  insert(namespace: Namespace, table: string, value: Record<string, unknown>): string {
    this.#state.assertWritable();
    return insertDocument(this.#state, namespace, table, value as JsonObject);
  }

  restore(namespace: Namespace, table: string, document: Record<string, unknown>): void {
    this.#state.assertWritable();
    restoreDocument(this.#state, namespace, table, document as JsonObject);
  }

  shallowMerge(
    namespace: Namespace,
    id: string,
    value: Record<string, unknown>,
    table?: string,
  ): DocumentText {
    const { place, text } = this.#require("Update", namespace, id, table);
    return mergeDocument(this.#state, place, text, value as JsonObject);
  }

  replace(namespace: Namespace, id: string, value: Record<string, unknown>, table?: string): DocumentText {
    const { place, text } = this.#require("Replace", namespace, id, table);
    return replaceDocument(this.#state, place, text, value as JsonObject);
  }

  remove(namespace: Namespace, id: string, table?: string): DocumentText {
    const { place, text } = this.#require("Delete", namespace, id, table);
    removeDocument(this.#state, place, text);
    return text;
  }

  #require(
    action: string,
    namespace: Namespace,
    id: string,
    table?: string,
  ): { place: Place; text: DocumentText } {
    this.#state.assertWritable();
    const place = locate(this.#state, namespace, id, table);
    const text = place && getDocument(this.#state, place);
    if (!place || text === null)
      throw new DatabaseError("NotFound", `${action} on nonexistent document ID ${id}`);
    return { place, text };
  }

  query(namespace: Namespace, query: QueryJson): Iterator<DocumentText, undefined> {
    this.#state.assertOpen();
    return runQuery(this.#state, namespace, query);
  }

  page(namespace: Namespace, query: QueryJson, options: PageOptions): Page {
    this.#state.assertOpen();
    return readPage(this.#state, namespace, query, options);
  }

  count(namespace: Namespace, table: string): number {
    this.#state.assertOpen();
    return countDocuments(this.#state, namespace, table);
  }

  normalizeId(namespace: Namespace, table: string, id: string): string | null {
    const decoded = decodeId(id);
    if ("problem" in decoded) return null;
    const found = this.#state.catalog.table(namespace, table);
    return found?.number === decoded.tableNumber ? encodeId(decoded.tableNumber, decoded.internal) : null;
  }

  savepoint(): Savepoint {
    this.#state.assertOpen();
    return this.#state.savepoint();
  }

  defineTables(namespace: Namespace, schema: SchemaJson | null): SchemaChange {
    this.#state.assertWritable();
    return defineTables(this.#state, namespace, schema);
  }

  compareTables(namespace: Namespace, schema: SchemaJson | null): SchemaChange {
    return compareTables(this.#state.catalog, namespace, schema);
  }

  validateSchema(namespace: Namespace, schema: SchemaJson | null): SchemaViolation | null {
    this.#state.assertOpen();
    return validateSchema(this.#state, namespace, schema);
  }

  schema(namespace: Namespace): SchemaJson | null {
    return this.#state.catalog.schema(namespace);
  }

  tables(namespace: Namespace): TableInfo[] {
    return describeTables(this.#state.catalog, namespace);
  }

  tableOfId(namespace: Namespace): TableOfId {
    return this.#state.catalog.tableOfId(namespace);
  }

  namespaces(): Namespace[] {
    return this.#state.catalog.namespaces();
  }

  numberTables(namespace: Namespace, numbers: ReadonlyMap<string, number | null>): void {
    this.#state.assertWritable();
    numberTables(this.#state, namespace, numbers);
  }

  clearTable(namespace: Namespace, table: string): number {
    this.#state.assertWritable();
    return clearTable(this.#state, namespace, table);
  }

  dropNamespace(namespace: Namespace): void {
    this.#state.assertWritable();
    dropNamespace(this.#state, namespace);
  }

  close(): void {
    this.#state.close();
  }
}
