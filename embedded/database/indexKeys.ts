import type { Key } from "../store/store.ts";
import type { InternalId } from "../values/id.ts";
import { fieldAt, type JsonObject } from "../values/json.ts";
import { encodeKey } from "../values/key.ts";
import type { FieldIndex, Index, SearchIndex, Table } from "./catalog.ts";
import { tokenize } from "./query/tokens.ts";

/** One entry of a secondary index. Those of field indexes hold nothing: the document's id ends their key. */
export type IndexEntry = { index: number; key: Key; value: string };

const INTERNAL_LENGTH = 16;

export function internalIdOf(key: Key): InternalId {
  return key.slice(-INTERNAL_LENGTH);
}

/** Every entry that the document has in the table's indexes, `by_id` excepted. */
export function entriesOf(table: Table, document: JsonObject, internal: InternalId): IndexEntry[] {
  const entries: IndexEntry[] = [
    { index: table.byCreationTime, key: encodeKey(document._creationTime) + internal, value: "" },
  ];
  for (const index of table.indexes) entries.push(...entriesIn(index, document, internal));
  return entries;
}

export function entriesIn(index: Index, document: JsonObject, internal: InternalId): IndexEntry[] {
  switch (index.kind) {
    case "database":
      return [{ index: index.number, key: fieldKey(index, document, internal), value: "" }];
    case "search":
      return postingsOf(index, document, internal);
    case "vector":
      return [];
  }
}

/** The fields, then the creation time, then the id: equal fields stay in the order of creation. */
function fieldKey(index: FieldIndex, document: JsonObject, internal: InternalId): Key {
  let key: Key = "";
  for (const field of index.fields) key += encodeKey(fieldAt(document, field.split(".")));
  return key + encodeKey(document._creationTime) + internal;
}

/** Postings lie once for everybody and once per filter value, so that a filtered search reads its own share only. */
export const EVERYBODY: Key = "\x01";

export function filterSection(position: number, value: Key): Key {
  return String.fromCharCode(2 + position) + value;
}

function postingsOf(index: SearchIndex, document: JsonObject, internal: InternalId): IndexEntry[] {
  const text = fieldAt(document, index.searchField.split("."));
  if (typeof text !== "string") return [];
  const words = tokenize(text);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sections = [
    EVERYBODY,
    ...index.filterFields.map((field, i) => filterSection(i, encodeKey(fieldAt(document, field.split("."))))),
  ];
  const entries: IndexEntry[] = [];
  for (const section of sections) {
    for (const [word, count] of counts) {
      entries.push({
        index: index.number,
        key: section + encodeKey(word) + internal,
        value: `${count} ${words.length}`,
      });
    }
  }
  return entries;
}
