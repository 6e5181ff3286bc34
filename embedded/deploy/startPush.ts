import type { Transaction } from "../database/database.ts";
import type { Evaluation } from "./evaluation.ts";
import { indexDiffs } from "./indexDiff.ts";
import type { Instance } from "./instances.ts";

/** What the CLI needs to generate code and to follow the push: the answer of `/api/deploy2/start_push`. */
export function startPushResponse(evaluation: Evaluation, transaction: Transaction) {
  const definitions = [...evaluation.definitions];
  return {
    environmentVariables: evaluation.environment.variables,
    externalDepsId: null,
    componentDefinitionPackages: Object.fromEntries(
      definitions.map(([path, { package: hash }]) => [path, hash]),
    ),
    appAuth: evaluation.auth,
    analysis: Object.fromEntries(
      definitions.map(([path, { definition, schema, analysis }]) => [
        path,
        {
          definition,
          schema,
          functions: analysis,
          udfConfig: {
            serverVersion: evaluation.push.appDefinition.udfServerVersion,
            importPhaseRngSeed: null,
            importPhaseUnixTimestamp: null,
          },
        },
      ]),
    ),
    app: checkedComponent(evaluation, ""),
    schemaChange: schemaChange(evaluation, transaction),
  };
}

/** Names the push to the steps that follow, and says what becomes of the indexes. */
export function schemaChange(evaluation: Evaluation, transaction: Transaction) {
  return {
    allocatedComponentIds: {},
    schemaIds: { push: evaluation.id },
    indexDiffs: indexDiffs(transaction, evaluation),
  };
}

type CheckedComponent = {
  definitionPath: string;
  componentPath: string;
  args: Record<string, never>;
  childComponents: Record<string, CheckedComponent>;
  httpRoutes: { httpModuleRoutes: { path: string; method: string }[] | null; mounts: string[] };
  exports: Record<string, CheckedExport>;
};
type CheckedExport =
  | { type: "branch"; children: Record<string, CheckedExport> }
  | { type: "leaf"; resource: { type: "function"; path: { component: string; udfPath: string } } };

function checkedComponent(evaluation: Evaluation, namespace: string): CheckedComponent {
  const instance = evaluation.instances.find((candidate) => candidate.namespace === namespace);
  if (instance === undefined) throw new Error(`No component is mounted at ${namespace}.`);
  const { definition } = instance;
  const routes = evaluation.definitions.get(definition.path)?.analysis["http.js"]?.httpRoutes;
  return {
    definitionPath: definition.path,
    componentPath: namespace,
    args: {},
    childComponents: Object.fromEntries(
      [...instance.children].map(([name, child]) => [name, checkedComponent(evaluation, child)]),
    ),
    httpRoutes: {
      httpModuleRoutes: routes?.map(([path, method]) => ({ path, method })) ?? null,
      mounts: Object.keys(definition.httpMounts),
    },
    exports: checkedExports(evaluation, instance),
  };
}

function checkedExports(
  evaluation: Evaluation,
  { namespace, definition }: Instance,
): Record<string, CheckedExport> {
  type Tree = NonNullable<
    ReturnType<Evaluation["definitions"]["get"]>
  >["definition"]["exports"]["branch"][number][1];
  const check = (tree: Tree): CheckedExport =>
    tree.type === "branch"
      ? {
          type: "branch",
          children: Object.fromEntries(tree.branch.map(([name, child]) => [name, check(child)])),
        }
      : {
          type: "leaf",
          resource: {
            type: "function",
            path: { component: namespace, udfPath: tree.leaf.slice("_reference/function/".length) },
          },
        };
  const exports = evaluation.definitions.get(definition.path)?.definition.exports.branch ?? [];
  return Object.fromEntries(exports.map(([name, tree]) => [name, check(tree)]));
}
