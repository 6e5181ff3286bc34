import { decodeId, encodeId, type InternalId, newInternalId } from "../values/id.ts";
import type { JsonObject } from "../values/json.ts";
import { CATALOG_INDEX, missingTableKey, type Table } from "./catalog.ts";
import type { Namespace } from "./database.ts";
import { checkDocument, complete } from "./documentRules.ts";
import { DatabaseError } from "./errors.ts";
import { entriesOf, type IndexEntry } from "./indexKeys.ts";
import type { State } from "./state.ts";
import type { DocumentText } from "./transaction.ts";
import { storeKey } from "./view.ts";

/** A document's place: its table and its key in the table's `by_id` index. */
export type Place = { table: Table; internal: InternalId };

/** Where the id points in this namespace; null if it is well formed but names no table here. */
export function locate(
  state: State,
  namespace: Namespace,
  id: string,
  expected: string | undefined,
): Place | null {
  const decoded = decodeId(id);
  if ("problem" in decoded) {
    throw new DatabaseError("InvalidId", `Invalid argument \`id\`: ${decoded.problem}`);
  }
  const table = state.catalog.tableByNumber(namespace, decoded.tableNumber);
  if (!table) return null;
  if (expected !== undefined && expected !== table.name) {
    throw new DatabaseError(
      "InvalidId",
      `Invalid argument \`id\`: expected an id of table "${expected}", but "${id}" is of table "${table.name}".`,
    );
  }
  return { table, internal: decoded.internal };
}

export function getDocument(state: State, { table, internal }: Place): DocumentText | null {
  state.reads.point(table.byId, internal);
  const text = state.view.get(table.byId, internal);
  if (text === undefined) return null;
  state.meter.read(text.length);
  return text;
}

/** Makes the table on first use. A schema restricts tables that it names and lets others be, as in Convex. */
export function requireTable(state: State, namespace: Namespace, name: string, number?: number): Table {
  const existing = state.catalog.table(namespace, name);
  if (existing) return existing;
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) {
    throw new DatabaseError(
      "InvalidTable",
      `Invalid table name "${name}": identifiers begin with a letter and hold letters, digits and underscores, at most 64.`,
    );
  }
  const holder = number === undefined ? undefined : state.catalog.tableByNumber(namespace, number);
  if (holder) {
    throw new DatabaseError(
      "InvalidTable",
      `Table "${name}" cannot be made with number ${number}: table "${holder.name}" has it.`,
    );
  }
  state.changeCatalog(state.catalog.withTable(namespace, name, number));
  state.touch(CATALOG_INDEX, missingTableKey(namespace, name));
  return requireTable(state, namespace, name);
}

export function insertDocument(state: State, namespace: Namespace, name: string, value: JsonObject): string {
  const table = requireTable(state, namespace, name);
  const creationTime = state.nextCreationTime();
  const internal = newInternalId(creationTime);
  const id = encodeId(table.number, internal);
  write(state, { table, internal }, null, complete(value, id, creationTime));
  return id;
}

/** Inserts under a given id and creation time, in place of what had that id. */
export function restoreDocument(
  state: State,
  namespace: Namespace,
  name: string,
  document: JsonObject,
): void {
  const decoded = decodeId(String(document._id));
  if ("problem" in decoded) throw new DatabaseError("InvalidId", decoded.problem);
  const table = requireTable(state, namespace, name, decoded.tableNumber);
  if (table.number !== decoded.tableNumber || typeof document._creationTime !== "number") {
    throw new DatabaseError(
      "InvalidId",
      `"${String(document._id)}" is no id of table "${name}", or lacks its creation time.`,
    );
  }
  const place = { table, internal: decoded.internal };
  const old = state.view.get(table.byId, place.internal);
  write(state, place, old === undefined ? null : (JSON.parse(old) as JsonObject), document);
}

export function replaceDocument(
  state: State,
  place: Place,
  old: DocumentText,
  value: JsonObject,
): DocumentText {
  const before = JSON.parse(old) as JsonObject;
  return write(state, place, before, complete(value, String(before._id), Number(before._creationTime)));
}

export function mergeDocument(
  state: State,
  place: Place,
  old: DocumentText,
  patch: JsonObject,
): DocumentText {
  const before = JSON.parse(old) as JsonObject;
  const after: JsonObject = { ...before };
  for (const [name, value] of Object.entries(patch)) {
    const isRemoval = typeof value === "object" && value !== null && Object.hasOwn(value, "$undefined");
    if (isRemoval) delete after[name];
    else after[name] = value;
  }
  return write(state, place, before, complete(after, String(before._id), Number(before._creationTime)));
}

export function removeDocument(state: State, { table, internal }: Place, old: DocumentText): void {
  state.meter.write(0);
  state.put(table.byId, internal, null);
  moveEntries(state, entriesOf(table, JSON.parse(old) as JsonObject, internal), []);
}

function write(
  state: State,
  { table, internal }: Place,
  before: JsonObject | null,
  after: JsonObject,
): DocumentText {
  checkDocument(state, table, after);
  const text = JSON.stringify(after);
  state.put(table.byId, internal, text);
  moveEntries(state, before ? entriesOf(table, before, internal) : [], entriesOf(table, after, internal));
  return text;
}

/** Makes the second list of index entries of the first. */
function moveEntries(state: State, before: readonly IndexEntry[], after: readonly IndexEntry[]): void {
  const gone = new Map(before.map((entry) => [storeKey(entry.index, entry.key), entry]));
  for (const { index, key, value } of after) {
    const name = storeKey(index, key);
    const old = gone.get(name);
    gone.delete(name);
    // The entry stays, but who scanned over it read the document too.
    if (old?.value === value) state.touch(index, key);
    else state.put(index, key, value);
  }
  for (const { index, key } of gone.values()) state.put(index, key, null);
}
