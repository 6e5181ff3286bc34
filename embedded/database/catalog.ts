import { randomBytes } from "node:crypto";
import type { Key } from "../store/store.ts";
import { decodeId } from "../values/id.ts";
import type { TableOfId, ValidatorJson } from "../values/validator.ts";
import type { Namespace } from "./database.ts";
import type { SchemaJson } from "./schema.ts";

/** Index 0 of the store holds the catalog and the clock; a read of a missing table is recorded there. */
export const CATALOG_INDEX = 0;
export const CATALOG_KEY: Key = "catalog";

/** Where Convex's own numbers for developers' tables begin. */
const FIRST_TABLE_NUMBER = 10_001;

export type FieldIndex = { kind: "database"; number: number; descriptor: string; fields: string[] };
export type SearchIndex = {
  kind: "search";
  number: number;
  descriptor: string;
  searchField: string;
  filterFields: string[];
};
/** Known to the CLI; vector search itself is answered by a scan. */
export type VectorIndex = {
  kind: "vector";
  number: number;
  descriptor: string;
  vectorField: string;
  dimensions: number;
  filterFields: string[];
};
export type Index = FieldIndex | SearchIndex | VectorIndex;

export type Table = {
  readonly number: number;
  readonly namespace: Namespace;
  readonly name: string;
  /** Holds the documents themselves. */
  readonly byId: number;
  readonly byCreationTime: number;
  readonly indexes: readonly Index[];
};

type Stored = {
  nextTable: number;
  nextIndex: number;
  tables: Table[];
  schemas: [Namespace, SchemaJson][];
  /** Seals the cursors of pages: 32 bytes in base64. */
  cursorSecret: string;
};

/** All tables, indexes and schemas at one moment. Never changed: each change makes another. */
export class Catalog {
  readonly #byNumber = new Map<Namespace, Map<number, Table>>();
  readonly #byName = new Map<Namespace, Map<string, Table>>();
  readonly #schemas: ReadonlyMap<Namespace, SchemaJson>;
  readonly #validators = new Map<Namespace, Map<string, ValidatorJson>>();
  readonly #tableOfId = new Map<Namespace, TableOfId>();

  constructor(readonly stored: Stored) {
    for (const table of stored.tables) {
      let numbers = this.#byNumber.get(table.namespace);
      if (!numbers) {
        numbers = new Map();
        this.#byNumber.set(table.namespace, numbers);
      }
      numbers.set(table.number, table);
      let names = this.#byName.get(table.namespace);
      if (!names) {
        names = new Map();
        this.#byName.set(table.namespace, names);
      }
      names.set(table.name, table);
    }
    this.#schemas = new Map(stored.schemas);
    for (const [namespace, schema] of this.#schemas) {
      if (schema.schemaValidation) this.#validators.set(namespace, validatorsOf(schema));
    }
  }

  static empty(): Catalog {
    const cursorSecret = randomBytes(32).toString("base64");
    return new Catalog({
      nextTable: FIRST_TABLE_NUMBER,
      nextIndex: 1,
      tables: [],
      schemas: [],
      cursorSecret,
    });
  }

  static parse(text: string): Catalog {
    return new Catalog({ ...Catalog.empty().stored, ...(JSON.parse(text) as Stored) });
  }

  serialize(): string {
    return JSON.stringify(this.stored);
  }

  table(namespace: Namespace, name: string): Table | undefined {
    return this.#byName.get(namespace)?.get(name);
  }

  tableByNumber(namespace: Namespace, number: number): Table | undefined {
    return this.#byNumber.get(namespace)?.get(number);
  }

  tables(namespace: Namespace): Table[] {
    return [...(this.#byName.get(namespace)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  namespaces(): Namespace[] {
    return [...new Set([...this.#byName.keys(), ...this.#schemas.keys()])].sort();
  }

  schema(namespace: Namespace): SchemaJson | null {
    return this.#schemas.get(namespace) ?? null;
  }

  /** What a document of the table must match, or undefined if anything goes. */
  documentType(namespace: Namespace, table: string): ValidatorJson | undefined {
    return this.#validators.get(namespace)?.get(table);
  }

  tableOfId(namespace: Namespace): TableOfId {
    let find = this.#tableOfId.get(namespace);
    if (!find) {
      find = (id) => {
        const decoded = decodeId(id);
        if ("problem" in decoded) return null;
        return this.tableByNumber(namespace, decoded.tableNumber)?.name ?? null;
      };
      this.#tableOfId.set(namespace, find);
    }
    return find;
  }

  withTable(namespace: Namespace, name: string, number?: number): Catalog {
    const { nextTable, nextIndex, tables } = this.stored;
    const table: Table = {
      number: number ?? nextTable,
      namespace,
      name,
      byId: nextIndex,
      byCreationTime: nextIndex + 1,
      indexes: [],
    };
    return new Catalog({
      ...this.stored,
      nextTable: Math.max(nextTable, table.number + 1),
      nextIndex: nextIndex + 2,
      tables: [...tables, table],
    });
  }

  withIndexes(table: Table, indexes: readonly Index[]): Catalog {
    const tables = this.stored.tables.map((other) =>
      other.byId === table.byId ? { ...other, indexes } : other,
    );
    const highest = Math.max(0, ...indexes.map((index) => index.number));
    return new Catalog({ ...this.stored, nextIndex: Math.max(this.stored.nextIndex, highest + 1), tables });
  }

  /** The same tables under other numbers, by name. */
  withNumbers(namespace: Namespace, numbers: ReadonlyMap<string, number>): Catalog {
    const numbered = (table: Table): Table => {
      const number = table.namespace === namespace ? numbers.get(table.name) : undefined;
      return number === undefined ? table : { ...table, number };
    };
    const { nextTable, tables } = this.stored;
    const next = Math.max(nextTable, ...[...numbers.values()].map((number) => number + 1));
    return new Catalog({ ...this.stored, nextTable: next, tables: tables.map(numbered) });
  }

  withSchema(namespace: Namespace, schema: SchemaJson | null): Catalog {
    const schemas = this.stored.schemas.filter(([other]) => other !== namespace);
    if (schema) schemas.push([namespace, schema]);
    return new Catalog({ ...this.stored, schemas });
  }

  withoutNamespace(namespace: Namespace): Catalog {
    return new Catalog({
      ...this.stored,
      tables: this.stored.tables.filter((table) => table.namespace !== namespace),
      schemas: this.stored.schemas.filter(([other]) => other !== namespace),
    });
  }
}

export function validatorsOf(schema: SchemaJson): Map<string, ValidatorJson> {
  const validators = new Map<string, ValidatorJson>();
  for (const table of schema.tables) {
    if (table.documentType && table.documentType.type !== "any")
      validators.set(table.tableName, table.documentType);
  }
  return validators;
}

/** What a query records when it asks for a table that does not exist: creating it makes the answer stale. */
export function missingTableKey(namespace: Namespace, name: string): Key {
  return `table:${encodeURIComponent(namespace)}:${encodeURIComponent(name)}`;
}
