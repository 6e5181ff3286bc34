import path from "node:path";
import { adminEndpoints } from "../admin/endpoints.ts";
import { systemFunctions } from "../admin/systemFunctions.ts";
import type { Database } from "../database/database.ts";
import type { Files } from "../files/files.ts";
import { FunctionRuntime } from "../functions/functionRuntime.ts";
import type { Runtime } from "../functions/runtime.ts";
import type { Endpoints } from "../http/endpoint.ts";
import type { AuthProvider } from "../identity/authConfig.ts";
import { keepHouse } from "../scheduler/housekeeping.ts";
import { Scheduler } from "../scheduler/scheduler.ts";
import { Deployer } from "./deployer.ts";
import { deployEndpoints } from "./endpoints.ts";
import { Packages } from "./packages.ts";
import { defineSystemTables } from "./systemTables.ts";

export type RuntimeOptions = {
  database: Database;
  files: Files;
  /** Where the deployed modules are kept. */
  dataDir: string;
  /** The deployment's name, as functions see it. */
  name: string;
  /** What functions find in `CONVEX_CLOUD_URL` and `CONVEX_SITE_URL`. */
  cloudUrl: string;
  siteUrl: string;
  /** How long a query or mutation may take, in milliseconds. */
  timeLimitMs?: number;
};

export type OpenRuntime = {
  runtime: Runtime;
  /** The deploy and admin interface, to be mounted behind the admin key. */
  endpoints: Endpoints;
  /** The providers of the deployed `auth.config.ts`. */
  authProviders(): readonly AuthProvider[];
  /** Begins no more scheduled functions and waits for those under way. */
  close(): Promise<void>;
};

/** Convex allows one second of a function's own time; this is time on the clock, for a busy machine. */
const TIME_LIMIT_MS = 15_000;

/** Runs what the data folder holds, and takes pushes. */
export async function openRuntime(options: RuntimeOptions): Promise<OpenRuntime> {
  const { database, files, cloudUrl, siteUrl } = options;
  await database.mutate(async (transaction) => defineSystemTables(transaction));

  let scheduler: Scheduler | undefined;
  let providers: readonly AuthProvider[] = [];
  const wakeScheduler = () => scheduler?.wake();
  const runtime = new FunctionRuntime({
    services: { database, files, wakeScheduler, deployment: { name: options.name } },
    systemFunctions: systemFunctions({ cloudUrl, siteUrl }),
    timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS,
  });
  const packages = new Packages(path.join(options.dataDir, "modules"));
  const deployer = new Deployer({
    database,
    packages,
    runtime,
    builtIn: { CONVEX_CLOUD_URL: cloudUrl, CONVEX_SITE_URL: siteUrl },
    onAuth: (deployed) => {
      providers = deployed;
    },
    onPush: wakeScheduler,
  });
  await deployer.restore();
  scheduler = new Scheduler(database, runtime);
  await scheduler.start();
  const stopHousekeeping = keepHouse(database, () => runtime.program.components.keys());

  return {
    runtime,
    endpoints: { ...deployEndpoints(deployer, packages, database), ...adminEndpoints({ cloudUrl, siteUrl }) },
    authProviders: () => providers,
    close: async () => {
      stopHousekeeping();
      await scheduler.stop();
    },
  };
}
