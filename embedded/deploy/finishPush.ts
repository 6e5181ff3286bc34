import type { Namespace, Transaction } from "../database/database.ts";
import type { SchemaViolation } from "../database/schema.ts";
import type { Component, Program } from "../functions/component.ts";
import { splitPath } from "../functions/path.ts";
import type { AuthProvider } from "../identity/authConfig.ts";
import { type CronDiff, syncCrons } from "../scheduler/crons.ts";
import { type Evaluation, schemaOf } from "./evaluation.ts";
import type { IndexDiff } from "./indexDiff.ts";
import { type DeployedState, writeState } from "./state.ts";

/** What a push changed, as the CLI prints it. */
export type FinishPushDiff = {
  authDiff: { added: string[]; removed: string[] };
  definitionDiffs: Record<string, Record<string, never>>;
  componentDiffs: Record<Namespace, ComponentDiff>;
};

type ComponentDiff = {
  diffType: { type: "create" | "modify" | "unmount" | "remount" };
  moduleDiff: { added: string[]; removed: string[] };
  udfConfigDiff: null;
  cronDiff: CronDiff;
  indexDiff: IndexDiff;
  schemaDiff: null;
};

export type Violation = SchemaViolation & { component: Namespace };

/** The first document, in any component, that the push's schema refuses. */
export function findViolation(transaction: Transaction, evaluation: Evaluation): Violation | null {
  for (const { namespace, definition } of evaluation.instances) {
    const violation = transaction.validateSchema(namespace, schemaOf(evaluation, definition.path));
    if (violation !== null) return { ...violation, component: namespace };
  }
  return null;
}

/** Applies the push: tables and indexes, crons, and the record of what is deployed, in one transaction. */
export function applyPush(
  transaction: Transaction,
  evaluation: Evaluation,
  previous: { state: DeployedState | null; program: Program },
  now: number,
): { state: DeployedState; diff: FinishPushDiff } {
  const componentDiffs: Record<Namespace, ComponentDiff> = {};
  const existing = new Set(transaction.namespaces());
  for (const { namespace, definition } of evaluation.instances) {
    const analysis = evaluation.definitions.get(definition.path)?.analysis ?? {};
    const before = previous.program.components.get(namespace);
    const { addedIndexes, removedIndexes } = transaction.defineTables(
      namespace,
      schemaOf(evaluation, definition.path),
    );
    componentDiffs[namespace] = {
      diffType: { type: before !== undefined ? "modify" : existing.has(namespace) ? "remount" : "create" },
      moduleDiff: difference(modulesOf(before), Object.keys(analysis)),
      udfConfigDiff: null,
      cronDiff: syncCrons(transaction, namespace, analysis["crons.js"]?.cronSpecs ?? {}, now),
      indexDiff: { added_indexes: addedIndexes, removed_indexes: removedIndexes },
      schemaDiff: null,
    };
  }
  // A component that is no longer mounted keeps its tables: mounting it again finds them.
  for (const [namespace, component] of previous.program.components) {
    if (componentDiffs[namespace] !== undefined) continue;
    componentDiffs[namespace] = {
      diffType: { type: "unmount" },
      moduleDiff: difference(modulesOf(component), []),
      udfConfigDiff: null,
      cronDiff: syncCrons(transaction, namespace, {}, now),
      indexDiff: { added_indexes: [], removed_indexes: [] },
      schemaDiff: null,
    };
  }
  const state = stateOf(evaluation, previous.state, now);
  writeState(transaction, state);
  const providers = (auth: readonly AuthProvider[] = []) => auth.map((provider) => JSON.stringify(provider));
  const authDiff = difference(providers(previous.state?.auth), providers(state.auth));
  return { state, diff: { authDiff, definitionDiffs: {}, componentDiffs } };
}

function stateOf(
  { push, definitions, auth }: Evaluation,
  previous: DeployedState | null,
  now: number,
): DeployedState {
  return {
    version: (previous?.version ?? 0) + 1,
    pushedAt: now,
    functions: push.functions,
    udfServerVersion: push.appDefinition.udfServerVersion,
    nodeVersion: push.nodeVersion ?? null,
    definitions: Object.fromEntries(
      [...definitions].map(([path, { definition, package: hash }]) => [path, { definition, package: hash }]),
    ),
    auth,
  };
}

function modulesOf(component: Component | undefined): string[] {
  return [...new Set([...(component?.functions.keys() ?? [])].map((path) => splitPath(path).module))];
}

function difference(
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } {
  return {
    added: after.filter((item) => !before.includes(item)),
    removed: before.filter((item) => !after.includes(item)),
  };
}
