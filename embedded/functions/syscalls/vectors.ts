import type { JsonObject, JsonValue } from "../../values/json.ts";
import { fieldAt } from "../../values/json.ts";
import type { ActionFrame } from "../frame.ts";
import { operation } from "./operation.ts";

type VectorQuery = { indexName: string; limit?: number; vector: number[]; expressions: Filter | null };
type Filter = { $or: Filter[] } | { $eq: [{ $field: string }, { $literal: JsonValue }] };

/** `ctx.vectorSearch`: the nearest by cosine, found by looking at every document that the filter lets through. */
export const vectorSearch = operation((frame: ActionFrame, { query }: { query: VectorQuery }) => {
  const [table = "", descriptor = ""] = query.indexName.split(".");
  const index = frame.component.schema?.tables
    .find(({ tableName }) => tableName === table)
    ?.vectorIndexes?.find(({ indexDescriptor }) => indexDescriptor === descriptor);
  if (index === undefined) throw new Error(`Vector index ${query.indexName} not found.`);
  if (query.vector.length !== index.dimensions) {
    throw new Error(`The vector has ${query.vector.length} dimensions, the index ${index.dimensions}.`);
  }
  const field = index.vectorField.split(".");
  const results: { _id: string; _score: number }[] = [];
  for (const document of documentsOf(frame, table)) {
    const vector = fieldAt(document, field);
    if (!Array.isArray(vector) || !passes(query.expressions, document)) continue;
    results.push({ _id: String(document._id), _score: cosine(query.vector, vector as number[]) });
  }
  results.sort((a, b) => b._score - a._score);
  return JSON.stringify({ results: results.slice(0, query.limit ?? 10) });
});

function* documentsOf(frame: ActionFrame, table: string): Generator<JsonObject> {
  const transaction = frame.run.services.database.read();
  try {
    const source = { type: "FullTableScan", tableName: table, order: "asc" };
    const rows = transaction.query(frame.component.namespace, { source, operators: [] });
    for (let row = rows.next(); !row.done; row = rows.next()) yield JSON.parse(row.value) as JsonObject;
  } finally {
    transaction.close();
  }
}

function passes(filter: Filter | null, document: JsonObject): boolean {
  if (filter === null) return true;
  if ("$or" in filter) return filter.$or.some((part) => passes(part, document));
  const [{ $field }, { $literal }] = filter.$eq;
  return JSON.stringify(fieldAt(document, $field.split("."))) === JSON.stringify($literal);
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}
