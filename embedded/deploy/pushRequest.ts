import { brotliDecompressSync } from "node:zlib";
import { badRequest } from "../http/problem.ts";

/** A push as the CLI sends it to `/api/deploy2/start_push`, `evaluate_push` and `evaluate_schema`. */
export type PushRequest = {
  dryRun: boolean;
  /** The folder of the functions in the project, as `convex.json` says. */
  functions: string;
  appDefinition: {
    definition: ModuleSource | null;
    dependencies: string[];
    schema: ModuleSource | null;
    changedModules: ModuleSource[];
    unchangedModuleHashes: ModuleHash[];
    udfServerVersion: string;
  };
  componentDefinitions: {
    definitionPath: string;
    definition: ModuleSource;
    dependencies: string[];
    schema: ModuleSource | null;
    functions: ModuleSource[];
    udfServerVersion: string;
  }[];
  nodeDependencies: { name: string; version: string }[];
  nodeVersion?: string;
};

export type ModuleSource = {
  path: string;
  source: string;
  sourceMap?: string;
  environment: "isolate" | "node";
};

export type ModuleHash = { path: string; environment: "isolate" | "node"; sha256: string };

/** The JSON body of a request, decompressed if the CLI compressed it. */
export async function jsonBody(request: Request): Promise<unknown> {
  const body = Buffer.from(await request.arrayBuffer());
  try {
    const text = request.headers.get("content-encoding") === "br" ? brotliDecompressSync(body) : body;
    return JSON.parse(text.toString("utf8")) as unknown;
  } catch {
    throw badRequest("BadJsonBody", "The request's body is not JSON.");
  }
}

/** Checks the outline of a push; the CLI that makes it is the authority on its details. */
export function asPushRequest(body: unknown): PushRequest {
  const push = body as Partial<PushRequest> | null;
  if (typeof push?.appDefinition !== "object" || !Array.isArray(push.componentDefinitions)) {
    throw badRequest("BadPush", "The body is not a push: update the `convex` package of the project.");
  }
  const modules = [
    ...push.appDefinition.changedModules,
    ...push.componentDefinitions.flatMap(({ functions, definition }) => [...functions, definition]),
  ];
  for (const { path } of modules) requireInside(path);
  return push as PushRequest;
}

/** Module paths become file names. */
function requireInside(path: string): void {
  if (typeof path !== "string" || !/^[\w./$@~+ -]+$/.test(path) || path.split("/").includes("..")) {
    throw badRequest("BadModulePath", `Modules cannot be stored under the path ${JSON.stringify(path)}.`);
  }
}
