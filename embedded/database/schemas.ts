import { encodeId } from "../values/id.ts";
import type { JsonObject } from "../values/json.ts";
import { findMismatch } from "../values/validator.ts";
import { type Catalog, type Index, type Table, validatorsOf } from "./catalog.ts";
import type { Namespace } from "./database.ts";
import { removeDocument, requireTable, withoutSystemFields } from "./documents.ts";
import { DatabaseError } from "./errors.ts";
import { entriesIn } from "./indexKeys.ts";
import { LIMITS } from "./limits.ts";
import type {
  DeveloperIndex,
  SchemaChange,
  SchemaJson,
  SchemaViolation,
  TableInfo,
  TableSchemaJson,
} from "./schema.ts";
import type { State } from "./state.ts";

export function defineTables(state: State, namespace: Namespace, schema: SchemaJson | null): SchemaChange {
  for (const { tableName } of schema?.tables ?? []) requireTable(state, namespace, tableName);
  const change: SchemaChange = { addedIndexes: [], removedIndexes: [] };
  for (const { table, kept, added, removed } of plan(state.catalog, namespace, schema)) {
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

export function compareTables(
  catalog: Catalog,
  namespace: Namespace,
  schema: SchemaJson | null,
): SchemaChange {
  const change: SchemaChange = { addedIndexes: [], removedIndexes: [] };
  for (const { table, added, removed } of plan(catalog, namespace, schema)) {
    change.addedIndexes.push(...added.map((index) => developerIndex(table, index)));
    change.removedIndexes.push(...removed.map((index) => developerIndex(table, index)));
  }
  return change;
}

type TablePlan = { table: Table; kept: Index[]; added: Index[]; removed: Index[] };

/** The difference between the indexes that are and those that the schema asks for; unchanged ones are kept as they lie. */
function* plan(catalog: Catalog, namespace: Namespace, schema: SchemaJson | null): Generator<TablePlan> {
  const declared = new Map((schema?.tables ?? []).map((table) => [table.tableName, table]));
  const names = new Set([...catalog.tables(namespace).map((table) => table.name), ...declared.keys()]);
  for (const name of names) {
    const table = catalog.table(namespace, name) ?? {
      number: 0,
      namespace,
      name,
      byId: 0,
      byCreationTime: 0,
      indexes: [],
    };
    const wanted = indexesOf(declared.get(name));
    const isWanted = (index: Index) => wanted.some((other) => isSame(index, other));
    yield {
      table,
      kept: table.indexes.filter(isWanted),
      removed: table.indexes.filter((index) => !isWanted(index)),
      added: wanted.filter((index) => !table.indexes.some((other) => isSame(index, other))),
    };
  }
}

function indexesOf(table: TableSchemaJson | undefined): Index[] {
  if (!table) return [];
  const number = 0;
  const indexes: Index[] = [
    ...table.indexes.map(({ indexDescriptor, fields }) => ({
      kind: "database" as const,
      number,
      descriptor: indexDescriptor,
      // Convex's client names the implicit last field; every index has it anyway.
      fields: fields.filter((field) => field !== "_creationTime"),
    })),
    ...(table.searchIndexes ?? []).map(({ indexDescriptor, searchField, filterFields }) => ({
      kind: "search" as const,
      number,
      descriptor: indexDescriptor,
      searchField,
      filterFields,
    })),
    ...(table.vectorIndexes ?? []).map(({ indexDescriptor, vectorField, dimensions, filterFields }) => ({
      kind: "vector" as const,
      number,
      descriptor: indexDescriptor,
      vectorField,
      dimensions,
      filterFields,
    })),
  ];
  if (indexes.length > LIMITS.indexesPerTable) {
    throw new DatabaseError(
      "LimitExceeded",
      `Table "${table.tableName}" has more than ${LIMITS.indexesPerTable} indexes.`,
    );
  }
  return indexes;
}

function isSame(a: Index, b: Index): boolean {
  return JSON.stringify({ ...a, number: 0 }) === JSON.stringify({ ...b, number: 0 });
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

export function describeTables(catalog: Catalog, namespace: Namespace): TableInfo[] {
  return catalog.tables(namespace).map((table) => ({
    name: table.name,
    number: table.number,
    indexes: table.indexes.map((index) => developerIndex(table, index)),
  }));
}

function developerIndex(table: Table, index: Index): DeveloperIndex {
  const name = `${table.name}.${index.descriptor}`;
  switch (index.kind) {
    case "database":
      return { name, type: "database", fields: index.fields };
    case "search":
      return { name, type: "search", searchField: index.searchField, filterFields: index.filterFields };
    case "vector": {
      const { vectorField, dimensions, filterFields } = index;
      return { name, type: "vector", vectorField, dimensions, filterFields };
    }
  }
}
