import type { Transaction } from "../database/database.ts";
import type { DeveloperIndex, SchemaJson } from "../database/schema.ts";
import { type Evaluation, schemaOf } from "./evaluation.ts";

/** What a push would mean for the data, component by component: the answer of `/api/deploy2/evaluate_schema`. */
export function predictSchema(transaction: Transaction, evaluation: Evaluation) {
  const known = new Set(transaction.namespaces());
  const componentSchemaEvaluations = Object.fromEntries(
    evaluation.instances.map(({ namespace, definition }) => [
      namespace,
      predict(transaction, namespace, definition.path, schemaOf(evaluation, definition.path)),
    ]),
  );
  const newDefinitions = evaluation.instances
    .filter(({ namespace }) => !known.has(namespace))
    .map(({ definition }) => definition.path);
  return { componentSchemaEvaluations, newComponentDefinitions: [...new Set(newDefinitions)] };
}

function predict(
  transaction: Transaction,
  namespace: string,
  definitionPath: string,
  schema: SchemaJson | null,
) {
  const current = transaction.schema(namespace);
  const { addedIndexes, removedIndexes } = transaction.compareTables(namespace, schema);
  const added = new Set(addedIndexes.map(({ name }) => name));
  const count = (table: string) => transaction.count(namespace, table);
  const change = (index: DeveloperIndex, kind: "added" | "dropped") => ({
    ...index,
    change: kind,
    needsBackfill: kind === "added",
    numDocs: count(index.name.split(".")[0] ?? ""),
  });
  return {
    definitionPath,
    schemaValidation: schema?.schemaValidation ?? false,
    tables: (schema?.tables ?? []).map(({ tableName, documentType }) => ({
      name: tableName,
      outcome: outcomeOf(schema, current, tableName, documentType),
      numDocs: count(tableName),
      sizeBytes: sizeOf(transaction, namespace, tableName),
    })),
    indexes: [
      ...addedIndexes.map((index) => change(index, "added")),
      ...removedIndexes.filter(({ name }) => !added.has(name)).map((index) => change(index, "dropped")),
    ],
  };
}

const SAMPLE = 100;

/** About how many bytes the table's documents take, from the average of the first. */
function sizeOf(transaction: Transaction, namespace: string, table: string): number {
  const source = { type: "FullTableScan", tableName: table, order: "asc" };
  const { page } = transaction.page(namespace, { source, operators: [] }, { cursor: null, pageSize: SAMPLE });
  const sampled = page.reduce((bytes, document) => bytes + document.length, 0);
  return page.length === 0 ? 0 : Math.round((sampled / page.length) * transaction.count(namespace, table));
}

function outcomeOf(
  schema: SchemaJson | null,
  current: SchemaJson | null,
  table: string,
  documentType: unknown,
) {
  if (!schema?.schemaValidation) return "notValidated";
  const before = current?.tables.find(({ tableName }) => tableName === table)?.documentType;
  const enforced = current?.schemaValidation && JSON.stringify(before) === JSON.stringify(documentType);
  return enforced ? "supersetOfEnforced" : "mustWalk";
}
