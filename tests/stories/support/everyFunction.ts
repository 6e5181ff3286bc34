import type { ChildIds } from "./api.ts";
import type { Server } from "./server.ts";

export type PublicFunction = { name: string; kind: "Query" | "Mutation" | "Action"; args: Shape };

type Shape =
  | { type: "any" | "null" | "string" | "number" | "boolean" | "bigint" | "bytes" }
  | { type: "literal"; value: unknown }
  | { type: "id"; tableName: string }
  | { type: "array"; value: Shape }
  | { type: "record"; keys: Shape; values: { fieldType: Shape } }
  | { type: "union"; value: Shape[] }
  | { type: "object"; value: Record<string, { fieldType: Shape; optional: boolean }> };

/** Every public function of the deployment with the shape of its arguments, as the deployment itself lists them. */
export async function everyFunction(server: Server, adminKey: string): Promise<PublicFunction[]> {
  const answer = await fetch(`${server.url}/api/query`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Convex ${adminKey}` },
    body: JSON.stringify({ path: "_system/cli/modules:apiSpec", args: {}, format: "json" }),
  });
  const { value } = (await answer.json()) as { value: ListedFunction[] };
  return value
    .filter(({ visibility }) => visibility?.kind === "public")
    .map(({ identifier, functionType, args }) => ({
      name: identifier.replace(/\.js:/, ":"),
      kind: functionType,
      args: typeof args === "string" ? JSON.parse(args) : args,
    }));
}

type ListedFunction = {
  identifier: string;
  functionType: PublicFunction["kind"];
  visibility?: { kind: string };
  args: string | Shape;
};

/** Arguments that fit: the child's own ids wherever the function asks for one, something harmless elsewhere. */
export function argumentsAbout(ids: ChildIds, shape: Shape, field = ""): unknown {
  switch (shape.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(shape.value)
          .filter(([, { optional }]) => !optional)
          .map(([name, { fieldType }]) => [name, argumentsAbout(ids, fieldType, name)]),
      );
    case "id":
      return idIn(ids, shape.tableName);
    case "string":
      return stringFor(field);
    case "number":
      return 1;
    case "boolean":
      return true;
    case "array":
      return [argumentsAbout(ids, shape.value, field)];
    case "union":
      return argumentsAbout(ids, shape.value[0] ?? { type: "null" }, field);
    case "literal":
      return shape.value;
    case "record":
      return {};
    default:
      return null;
  }
}

/**
 * Whether the sample child has a row for every id that a function must be given. The domain tests call those that are
 * left out here, with rows of their own.
 */
export function canBeAsked(ids: ChildIds, shape: Shape): boolean {
  switch (shape.type) {
    case "object":
      return Object.values(shape.value).every(
        ({ optional, fieldType }) => optional || canBeAsked(ids, fieldType),
      );
    case "id":
      return shape.tableName in idsByTable(ids);
    case "array":
      return canBeAsked(ids, shape.value);
    case "union":
      return canBeAsked(ids, shape.value[0] ?? { type: "null" });
    default:
      return true;
  }
}

function idsByTable(ids: ChildIds): Record<string, string> {
  return {
    organizations: ids.organizationId,
    students: ids.studentId,
    ieps: ids.draftId,
    sections: ids.sectionId,
    goals: ids.goalId,
    observations: ids.observationId,
    ...ids.others,
  };
}

function idIn(ids: ChildIds, table: string): string {
  const id = idsByTable(ids)[table];
  if (id === undefined)
    throw new Error(`A function asks for an id of ${table}, which the stories do not know yet.`);
  return id;
}

function stringFor(field: string): string {
  if (field.endsWith("On")) return "2026-01-15";
  if (field === "cursor") return "";
  return "anything";
}
