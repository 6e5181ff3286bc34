import type { ObjectShape, Shape } from "./publicFunctions.ts";

/** An id for each table that an argument may name. */
export type Ids = Record<string, string>;

/** Arguments that a validator accepts: required fields only, null where it may be, ids from the list. */
export function argumentsFor(shape: ObjectShape, ids: Ids): Record<string, unknown> {
  return objectOf(shape, ids);
}

/** The tables whose ids a function takes, by the name of the argument; optional ones too. */
export function idArguments(shape: ObjectShape): { argument: string; table: string }[] {
  return Object.entries(shape.value).flatMap(([argument, { fieldType }]) => {
    const table = tableOf(fieldType);
    return table ? [{ argument, table }] : [];
  });
}

function tableOf(shape: Shape): string | null {
  if (shape.type === "id") return shape.tableName;
  if (shape.type === "union") return shape.value.map(tableOf).find((table) => table !== null) ?? null;
  return null;
}

function objectOf(shape: ObjectShape, ids: Ids): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape.value)
      .filter(([, { optional }]) => !optional)
      .map(([name, { fieldType }]) => [name, sampleOf(name, fieldType, ids)]),
  );
}

function sampleOf(name: string, shape: Shape, ids: Ids): unknown {
  switch (shape.type) {
    case "id": {
      const id = ids[shape.tableName];
      if (!id) throw new Error(`The matrix has no row of ${shape.tableName} to name.`);
      return id;
    }
    case "literal":
      return shape.value;
    case "union":
      return sampleOf(
        name,
        shape.value.find(({ type }) => type === "null") ?? (shape.value[0] as Shape),
        ids,
      );
    case "array":
      return [];
    case "record":
      return {};
    case "object":
      return objectOf(shape, ids);
    case "string":
      return name.endsWith("On") || name === "on" ? "2026-01-05" : `some ${name} of the matrix`;
    case "number":
      return 1;
    case "boolean":
      return true;
    case "bigint":
      return 1n;
    case "bytes":
      return new ArrayBuffer(0);
    case "null":
    case "any":
      return null;
  }
}
