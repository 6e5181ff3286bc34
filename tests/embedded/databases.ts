import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, Transaction } from "#embedded/database/database.ts";
import { openDatabase } from "#embedded/database/open.ts";
import type { SchemaJson } from "#embedded/database/schema.ts";
import { openLmdbStore } from "#embedded/store/lmdb.ts";
import { MemoryStore } from "#embedded/store/memory.ts";
import type { Store } from "#embedded/store/store.ts";

/** Both stores, for tests that hold on either. */
export const STORES: [string, () => { store: Store; discard: () => void }][] = [
  ["in memory", () => ({ store: new MemoryStore(), discard: () => undefined })],
  [
    "on lmdb",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "embedded-database-"));
      return {
        store: openLmdbStore(folder),
        discard: () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  ],
];

export async function withDatabase(
  open: () => { store: Store; discard: () => void },
  body: (database: Database) => Promise<void>,
): Promise<void> {
  const { store, discard } = open();
  const database = await openDatabase(store);
  try {
    await body(database);
  } finally {
    await database.close();
    discard();
  }
}

export type Doc = { _id: string; _creationTime: number } & Record<string, unknown>;
export type Range = { type: "Eq" | "Gt" | "Gte" | "Lt" | "Lte"; fieldPath: string; value: unknown };

/** The fields of an index by its name: `by_a_and_deepC` is over `a` and `deep.c`. */
export function fieldsOf(index: string): string[] {
  const names = index.replace(/^by_/, "").split("_and_");
  return names.map((name) => name.replace(/[A-Z]/, (letter) => `.${letter.toLowerCase()}`));
}

/** A schema of one table, "items", with the given indexes. */
export function itemsSchema(...indexes: string[]): SchemaJson {
  return {
    schemaValidation: true,
    tables: [
      {
        tableName: "items",
        indexes: indexes.map((name) => ({ indexDescriptor: name, fields: fieldsOf(name) })),
        documentType: { type: "any" },
      },
    ],
  };
}

export function define(database: Database, schema: SchemaJson | null): Promise<unknown> {
  return database.mutate(async (tx) => tx.defineTables("", schema));
}

export async function insert(database: Database, ...values: Record<string, unknown>[]): Promise<string[]> {
  const { value } = await database.mutate(async (tx) => values.map((item) => tx.insert("", "items", item)));
  return value;
}

export function source(index: string | null, range: Range[] = [], order: "asc" | "desc" | null = null) {
  return index === null
    ? { type: "FullTableScan", tableName: "items", order }
    : { type: "IndexRange", indexName: `items.${index}`, range, order };
}

export function collect(
  tx: Transaction,
  from: Record<string, unknown>,
  ...operators: Record<string, unknown>[]
): Doc[] {
  const iterator = tx.query("", { source: from, operators });
  const found: Doc[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next())
    found.push(JSON.parse(next.value) as Doc);
  return found;
}

/** Reads at the newest durable moment. */
export function reading<T>(database: Database, body: (tx: Transaction) => T): T {
  const tx = database.read();
  try {
    return body(tx);
  } finally {
    tx.close();
  }
}

export function everything(database: Database): Doc[] {
  return reading(database, (tx) => collect(tx, source(null)));
}
