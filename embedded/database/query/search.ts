import type { Key } from "../../store/store.ts";
import type { InternalId } from "../../values/id.ts";
import type { Field } from "../../values/json.ts";
import { AFTER_ALL, afterPrefix, encodeKey } from "../../values/key.ts";
import type { SearchIndex, Table } from "../catalog.ts";
import type { Namespace } from "../database.ts";
import { DatabaseError } from "../errors.ts";
import { EVERYBODY, filterSection } from "../indexKeys.ts";
import { LIMITS } from "../limits.ts";
import type { State } from "../state.ts";
import type { DocumentText } from "../transaction.ts";
import { type Posting, postingsIn, type WordRange } from "./postings.ts";
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

/**
 * Documents that match, best first; of equals the newest first. Reads the places of the terms and nothing else, whole
 * words before those that merely begin like the last one, and no more of them than the limit.
 */
export function* searchRanking(
  state: State,
  namespace: Namespace,
  indexName: string,
  filters: readonly SearchFilter[],
): Generator<DocumentText> {
  const { table, index } = findIndex(state, namespace, indexName);
  const { terms, conditions } = parse(index, filters);
  const scores = new Map<InternalId, number>();
  const sections = sectionsOf(index, conditions);
  const ranges = rangesOf(terms);
  let left: number = LIMITS.searchPostings;
  for (const [i, { weight, ...range }] of ranges.entries()) {
    const before = state.meter.postings;
    const share = Math.ceil(left / (ranges.length - i));
    const postings = postingsIn(state, index.number, sections, range, share);
    left -= state.meter.postings - before;
    for (const [internal, score] of scored(postings, weight)) {
      scores.set(internal, (scores.get(internal) ?? 0) + score);
    }
  }
  const ranked = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1));
  for (const [internal] of ranked.slice(0, LIMITS.searchResults)) {
    state.assertOpen();
    state.reads.point(table.byId, internal);
    const text = state.view.get(table.byId, internal);
    if (text === undefined)
      throw new Error(`Search index ${indexName} points to a document that is not there.`);
    state.meter.read(text.length);
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

/** Where the documents that meet each of the conditions stand; everybody, when there is none. */
function sectionsOf(index: SearchIndex, conditions: readonly Condition[]): Key[] {
  if (conditions.length === 0) return [EVERYBODY];
  return conditions.map(({ field, value }) =>
    filterSection(index.filterFields.indexOf(field), encodeKey(value)),
  );
}

/** Each term as a whole word, then what begins like the last one. */
function rangesOf(terms: readonly string[]): (WordRange & { weight: number })[] {
  const ranges = terms.map((term) => {
    const start = encodeKey(term);
    return { start, end: behind(start), weight: 1 };
  });
  const last = ranges.at(-1);
  // The encoding of the term without its end is where all words with this beginning lie.
  if (last) ranges.push({ start: last.end, end: behind(last.start.slice(0, -1)), weight: PREFIX_WEIGHT });
  return ranges;
}

function behind(prefix: Key): Key {
  return afterPrefix(prefix) ?? prefix + AFTER_ALL;
}

/** Rarer words say more. The number of matches stands for rarity, so that other documents do not change the order. */
function scored(postings: readonly Posting[], weight: number): [InternalId, number][] {
  const rarity = 1 / Math.log2(2 + postings.length);
  return postings.map(({ internal, count, length }) => {
    const frequency = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / USUAL_LENGTH));
    return [internal, weight * rarity * frequency];
  });
}
