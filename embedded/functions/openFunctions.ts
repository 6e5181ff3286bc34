import path from "node:path";
import { adminEndpoints } from "../admin/endpoints.ts";
import { systemFunctions } from "../admin/systemFunctions.ts";
import type { Database } from "../database/database.ts";
import type { Addresses } from "../deploy/addresses.ts";
import { Deployer } from "../deploy/deployer.ts";
import { deployEndpoints } from "../deploy/endpoints.ts";
import { Packages } from "../deploy/packages.ts";
import { defineSystemTables } from "../deploy/systemTables.ts";
import type { Files } from "../files/files.ts";
import type { Endpoints } from "../http/endpoint.ts";
import type { AuthProvider } from "../identity/authConfig.ts";
import { keepHouse } from "../scheduler/housekeeping.ts";
import { Scheduler } from "../scheduler/scheduler.ts";
import { FunctionRuntime } from "./functionRuntime.ts";
import type { Runtime } from "./runtime.ts";

export type FunctionsOptions = {
  database: Database;
  files: Files;
  /** Where the deployed modules are kept. */
  dataDir: string;
  /** The deployment's name, as functions see it. */
  name: string;
  /** Where the deployment is reached; asked from `start` on. */
  addresses(): Addresses;
  /** How long a query or mutation may take, in milliseconds. */
  timeLimitMs?: number;
};

export type Functions = {
  runtime: Runtime;
  /** The deploy and admin interface, to be mounted behind the admin key. */
  endpoints: Endpoints;
  /** The providers of the deployed `auth.config.ts`. */
  authProviders(): readonly AuthProvider[];
  /** Deploys what the data folder holds and begins to work off what is scheduled. */
  start(): Promise<void>;
  /** Begins no more scheduled functions and waits for those under way. */
  close(): Promise<void>;
};

/** Convex allows one second of a function's own time; this is time on the clock, for a busy machine. */
const TIME_LIMIT_MS = 15_000;

/** Puts together what runs functions: the runtime, pushes, the scheduler and the CLI's system functions. */
export async function openFunctions(options: FunctionsOptions): Promise<Functions> {
  const { database, files, addresses } = options;
  await database.mutate(async (transaction) => defineSystemTables(transaction));

  let providers: readonly AuthProvider[] = [];
  const wakeScheduler = () => scheduler.wake();
  const runtime = new FunctionRuntime({
    services: { database, files, wakeScheduler, deployment: { name: options.name } },
    systemFunctions: systemFunctions(addresses),
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
  });
  const packages = new Packages(path.join(options.dataDir, "modules"));
  const deployer = new Deployer({
    database,
    packages,
    runtime,
    addresses,
    onAuth: (deployed) => {
      providers = deployed;
    },
    onPush: wakeScheduler,
  });
  const scheduler = new Scheduler(database, runtime);
  let stopHousekeeping = () => {};

  return {
    runtime,
    endpoints: { ...deployEndpoints(deployer, packages, database), ...adminEndpoints(addresses) },
    authProviders: () => providers,
    start: async () => {
      await deployer.restore();
      await scheduler.start();
      stopHousekeeping = keepHouse(database, () => runtime.program.components.keys());
    },
    close: async () => {
      stopHousekeeping();
      await scheduler.stop();
    },
  };
}
