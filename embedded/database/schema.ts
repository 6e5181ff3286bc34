import type { ValidatorJson } from "../values/validator.ts";

/** A schema as `schema.js` exports it: `JSON.parse(schemaDefinition.export())`. */
export type SchemaJson = {
  tables: TableSchemaJson[];
  /** False: documents of any shape and tables of any name are accepted; the indexes still count. */
  schemaValidation: boolean;
};

export type TableSchemaJson = {
  tableName: string;
  indexes: IndexJson[];
  searchIndexes?: SearchIndexJson[];
  vectorIndexes?: VectorIndexJson[];
  documentType: ValidatorJson | null;
};

export type IndexJson = { indexDescriptor: string; fields: string[] };
export type SearchIndexJson = { indexDescriptor: string; searchField: string; filterFields: string[] };
export type VectorIndexJson = {
  indexDescriptor: string;
  vectorField: string;
  dimensions: number;
  filterFields: string[];
};

/** What `defineTables` did, in the words of the CLI's index diff. */
export type SchemaChange = { addedIndexes: DeveloperIndex[]; removedIndexes: DeveloperIndex[] };

/** An index as the CLI names it: `table.descriptor`. */
export type DeveloperIndex =
  | { name: string; type: "database"; fields: string[] }
  | { name: string; type: "search"; searchField: string; filterFields: string[] }
  | { name: string; type: "vector"; vectorField: string; dimensions: number; filterFields: string[] };

/** The first document that a schema refuses, with Convex's sentence about it. */
export type SchemaViolation = { table: string; id: string | null; message: string };

export type TableInfo = {
  name: string;
  number: number;
  indexes: DeveloperIndex[];
};
