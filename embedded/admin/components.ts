import type { SystemCall } from "../functions/systemFunctions.ts";

/** The mounted components; the app is not one. A component is known by its path. */
export function listComponents({ program }: SystemCall): unknown {
  return [...program.components.keys()]
    .filter((namespace) => namespace !== "")
    .map((namespace) => ({
      id: namespace,
      name: namespace.split("/").at(-1),
      path: namespace,
      args: {},
      state: "active",
    }));
}

/** The schema in force, as JSON text. */
export function schemas({ transaction, namespace }: SystemCall): unknown {
  const schema = transaction.schema(namespace);
  return schema === null ? {} : { active: JSON.stringify(schema) };
}
