import { randomUUID } from "node:crypto";
import type { SchemaJson } from "../database/schema.ts";
import { badRequest } from "../http/problem.ts";
import type { AuthProvider } from "../identity/authConfig.ts";
import type { Analysis } from "./analysis.ts";
import { evaluateAuthConfig, watchEnvironment } from "./authConfig.ts";
import { type Definition, evaluateDefinitions } from "./definitions.ts";
import { withExports } from "./exports.ts";
import { type EnvironmentSource, type Instance, instantiate } from "./instances.ts";
import type { PackageHash, Packages } from "./packages.ts";
import type { Programs } from "./programs.ts";
import type { PushRequest } from "./pushRequest.ts";
import type { DeployedState } from "./state.ts";

/** A push whose code has been loaded and understood, and that has changed nothing yet. */
export type Evaluation = {
  id: string;
  push: PushRequest;
  /** What the environment was when the code was loaded. */
  environment: EnvironmentSource;
  definitions: Map<string, EvaluatedDefinition>;
  instances: Instance[];
  auth: AuthProvider[];
};

export type EvaluatedDefinition = {
  definition: Definition;
  package: PackageHash;
  analysis: Analysis;
  schema: SchemaJson | null;
};

/** Writes the push's modules to disk and evaluates definitions, schemas, functions and the auth config. */
export async function evaluate(
  push: PushRequest,
  deployed: DeployedState | null,
  environment: EnvironmentSource,
  { packages, programs }: { packages: Packages; programs: Programs },
): Promise<Evaluation> {
  refuseExternalPackages(push);
  const evaluated = await evaluateDefinitions(push);
  const instances = instantiate(evaluated, environment);
  const definitions = new Map<string, EvaluatedDefinition>();
  for (const [path, definition] of evaluated) {
    const hash = await packages.write(await contentOf(push, path, deployed, packages));
    const instance = instances.find((candidate) => candidate.definition.path === path);
    const modules = programs.modules(hash, instance?.environment ?? {}, Date.now());
    const analysis = await programs.analysis(hash, modules);
    definitions.set(path, {
      definition: withExports(definition, analysis),
      package: hash,
      analysis,
      schema: await programs.schema(hash),
    });
  }
  const app = definitions.get("")?.package ?? "";
  const auth = await authOf(app, environment, packages, programs);
  return { id: randomUUID(), push, environment, definitions, instances, auth };
}

/** The deployment installs nothing: whatever functions use comes in the push, bundled by the CLI. */
function refuseExternalPackages({ nodeDependencies }: PushRequest): void {
  if (nodeDependencies.length === 0) return;
  const names = nodeDependencies.map(({ name }) => name).join(", ");
  throw badRequest(
    "ExternalPackagesUnsupported",
    `This deployment installs no packages (${names}): take them out of node.externalPackages in convex.json.`,
  );
}

async function contentOf(
  push: PushRequest,
  path: string,
  deployed: DeployedState | null,
  packages: Packages,
) {
  if (path !== "") {
    const component = push.componentDefinitions.find(({ definitionPath }) => definitionPath === path);
    return { schema: component?.schema ?? null, functions: component?.functions ?? [] };
  }
  const { schema, changedModules, unchangedModuleHashes } = push.appDefinition;
  const unchanged = await packages.unchanged(
    deployed?.definitions[""]?.package ?? null,
    unchangedModuleHashes,
  );
  return { schema, functions: [...changedModules, ...unchanged] };
}

/** The providers of the app's `auth.config.js`; none if there is no such file. */
export async function authOf(
  app: PackageHash,
  { variables, builtIn }: EnvironmentSource,
  packages: Packages,
  programs: Programs,
): Promise<AuthProvider[]> {
  const source = await packages.source(app, "auth.config.js");
  if (source === null) return [];
  const environment = watchEnvironment({ ...variables, ...builtIn });
  const modules = programs.unsharedModules(app, environment.variables, Date.now());
  return await evaluateAuthConfig(modules, environment, source);
}

export function schemaOf(evaluation: Evaluation, definitionPath: string): SchemaJson | null {
  return evaluation.definitions.get(definitionPath)?.schema ?? null;
}
