import type { CronSpec, FunctionInfo } from "../functions/component.ts";
import { failureOf } from "../functions/failure.ts";
import type { Modules } from "../functions/modules.ts";
import { badRequest } from "../http/problem.ts";
import type { ValidatorJson } from "../values/validator.ts";

/** What a module offers, in the shape that the CLI reads. */
export type AnalyzedModule = {
  functions: AnalyzedFunction[];
  httpRoutes: [path: string, method: string][] | null;
  cronSpecs: Record<string, CronSpec> | null;
  sourceMapped: null;
};

export type AnalyzedFunction = {
  name: string;
  pos: null;
  udfType: "Query" | "Mutation" | "Action";
  visibility: { kind: "public" | "internal" };
  /** Validators as JSON text. */
  args: string | null;
  returns: string | null;
};

export type Analysis = Record<string, AnalyzedModule>;

/** Loads all modules of a package and lists what they register. */
export async function analyzeModules(paths: readonly string[], modules: Modules): Promise<Analysis> {
  const analysis: Analysis = {};
  for (const path of paths.filter(holdsFunctions)) {
    try {
      analysis[path] = analyzeModule(path, await modules.import(path));
    } catch (thrown) {
      const { message } = await failureOf(thrown);
      throw badRequest(
        "InvalidModules",
        `Loading the pushed modules encountered the following error:\nFailed to analyze ${path}: ${message}`,
      );
    }
  }
  return analysis;
}

/** Chunks that bundles share, and files that Convex reserves, register nothing. */
function holdsFunctions(path: string): boolean {
  return (
    !path.startsWith("_deps/") &&
    path !== "auth.config.js" &&
    path !== "convex.config.js" &&
    path !== "schema.js"
  );
}

type Registered = {
  isQuery?: true;
  isMutation?: true;
  isAction?: true;
  isPublic?: true;
  isInternal?: true;
  exportArgs?(): string;
  exportReturns?(): string;
};
type Router = { isRouter?: true; getRoutes(): (readonly [string, string, unknown])[] };
type Crons = { isCrons?: true; export(): string };

function analyzeModule(path: string, exports: Record<string, unknown>): AnalyzedModule {
  const functions: AnalyzedFunction[] = [];
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value !== "function") continue;
    const registered = value as Registered;
    const udfType = typeOf(registered);
    if (udfType === null) continue;
    functions.push({
      name,
      pos: null,
      udfType,
      visibility: { kind: registered.isPublic ? "public" : "internal" },
      args: inOrder(registered.exportArgs?.()),
      returns: inOrder(registered.exportReturns?.()),
    });
  }
  return {
    functions,
    httpRoutes: path === "http.js" ? routesOf(exports.default as Router | undefined) : null,
    cronSpecs: path === "crons.js" ? cronsOf(exports.default as Crons | undefined) : null,
    sourceMapped: null,
  };
}

/** A validator's text with the fields of objects in alphabetical order, so that generated code does not depend on theirs. */
function inOrder(validator: string | undefined): string | null {
  if (validator === undefined) return null;
  return JSON.stringify(JSON.parse(validator, (_key, value: unknown) => sorted(value)));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function typeOf(registered: Registered): AnalyzedFunction["udfType"] | null {
  if (registered.isQuery) return "Query";
  if (registered.isMutation) return "Mutation";
  return registered.isAction ? "Action" : null;
}

function routesOf(router: Router | undefined): [string, string][] {
  if (!router?.isRouter) throw new Error("The default export of `convex/http.js` is not a Router.");
  return router.getRoutes().map(([path, method]) => [path, method]);
}

function cronsOf(crons: Crons | undefined): Record<string, CronSpec> {
  if (!crons?.isCrons) throw new Error("The default export of `convex/crons.js` is not a Crons object.");
  return JSON.parse(crons.export()) as Record<string, CronSpec>;
}

/** The same, as calls look it up: by canonical path. */
export function functionsOf(analysis: Analysis): Map<string, FunctionInfo> {
  const functions = new Map<string, FunctionInfo>();
  for (const [module, { functions: registered }] of Object.entries(analysis)) {
    for (const found of registered) {
      const path = `${module}:${found.name}`;
      functions.set(path, new DeployedFunction(path, found));
    }
  }
  return functions;
}

/** Reads its validators when they are first needed: a start of the deployment should not wait for thousands of them. */
class DeployedFunction implements FunctionInfo {
  readonly path: string;
  readonly kind: FunctionInfo["kind"];
  readonly visibility: FunctionInfo["visibility"];
  readonly #analyzed: AnalyzedFunction;
  #args: ValidatorJson | null | undefined;
  #returns: ValidatorJson | null | undefined;

  constructor(path: string, analyzed: AnalyzedFunction) {
    this.path = path;
    this.kind = analyzed.udfType.toLowerCase() as FunctionInfo["kind"];
    this.visibility = analyzed.visibility.kind;
    this.#analyzed = analyzed;
  }

  get args(): ValidatorJson | null {
    if (this.#args === undefined) this.#args = readValidator(this.#analyzed.args);
    return this.#args;
  }

  get returns(): ValidatorJson | null {
    if (this.#returns === undefined) this.#returns = readValidator(this.#analyzed.returns);
    return this.#returns;
  }
}

function readValidator(text: string | null): ValidatorJson | null {
  return text === null ? null : (JSON.parse(text) as ValidatorJson | null);
}
