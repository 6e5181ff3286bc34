import { adminEndpoints } from "./admin/endpoints.ts";
import { systemFunctions } from "./admin/systemFunctions.ts";
import type { Data } from "./data.ts";
import { Deployer } from "./deploy/deployer.ts";
import { deployEndpoints } from "./deploy/endpoints.ts";
import { Packages } from "./deploy/packages.ts";
import { defineSystemTables } from "./deploy/systemTables.ts";
import type { Files } from "./files/files.ts";
import { FunctionRuntime } from "./functions/functionRuntime.ts";
import { FUNCTION_LIMITS, type FunctionLimits } from "./functions/limits.ts";
import type { Runtime } from "./functions/runtime.ts";
import type { Endpoints } from "./http/endpoint.ts";
import type { AuthProvider } from "./identity/authConfig.ts";
import { keepHouse } from "./scheduler/housekeeping.ts";
import { Scheduler } from "./scheduler/scheduler.ts";

/** Where the deployment is reached: the API and the site of HTTP actions. */
export type Addresses = { cloudUrl: string; siteUrl: string };

/** The deployed functions with all that runs them. */
export type Backend = {
  runtime: Runtime;
  /** For holders of the admin key. */
  endpoints: Endpoints;
  /** Of the deployed auth config. */
  providers(): readonly AuthProvider[];
  /** Begins no more scheduled functions, waits for those under way, and ends actions that take longer. */
  stop(): Promise<void>;
};

/** Deploys what the data says was deployed last, and runs what is due. */
export async function openBackend(
  data: Data,
  files: Files,
  addresses: Addresses,
  limits: Partial<FunctionLimits>,
): Promise<Backend> {
  const { database, instance } = data;
  await database.mutate(async (transaction) => defineSystemTables(transaction));
  const runtime: FunctionRuntime = new FunctionRuntime({
    services: {
      database,
      files,
      wakeScheduler: () => scheduler.wake(),
      deployment: { name: instance.name },
    },
    systemFunctions: systemFunctions(addresses),
    limits: { ...FUNCTION_LIMITS, ...limits },
  });
  const scheduler = new Scheduler(database, runtime);
  const packages = new Packages(data.packages);
  let providers: readonly AuthProvider[] = [];
  const deployer = new Deployer({
    database,
    packages,
    runtime,
    builtIn: { CONVEX_CLOUD_URL: addresses.cloudUrl, CONVEX_SITE_URL: addresses.siteUrl },
    onAuth: (deployed) => {
      providers = deployed;
    },
    onPush: () => scheduler.wake(),
  });
  await deployer.restore();
  await scheduler.start();
  const stopHousekeeping = keepHouse(database, () => runtime.program.components.keys());
  return {
    runtime,
    endpoints: { ...deployEndpoints(deployer, packages, database), ...adminEndpoints(addresses) },
    providers: () => providers,
    stop: async () => {
      stopHousekeeping();
      await scheduler.stop();
      await runtime.close();
    },
  };
}
