import type { Catalog, Index, Table } from "./catalog.ts";
import type { Namespace } from "./database.ts";
import { DatabaseError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import type { DeveloperIndex, SchemaChange, SchemaJson, TableInfo, TableSchemaJson } from "./schema.ts";

export type TablePlan = { table: Table; kept: Index[]; added: Index[]; removed: Index[] };

/** The difference between the indexes that are and those that the schema asks for; unchanged ones are kept as they lie. */
export function* planIndexes(
  catalog: Catalog,
  namespace: Namespace,
  schema: SchemaJson | null,
): Generator<TablePlan> {
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

export function compareTables(
  catalog: Catalog,
  namespace: Namespace,
  schema: SchemaJson | null,
): SchemaChange {
  const change: SchemaChange = { addedIndexes: [], removedIndexes: [] };
  for (const { table, added, removed } of planIndexes(catalog, namespace, schema)) {
    change.addedIndexes.push(...added.map((index) => developerIndex(table, index)));
    change.removedIndexes.push(...removed.map((index) => developerIndex(table, index)));
  }
  return change;
}

export function describeTables(catalog: Catalog, namespace: Namespace): TableInfo[] {
  return catalog.tables(namespace).map((table) => ({
    name: table.name,
    number: table.number,
    indexes: table.indexes.map((index) => developerIndex(table, index)),
  }));
}

export function developerIndex(table: Table, index: Index): DeveloperIndex {
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
