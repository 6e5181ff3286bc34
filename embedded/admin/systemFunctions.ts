import { canonicalPath } from "../functions/path.ts";
import type { SystemCall, SystemFunctions } from "../functions/systemFunctions.ts";
import { snapshotFunctions } from "../snapshot/systemFunctions.ts";
import { apiSpec } from "./apiSpec.ts";
import { listComponents, schemas } from "./components.ts";
import { getEnvironmentVariable, listEnvironmentVariables } from "./environmentVariables.ts";
import { tableData, tableSize, tables, watchTable } from "./tables.ts";

/** Answers a question about the deployment, with parsed arguments and an encodable result. */
export type SystemFunction = (call: SystemCall, args: Record<string, unknown>) => unknown;

/** The deployment's own queries that the `convex` CLI asks, by the names that it uses. */
export function systemFunctions(addresses: { cloudUrl: string; siteUrl: string }): SystemFunctions {
  const functions: Record<string, SystemFunction> = {
    "_system/cli/tables": tables,
    "_system/cli/tableData": tableData,
    "_system/cli/queryTable": watchTable,
    "_system/cli/tableSize": tableSize,
    "_system/cli/queryEnvironmentVariables": listEnvironmentVariables,
    "_system/cli/queryEnvironmentVariables:get": getEnvironmentVariable,
    "_system/cli/modules:apiSpec": apiSpec,
    "_system/cli/convexUrl:cloudUrl": () => addresses.cloudUrl,
    "_system/cli/convexUrl:siteUrl": () => addresses.siteUrl,
    "_system/frontend/components:list": listComponents,
    "_system/frontend/getSchemas": schemas,
    ...snapshotFunctions,
  };
  const byPath = new Map(Object.entries(functions).map(([path, body]) => [canonicalPath(path), body]));
  return {
    has: (path) => path.startsWith("_system/") && byPath.has(canonicalPath(path)),
    run: (path, call) => {
      const body = byPath.get(canonicalPath(path));
      if (body === undefined) throw new Error(`There is no system function ${path}.`);
      return JSON.stringify(body(call, JSON.parse(call.args) as Record<string, unknown>));
    },
  };
}
