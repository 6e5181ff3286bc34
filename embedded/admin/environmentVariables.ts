import { environmentVariables } from "../deploy/environment.ts";
import type { SystemCall } from "../functions/systemFunctions.ts";

export function listEnvironmentVariables({ transaction }: SystemCall): unknown {
  return environmentVariables(transaction);
}

export function getEnvironmentVariable({ transaction }: SystemCall, args: Record<string, unknown>): unknown {
  return environmentVariables(transaction).find(({ name }) => name === args.name) ?? null;
}
