import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { SchemaJson } from "../database/schema.ts";
import { failureOf } from "../functions/failure.ts";
import { nativeImport } from "../functions/nativeImport.ts";
import { inWorld, moduleWorld } from "../functions/world.ts";
import { badRequest } from "../http/problem.ts";

/** The schema of the package in `directory`, or null if it has none. */
export async function evaluateSchema(directory: string): Promise<SchemaJson | null> {
  const file = path.join(directory, "schema", "schema.js");
  if (!existsSync(file)) return null;
  try {
    const { default: schema } = (await inWorld(moduleWorld({}, Date.now()), () =>
      nativeImport(pathToFileURL(file).href),
    )) as { default?: { export?(): string } };
    const exported = schema?.export?.();
    if (exported === undefined) throw new Error("schema.ts must export defineSchema(...) as default.");
    return JSON.parse(exported) as SchemaJson;
  } catch (thrown) {
    throw badRequest("InvalidSchema", `Failed to evaluate schema: ${(await failureOf(thrown)).message}`);
  }
}
