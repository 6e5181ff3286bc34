import type { Namespace } from "../database/database.ts";
import { badRequest } from "../http/problem.ts";
import type { ChildComponent, Definition } from "./definitions.ts";

/** A definition where it is mounted. */
export type Instance = {
  namespace: Namespace;
  definition: Definition;
  /** What `process.env` is to its functions. */
  environment: Record<string, string>;
  children: Map<string, Namespace>;
};

export type EnvironmentSource = {
  /** The deployment's own variables, which the app sees. */
  variables: Readonly<Record<string, string>>;
  /** Variables that every component sees: the deployment's addresses. */
  builtIn: Readonly<Record<string, string>>;
};

/** The app and everything mounted under it, parents first. */
export function instantiate(
  definitions: ReadonlyMap<string, Definition>,
  { variables, builtIn }: EnvironmentSource,
): Instance[] {
  const instances: Instance[] = [];
  const mount = (namespace: Namespace, path: string, environment: Record<string, string>): void => {
    const definition = definitions.get(path);
    if (definition === undefined)
      throw badRequest("ComponentNotFound", `No component is defined at ${path}.`);
    const children = new Map<string, Namespace>();
    instances.push({ namespace, definition, environment, children });
    for (const child of definition.childComponents) {
      const childNamespace = namespace === "" ? child.name : `${namespace}/${child.name}`;
      if (children.has(child.name)) {
        throw badRequest("ComponentNameTaken", `Two components are mounted as "${childNamespace}".`);
      }
      children.set(child.name, childNamespace);
      mount(childNamespace, child.path, { ...builtIn, ...bindings(child, environment) });
    }
  };
  const app = definitions.get("");
  if (app !== undefined) requireDeclared(app, variables);
  mount("", "", { ...variables, ...builtIn });
  return instances;
}

function bindings({ env }: ChildComponent, parent: Readonly<Record<string, string>>): Record<string, string> {
  const bound: Record<string, string> = {};
  for (const [name, binding] of env ?? []) {
    const value = binding.type === "value" ? binding.value : parent[binding.name];
    if (value !== undefined) bound[name] = value;
  }
  return bound;
}

function requireDeclared(app: Definition, variables: Readonly<Record<string, string>>): void {
  const missing = (app.envVars ?? [])
    .filter(([name, { optional }]) => !optional && variables[name] === undefined)
    .map(([name]) => name);
  if (missing.length === 0) return;
  throw badRequest(
    "MissingEnvironmentVariables",
    `Environment variables declared as required in convex.config.ts are not set: ${missing.join(", ")}.`,
  );
}
