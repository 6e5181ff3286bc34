import { encodeId } from "../values/id.ts";
import type { JsonObject } from "../values/json.ts";
import { findMismatch } from "../values/validator.ts";
import { type Index, type Table, validatorsOf } from "./catalog.ts";
import type { Namespace } from "./database.ts";
import { withoutSystemFields } from "./documentRules.ts";
import { removeDocument, requireTable } from "./documents.ts";
import { entriesIn } from "./indexKeys.ts";
import { developerIndex, planIndexes } from "./indexPlan.ts";
import type { SchemaChange, SchemaJson, SchemaViolation } from "./schema.ts";
import type { State } from "./state.ts";

export function defineTables(state: State, namespace: Namespace, schema: SchemaJson | null): SchemaChange {
  for (const { tableName } of schema?.tables ?? []) requireTable(state, namespace, tableName);
  const change: SchemaChange = { addedIndexes: [], removedIndexes: [] };
  for (const { table, kept, added, removed } of planIndexes(state.catalog, namespace, schema)) {
    for (const index of removed) {
      change.removedIndexes.push(developerIndex(table, index));
      clearIndex(state, index.number);
    }
    const numbered = added.map((index, i) => ({ ...index, number: state.catalog.stored.nextIndex + i }));
    for (const index of numbered) change.addedIndexes.push(developerIndex(table, index));
    fillIndexes(state, table, numbered);
    if (added.length > 0 || removed.length > 0) {
      state.changeCatalog(state.catalog.withIndexes(table, [...kept, ...numbered]));
    }
  }
  state.changeCatalog(state.catalog.withSchema(namespace, schema));
  return change;
}

/** Entries are written before the catalog names the index, so nobody ever sees half of it. */
function fillIndexes(state: State, table: Table, indexes: readonly Index[]): void {
  if (indexes.length === 0) return;
  const scan = state.view.scan(table.byId, { start: "", end: null }, false);
  for (let row = scan.next(); row; row = scan.next()) {
    const document = JSON.parse(row.value) as JsonObject;
    for (const index of indexes) {
      for (const entry of entriesIn(index, document, row.key)) state.put(entry.index, entry.key, entry.value);
    }
  }
}

function clearIndex(state: State, index: number): void {
  const scan = state.view.scan(index, { start: "", end: null }, false);
  for (let row = scan.next(); row; row = scan.next()) state.put(index, row.key, null);
}

export function validateSchema(
  state: State,
  namespace: Namespace,
  schema: SchemaJson | null,
): SchemaViolation | null {
  if (!schema?.schemaValidation) return null;
  const tableOfId = state.catalog.tableOfId(namespace);
  for (const [name, type] of validatorsOf(schema)) {
    const table = state.catalog.table(namespace, name);
    // Whatever the current schema already enforces in the same words needs no second look.
    if (!table || JSON.stringify(state.catalog.documentType(namespace, name)) === JSON.stringify(type))
      continue;
    state.reads.stretch(table.byId, "", null);
    const scan = state.view.scan(table.byId, { start: "", end: null }, false);
    for (let row = scan.next(); row; row = scan.next()) {
      const mismatch = findMismatch(
        type,
        withoutSystemFields(JSON.parse(row.value) as JsonObject),
        tableOfId,
      );
      if (mismatch === null) continue;
      scan.close();
      const id = encodeId(table.number, row.key);
      return {
        table: name,
        id,
        message: `Document with ID "${id}" in table "${name}" does not match the schema: ${mismatch}`,
      };
    }
  }
  return null;
}

export function countDocuments(state: State, namespace: Namespace, name: string): number {
  const table = state.catalog.table(namespace, name);
  if (!table) return 0;
  state.reads.stretch(table.byId, "", null);
  const scan = state.view.scan(table.byId, { start: "", end: null }, false);
  let count = 0;
  while (scan.next()) count++;
  return count;
}

export function clearTable(state: State, namespace: Namespace, name: string): number {
  const table = state.catalog.table(namespace, name);
  if (!table) return 0;
  const scan = state.view.scan(table.byId, { start: "", end: null }, false);
  let count = 0;
  for (let row = scan.next(); row; row = scan.next(), count++) {
    removeDocument(state, { table, internal: row.key }, row.value);
  }
  return count;
}

export function dropNamespace(state: State, namespace: Namespace): void {
  for (const table of state.catalog.tables(namespace)) {
    for (const number of [table.byId, table.byCreationTime, ...table.indexes.map((index) => index.number)]) {
      clearIndex(state, number);
    }
  }
  state.changeCatalog(state.catalog.withoutNamespace(namespace));
}
