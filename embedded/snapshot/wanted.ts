import type { Namespace } from "../database/database.ts";
import { badRequest } from "../http/problem.ts";
import { MODES, type Mode } from "./restore.ts";
import { FORMATS, type Format } from "./source.ts";

/** What is to be done with an uploaded file. `table` is null for a zip, which names its own. */
export type Wanted = { format: Format; mode: Mode; namespace: Namespace; table: string | null };

/** Throws a `Problem` unless it says all that, and names no table of the deployment's own. */
export function asWanted(value: unknown): Wanted {
  const { format, mode, tableName, componentPath } = (value ?? {}) as Record<string, unknown>;
  const isKnown = FORMATS.includes(format as Format) && MODES.includes(mode as Mode);
  if (!isKnown) throw badRequest("BadImport", "An import says its format and its mode");
  const table = typeof tableName === "string" ? tableName : null;
  if ((format === "zip") !== (table === null))
    throw badRequest("InvalidName", "A table is named unless it is a zip");
  if (table?.startsWith("_")) throw badRequest("InvalidName", `${table} is the deployment's own table`);
  const namespace = typeof componentPath === "string" ? componentPath : "";
  return { format: format as Format, mode: mode as Mode, namespace, table };
}
