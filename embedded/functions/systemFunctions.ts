import type { Namespace, Transaction } from "../database/database.ts";
import type { Program } from "./component.ts";

/**
 * Queries that belong to the deployment, for holders of the admin key: `_system/cli/tables` and the like. They run
 * and are subscribed to like any query.
 */
export interface SystemFunctions {
  has(path: string): boolean;
  /** Answers with encoded JSON text. */
  run(path: string, call: SystemCall): string;
}

export type SystemCall = { namespace: Namespace; args: string; transaction: Transaction; program: Program };
