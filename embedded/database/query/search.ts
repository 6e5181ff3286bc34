import type { InternalId } from "../../values/id.ts";
import { type Field, fieldAt, type JsonObject } from "../../values/json.ts";
import { afterKey, afterPrefix, encodeKey } from "../../values/key.ts";
import type { SearchIndex, Table } from "../catalog.ts";
import type { Namespace } from "../database.ts";
import { DatabaseError } from "../errors.ts";
import { EVERYBODY, filterSection, internalIdOf } from "../indexKeys.ts";
import { LIMITS } from "../limits.ts";
import type { State } from "../state.ts";
import type { DocumentText } from "../transaction.ts";
import { undefinedOr } from "./range.ts";
import { tokenize } from "./tokens.ts";

export type SearchFilter =
  | { type: "Search"; fieldPath: string; value: string }
  | { type: "Eq"; fieldPath: string; value: Field };

/** The usual constants of BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). */
const K1 = 1.2;
const B = 0.75;
/** Lengths are measured against this many words, so that a score depends on nothing but the document and the query. */
const USUAL_LENGTH = 50;
/** A word that merely begins like the last term counts less than the term itself. */
const PREFIX_WEIGHT = 0.5;

/** Documents that match, best first; of equals the newest first. Reads the postings of the terms and nothing else. */
export function* searchRanking(
  state: State,
  namespace: Namespace,
  indexName: string,
  filters: readonly SearchFilter[],
): Generator<DocumentText> {
  const { table, index } = findIndex(state, namespace, indexName);
  const { terms, conditions } = parse(index, filters);
  const scores = new Map<InternalId, number>();
  for (const [i, term] of terms.entries()) {
    for (const { internal, score } of matches(
      state,
      index,
      sectionOf(index, conditions),
      term,
      i === terms.length - 1,
    )) {
      scores.set(internal, (scores.get(internal) ?? 0) + score);
    }
  }
  const ranked = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1));
  let found = 0;
  for (const [internal] of ranked) {
    if (found === LIMITS.searchResults) return;
    state.assertOpen();
    state.reads.point(table.byId, internal);
    const text = state.view.get(table.byId, internal);
    if (text === undefined)
      throw new Error(`Search index ${indexName} points to a document that is not there.`);
    state.meter.read(text.length);
    if (conditions.length > 1 && !satisfies(text, conditions)) continue;
    found++;
    yield text;
  }
}

type Condition = { field: string; value: Field };

function findIndex(state: State, namespace: Namespace, name: string): { table: Table; index: SearchIndex } {
  const [tableName = "", descriptor = ""] = name.split(".");
  const table = state.catalog.table(namespace, tableName);
  const index = table?.indexes.find((other) => other.descriptor === descriptor);
  if (!table || index?.kind !== "search")
    throw new DatabaseError("IndexNotFound", `Index ${name} not found.`);
  return { table, index };
}

function parse(
  index: SearchIndex,
  filters: readonly SearchFilter[],
): { terms: string[]; conditions: Condition[] } {
  const searches = filters.filter((filter) => filter.type === "Search");
  const [search] = searches;
  if (!search || searches.length > 1) {
    throw new DatabaseError("InvalidQuery", "Search query must contain exactly one search filter.");
  }
  if (search.fieldPath !== index.searchField) {
    throw new DatabaseError(
      "InvalidQuery",
      `Search query against ${index.descriptor} contains a search filter against "${search.fieldPath}", which doesn't match the indexed field "${index.searchField}".`,
    );
  }
  const conditions = filters
    .filter((filter) => filter.type === "Eq")
    .map(({ fieldPath, value }) => ({ field: fieldPath, value: undefinedOr(value) }));
  const foreign = conditions.find(({ field }) => !index.filterFields.includes(field));
  if (foreign) {
    throw new DatabaseError(
      "InvalidQuery",
      `Search query against ${index.descriptor} contains an equality filter on "${foreign.field}" but that field isn't indexed for filtering.`,
    );
  }
  return { terms: [...new Set(tokenize(search.value))].slice(0, LIMITS.searchTerms), conditions };
}

/** The postings to read: those of the first condition's value, or everybody's. Further conditions are checked later. */
function sectionOf(index: SearchIndex, [first]: readonly Condition[]): string {
  return first ? filterSection(index.filterFields.indexOf(first.field), encodeKey(first.value)) : EVERYBODY;
}

type Match = { internal: InternalId; score: number };

function* matches(
  state: State,
  index: SearchIndex,
  section: string,
  term: string,
  isLast: boolean,
): Generator<Match> {
  const exact = section + encodeKey(term);
  yield* postings(state, index, exact, afterPrefix(exact), 1);
  if (!isLast) return;
  // The encoding of the term without its end is where all words with this beginning lie.
  const beginning = exact.slice(0, -1);
  yield* postings(state, index, afterPrefix(exact) ?? afterKey(exact), afterPrefix(beginning), PREFIX_WEIGHT);
}

function* postings(
  state: State,
  index: SearchIndex,
  start: string,
  end: string | null,
  weight: number,
): Generator<Match> {
  state.meter.query();
  state.reads.stretch(index.number, start, end);
  const found: { internal: InternalId; count: number; length: number }[] = [];
  const scan = state.view.scan(index.number, { start, end }, false);
  for (let entry = scan.next(); entry; entry = scan.next()) {
    const [count = "0", length = "0"] = entry.value.split(" ");
    found.push({ internal: internalIdOf(entry.key), count: Number(count), length: Number(length) });
  }
  // Rarer words say more. The number of matches stands for rarity, so that other documents do not change the order.
  const rarity = 1 / Math.log2(2 + found.length);
  for (const { internal, count, length } of found) {
    const frequency = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / USUAL_LENGTH));
    yield { internal, score: weight * rarity * frequency };
  }
}

function satisfies(text: DocumentText, conditions: readonly Condition[]): boolean {
  const document = JSON.parse(text) as JsonObject;
  return conditions.every(
    ({ field, value }) => encodeKey(fieldAt(document, field.split("."))) === encodeKey(value),
  );
}
