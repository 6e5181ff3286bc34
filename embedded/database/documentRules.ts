import type { JsonObject } from "../values/json.ts";
import { measure } from "../values/size.ts";
import { findMismatch } from "../values/validator.ts";
import type { Table } from "./catalog.ts";
import { DatabaseError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import type { State } from "./state.ts";

const VALUE_LIMITS = {
  bytes: LIMITS.documentBytes,
  depth: LIMITS.documentDepth,
  fields: LIMITS.documentFields,
  arrayLength: LIMITS.arrayLength,
  fieldNameLength: LIMITS.fieldNameLength,
};

/** Adds the system fields, which a caller may repeat but not change. */
export function complete(value: JsonObject, id: string, creationTime: number): JsonObject {
  const { _id, _creationTime, ...fields } = value;
  if ((_id !== undefined && _id !== id) || (_creationTime !== undefined && _creationTime !== creationTime)) {
    const field = _id !== undefined && _id !== id ? "_id" : "_creationTime";
    throw new DatabaseError(
      "InvalidValue",
      `Provided document ${field} "${String(value[field])}" doesn't match "${field === "_id" ? id : creationTime}".`,
    );
  }
  const odd = Object.keys(fields).find((name) => name.startsWith("_"));
  if (odd !== undefined) {
    throw new DatabaseError(
      "InvalidValue",
      `Field name ${odd} starts with an underscore, which is only allowed for system fields like '_id'.`,
    );
  }
  return { ...fields, _creationTime: creationTime, _id: id };
}

/** Throws unless the document keeps within Convex's limits and fits its table's schema. */
export function checkDocument(state: State, table: Table, document: JsonObject): void {
  const { bytes, problem } = measure(document, VALUE_LIMITS);
  if (problem) throw new DatabaseError("InvalidValue", problem);
  state.meter.write(bytes);
  const mismatch = documentMismatch(state, table, document);
  if (mismatch === null) return;
  throw new DatabaseError(
    "SchemaMismatch",
    `Failed to insert or update a document in table "${table.name}" because it does not match the schema: ${mismatch}`,
  );
}

function documentMismatch(state: State, table: Table, document: JsonObject): string | null {
  const type = state.catalog.documentType(table.namespace, table.name);
  if (!type) return null;
  return findMismatch(type, withoutSystemFields(document), state.catalog.tableOfId(table.namespace));
}

/** What a document type speaks about. */
export function withoutSystemFields(document: JsonObject): JsonObject {
  const { _id, _creationTime, ...fields } = document;
  return fields;
}
