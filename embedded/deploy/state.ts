import type { Transaction } from "../database/database.ts";
import type { AuthProvider } from "../identity/authConfig.ts";
import type { Definition } from "./definitions.ts";
import type { PackageHash } from "./packages.ts";
import { firstRow, insertRow, replaceRow } from "./systemTables.ts";

/** What is deployed, as the next start of the process finds it. The modules themselves are files (`packages.ts`). */
export type DeployedState = {
  /** Rises with every push. */
  version: number;
  /** Milliseconds since 1970; the time that modules see while they load. */
  pushedAt: number;
  /** The folder of the functions in the project. */
  functions: string;
  udfServerVersion: string;
  nodeVersion: string | null;
  /** By definition path; "" is the app. */
  definitions: Record<string, { definition: Definition; package: PackageHash }>;
  auth: AuthProvider[];
};

type StateRow = { state: string };

/** Null until the first push. */
export function readState(transaction: Transaction): DeployedState | null {
  const row = firstRow<StateRow>(transaction, "_deployment", "by_creation_time");
  return row === null ? null : (JSON.parse(row.state) as DeployedState);
}

/** In the push's own transaction: with its tables and indexes, or not at all. */
export function writeState(transaction: Transaction, state: DeployedState): void {
  const row = firstRow<StateRow>(transaction, "_deployment", "by_creation_time");
  const fields: StateRow = { state: JSON.stringify(state) };
  if (row === null) insertRow(transaction, "_deployment", fields);
  else replaceRow(transaction, row._id, fields);
}
