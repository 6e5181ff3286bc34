import type { Key } from "../../store/store.ts";
import type { JsonObject } from "../../values/json.ts";
import { afterKey } from "../../values/key.ts";
import { CATALOG_INDEX, missingTableKey, type Table } from "../catalog.ts";
import type { Namespace } from "../database.ts";
import { DatabaseError } from "../errors.ts";
import { internalIdOf } from "../indexKeys.ts";
import type { Interval } from "../readSet.ts";
import type { State } from "../state.ts";
import type { DocumentText, QueryJson } from "../transaction.ts";
import type { KeyRange, Scan } from "../view.ts";
import { compileFilter, type Predicate } from "./filter.ts";
import { idRange, indexRange } from "./idRange.ts";
import type { RangeExpression } from "./range.ts";
import { type SearchFilter, searchRanking } from "./search.ts";

export type Source =
  | { type: "FullTableScan"; tableName: string; order: "asc" | "desc" | null }
  | { type: "IndexRange"; indexName: string; range: RangeExpression[]; order: "asc" | "desc" | null }
  | { type: "Search"; indexName: string; filters: SearchFilter[] };

export type Row = { key: Key; text: DocumentText };

/** The part of an index that a query walks over, in its direction. */
export type Walk = { table: Table; index: number; range: KeyRange; reverse: boolean };

/** Runs a whole query, one document at a time: nothing is read before it is asked for. */
export function* runQuery(
  state: State,
  namespace: Namespace,
  query: QueryJson,
): Generator<DocumentText, undefined> {
  state.meter.query();
  const { source, stages } = parseQuery(query);
  const rows =
    source.type === "Search"
      ? searchRanking(state, namespace, source.indexName, source.filters)
      : rowsOf(state, namespace, source);
  const left = stages.map((stage) => (stage.kind === "limit" ? stage.count : Number.POSITIVE_INFINITY));
  if (left.includes(0)) return;
  for (const text of rows) {
    let passed = true;
    let isLast = false;
    for (let i = 0; i < stages.length && passed; i++) {
      const stage = stages[i];
      if (stage?.kind === "filter") passed = stage.test(JSON.parse(text) as JsonObject);
      else {
        left[i] = (left[i] ?? 0) - 1;
        if (left[i] === 0) isLast = true;
      }
    }
    if (passed) yield text;
    if (isLast) return;
  }
}

export type Stage = { kind: "filter"; test: Predicate } | { kind: "limit"; count: number };

export function parseQuery(query: QueryJson): { source: Source; stages: Stage[] } {
  const stages = query.operators.map((operator): Stage => {
    if ("limit" in operator) return { kind: "limit", count: Number(operator.limit) };
    if ("filter" in operator) return { kind: "filter", test: compileFilter(operator.filter) };
    throw new DatabaseError("InvalidQuery", `Unknown query operator: ${JSON.stringify(operator)}`);
  });
  return { source: query.source as Source, stages };
}

function* rowsOf(
  state: State,
  namespace: Namespace,
  source: Exclude<Source, { type: "Search" }>,
): Generator<DocumentText> {
  const walk = planWalk(state, namespace, source);
  if (!walk) return;
  const walker = new Walker(state, walk);
  try {
    for (let row = walker.next(); row; row = walker.next()) yield row.text;
  } finally {
    walker.close();
  }
}

/** Null if the table does not exist: the absence is recorded, so that creating it wakes whoever asked. */
export function planWalk(
  state: State,
  namespace: Namespace,
  source: Exclude<Source, { type: "Search" }>,
): Walk | null {
  const reverse = source.order === "desc";
  const [tableName = "", descriptor = "by_creation_time"] =
    source.type === "FullTableScan" ? [source.tableName] : source.indexName.split(".");
  const table = state.catalog.table(namespace, tableName);
  if (!table) {
    if (descriptor !== "by_creation_time" && descriptor !== "by_id")
      throw indexNotFound(tableName, descriptor);
    state.reads.point(CATALOG_INDEX, missingTableKey(namespace, tableName));
    return null;
  }
  const range = source.type === "FullTableScan" ? [] : source.range;
  const name = `${tableName}.${descriptor}`;
  switch (descriptor) {
    case "by_id":
      return { table, index: table.byId, range: idRange(name, table, range), reverse };
    case "by_creation_time":
      return {
        table,
        index: table.byCreationTime,
        range: indexRange(name, table, ["_creationTime"], range),
        reverse,
      };
  }
  const index = table.indexes.find((other) => other.descriptor === descriptor);
  if (index?.kind !== "database") throw indexNotFound(tableName, descriptor);
  return {
    table,
    index: index.number,
    range: indexRange(name, table, [...index.fields, "_creationTime"], range),
    reverse,
  };
}

export function indexNotFound(table: string, descriptor: string): DatabaseError {
  return new DatabaseError("IndexNotFound", `Index ${table}.${descriptor} not found.`);
}

/** Walks an index in either direction and records exactly what it has seen. */
export class Walker {
  readonly #scan: Scan;
  readonly #seen: Interval;
  #done = false;

  constructor(
    readonly state: State,
    readonly walk: Walk,
  ) {
    const { index, range, reverse } = walk;
    this.#scan = state.view.scan(index, range, reverse);
    const first = reverse ? range.end : range.start;
    this.#seen = state.reads.stretch(index, first ?? range.start, reverse ? first : range.start);
  }

  next(): Row | null {
    if (this.#done) return null;
    this.state.assertOpen();
    const { table, index, range, reverse } = this.walk;
    const entry = this.#scan.next();
    if (!entry) {
      this.#done = true;
      this.#seen.start = range.start;
      this.#seen.end = range.end;
      return null;
    }
    if (reverse) this.#seen.start = entry.key;
    else this.#seen.end = afterKey(entry.key);
    const text =
      index === table.byId ? entry.value : this.state.view.get(table.byId, internalIdOf(entry.key));
    if (text === undefined) throw new Error(`Index ${index} points to a document that is not there.`);
    this.state.meter.read(text.length);
    return { key: entry.key, text };
  }

  close(): void {
    this.#scan.close();
  }
}
