import { AsyncLocalStorage } from "node:async_hooks";
import { installAsyncContext } from "./world/asyncContext.ts";
import { installClock } from "./world/clock.ts";
import { installConsole, type LogLevel } from "./world/console.ts";
import { installConvex, type Operations, outsideOperations } from "./world/convex.ts";
import { installCrypto } from "./world/crypto.ts";
import { installEnvironment } from "./world/environment.ts";
import { seededRandom } from "./world/random.ts";
import { installNetworkAndTimers } from "./world/refused.ts";

export type Environment = Readonly<Record<string, string>>;

/**
 * What the globals mean to the code that is running: its clock, its chance, its environment variables, its console.
 * The globals of the process ask for the current world; outside every world they are Node's own, so the server
 * around the functions notices nothing.
 */
export type World = {
  /** True for queries and mutations: no time passes, nothing outside can be asked. */
  readonly deterministic: boolean;
  readonly environment: Environment;
  /** Milliseconds since 1970; asked only if deterministic. */
  readonly now: number;
  random(): number;
  log(level: LogLevel, values: readonly unknown[]): void;
  readonly operations: Operations;
};

const worlds = new AsyncLocalStorage<World | undefined>();

export function currentWorld(): World | undefined {
  return worlds.getStore();
}

/** Runs `body`, and everything that it awaits, in `world`. */
export function inWorld<T>(world: World, body: () => T): T {
  install();
  return worlds.run(world, body);
}

/** Runs the deployment's own code on behalf of a function, with Node's own globals. */
export function outsideWorlds<T>(body: () => T): T {
  // Not exit(): that would switch Node's asynchronous hooks off and on.
  return worlds.run(undefined, body);
}

/** The world of a module that is being loaded: a fixed time and fixed chance as in Convex, unless it is for Node. */
export function moduleWorld(environment: Environment, loadedAt: number, { node = false } = {}): World {
  return {
    deterministic: !node,
    environment,
    now: loadedAt,
    random: seededRandom(0x6d6f64),
    log: () => undefined,
    operations: outsideOperations,
  };
}

let installed = false;
function install(): void {
  if (installed) return;
  installed = true;
  installAsyncContext();
  installClock(currentWorld);
  installConsole(currentWorld);
  installConvex(currentWorld);
  installCrypto(currentWorld);
  installEnvironment(currentWorld);
  installNetworkAndTimers(currentWorld);
}
