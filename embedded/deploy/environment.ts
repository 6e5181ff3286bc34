import type { Transaction } from "../database/database.ts";
import { badRequest } from "../http/problem.ts";
import type { EnvironmentSource } from "./instances.ts";
import { eq, firstRow, insertRow, removeRow, replaceRow, rows } from "./systemTables.ts";

export type EnvironmentVariable = { name: string; value: string };
/** `value` absent or null removes the variable. */
export type EnvironmentChange = { name: string; value?: string | null };

/** Variables that the deployment sets itself. */
export const BUILT_IN = ["CONVEX_CLOUD_URL", "CONVEX_SITE_URL"] as const;

const MAX_NAME = 40;
const MAX_VALUE = 8192;
const MAX_VARIABLES = 100;

/** All variables, by name. */
export function environmentVariables(transaction: Transaction): EnvironmentVariable[] {
  return [...rows<EnvironmentVariable>(transaction, "_environment_variables", "by_name")].map(
    ({ name, value }) => ({
      name,
      value,
    }),
  );
}

/** Applies all changes or, with a `Problem`, none. Convex's limits on names and sizes hold. */
export function changeEnvironment(transaction: Transaction, changes: readonly EnvironmentChange[]): void {
  for (const { name, value } of changes) {
    requireName(name);
    const known = firstRow<EnvironmentVariable>(transaction, "_environment_variables", "by_name", [
      eq("name", name),
    ]);
    if (value === undefined || value === null) {
      if (known !== null) removeRow(transaction, known._id);
      continue;
    }
    if (value.length > MAX_VALUE) {
      throw badRequest(
        "EnvironmentVariableTooLarge",
        `The value of ${name} is longer than ${MAX_VALUE} characters.`,
      );
    }
    if (known === null) insertRow(transaction, "_environment_variables", { name, value });
    else if (known.value !== value) replaceRow(transaction, known._id, { name, value });
  }
  if (environmentVariables(transaction).length > MAX_VARIABLES) {
    throw badRequest(
      "TooManyEnvironmentVariables",
      `A deployment has at most ${MAX_VARIABLES} environment variables.`,
    );
  }
}

/** What `changeEnvironment` will leave. */
export function withChanges(
  { variables, builtIn }: EnvironmentSource,
  changes: readonly EnvironmentChange[],
): EnvironmentSource {
  const changed = new Map(Object.entries(variables));
  for (const { name, value } of changes) {
    if (value === undefined || value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return { variables: Object.fromEntries(changed), builtIn };
}

function requireName(name: string): void {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name.length > MAX_NAME) {
    throw badRequest(
      "InvalidEnvironmentVariableName",
      `${JSON.stringify(name)} is not a name for an environment variable: letters, digits and underscores, a letter first, at most ${MAX_NAME}.`,
    );
  }
  if ((BUILT_IN as readonly string[]).includes(name)) {
    throw badRequest("EnvironmentVariableForbidden", `${name} is set by the deployment.`);
  }
}
