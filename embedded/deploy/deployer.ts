import type { Database } from "../database/database.ts";
import type { FunctionRuntime } from "../functions/functionRuntime.ts";
import { badRequest } from "../http/problem.ts";
import type { AuthProvider } from "../identity/authConfig.ts";
import {
  changeEnvironment,
  type EnvironmentChange,
  environmentVariables,
  withChanges,
} from "./environment.ts";
import { authOf, type Evaluation, evaluate } from "./evaluation.ts";
import { applyPush, type FinishPushDiff, findViolation, type Violation } from "./finishPush.ts";
import type { EnvironmentSource } from "./instances.ts";
import type { PackageHash, Packages } from "./packages.ts";
import { Programs } from "./programs.ts";
import type { PushRequest } from "./pushRequest.ts";
import { type DeployedState, readState, writeState } from "./state.ts";

export type DeployerOptions = {
  database: Database;
  packages: Packages;
  runtime: FunctionRuntime;
  /** `CONVEX_CLOUD_URL` and `CONVEX_SITE_URL`. */
  builtIn: Readonly<Record<string, string>>;
  /** Told at the start and whenever the ways to recognise people may have changed. */
  onAuth(providers: readonly AuthProvider[]): void;
  /** Told after each push. */
  onPush(): void;
};

/** A push looks at all data. */
const WITHOUT_LIMITS = { unlimited: true };

/** Evaluated pushes that nobody has finished: more than a few are abandoned ones. */
const MAX_WAITING = 4;

/** Takes pushes and environment variables, and gives the runtime what to run. */
export class Deployer {
  readonly #options: DeployerOptions;
  readonly #programs: Programs;
  readonly #waiting = new Map<string, Evaluation>();
  #state: DeployedState | null = null;
  /** What changes the deployment does so one after another. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(options: DeployerOptions) {
    this.#options = options;
    this.#programs = new Programs(options.packages);
  }

  get state(): DeployedState | null {
    return this.#state;
  }

  /**
   * Deploys what the data folder says. Loads no module: that happens when a function is first called. If somebody has
   * taken the modules away nothing is deployed, and the next push brings all of them.
   */
  async restore(): Promise<void> {
    const { packages } = this.#options;
    const state = this.#reading(readState);
    await packages.sweep(packagesOf(state));
    if (state !== null && [...packagesOf(state)].every((hash) => packages.has(hash)))
      await this.#deploy(state);
  }

  /** Loads and examines a push without changing anything. */
  async evaluate(push: PushRequest): Promise<Evaluation> {
    const { packages } = this.#options;
    const evaluation = await evaluate(push, this.#state, this.environment(), {
      packages,
      programs: this.#programs,
    });
    this.#waiting.set(evaluation.id, evaluation);
    for (const id of this.#waiting.keys()) if (this.#waiting.size > MAX_WAITING) this.#waiting.delete(id);
    return evaluation;
  }

  /** The evaluation that `/api/deploy2/start_push` began, or null if it is gone (the process started again). */
  waiting(id: string): Evaluation | null {
    return this.#waiting.get(id) ?? null;
  }

  /** The first document that stands against an evaluated push. */
  findViolation(evaluation: Evaluation): Violation | null {
    return this.#reading((transaction) => findViolation(transaction, evaluation));
  }

  /** Makes an evaluated push what runs, at one moment: data and code change together. A dry run changes nothing. */
  async finish(evaluation: Evaluation, dryRun: boolean): Promise<FinishPushDiff> {
    return await this.#inLine(() => this.#finish(evaluation, dryRun));
  }

  async #finish(evaluation: Evaluation, dryRun: boolean): Promise<FinishPushDiff> {
    const { database, runtime, packages } = this.#options;
    const before = this.#state;
    if ([...evaluation.definitions.values()].some((definition) => !packages.has(definition.package))) {
      throw badRequest("RaceDetected", "Another push has finished meanwhile.");
    }
    if (JSON.stringify(evaluation.environment) !== JSON.stringify(this.environment())) {
      throw badRequest("RaceDetected", "Environment variables have changed during the push.");
    }
    let diff: FinishPushDiff | undefined;
    class DryRun extends Error {}
    try {
      const { value } = await database.mutate(async (transaction) => {
        const violation = findViolation(transaction, evaluation);
        if (violation !== null) throw badRequest("SchemaViolation", violation.message);
        const previous = { state: readState(transaction), program: runtime.program };
        const applied = applyPush(transaction, evaluation, previous, Date.now());
        diff = applied.diff;
        if (dryRun) throw new DryRun();
        return applied;
      }, WITHOUT_LIMITS);
      await this.#deploy(value.state);
      this.#waiting.delete(evaluation.id);
      await this.#removePackages(before);
      this.#options.onPush();
      return value.diff;
    } catch (thrown) {
      if (thrown instanceof DryRun && diff !== undefined) return diff;
      throw thrown;
    }
  }

  environment(): EnvironmentSource {
    const variables = this.#reading(environmentVariables);
    return {
      variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
      builtIn: this.#options.builtIn,
    };
  }

  /** All changes or none. Functions see them from their next call on. */
  async changeEnvironment(changes: readonly EnvironmentChange[]): Promise<void> {
    await this.#inLine(() => this.#changeEnvironment(changes));
  }

  async #changeEnvironment(changes: readonly EnvironmentChange[]): Promise<void> {
    const { database, packages } = this.#options;
    const before = this.#state;
    if (before === null) {
      await database.mutate(async (transaction) => changeEnvironment(transaction, changes));
      return;
    }
    // The auth config may read variables: one that no longer comes out right refuses the change.
    const environment = withChanges(this.environment(), changes);
    const app = before.definitions[""]?.package ?? "";
    const auth = await authOf(app, environment, packages, this.#programs);
    const state = { ...before, version: before.version + 1, auth };
    await database.mutate(async (transaction) => {
      changeEnvironment(transaction, changes);
      writeState(transaction, state);
    });
    await this.#deploy(state);
  }

  async #inLine<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#line.then(body);
    this.#line = turn.catch(() => undefined);
    return await turn;
  }

  async #deploy(state: DeployedState): Promise<void> {
    this.#options.runtime.deploy(await this.#programs.build(state, this.environment()));
    this.#state = state;
    this.#options.onAuth(state.auth);
  }

  /** Removes the packages of the push before, unless one that is under way has them too. */
  async #removePackages(before: DeployedState | null): Promise<void> {
    const used = packagesOf(this.#state);
    for (const { definitions } of this.#waiting.values()) {
      for (const definition of definitions.values()) used.add(definition.package);
    }
    for (const hash of packagesOf(before)) if (!used.has(hash)) await this.#options.packages.remove(hash);
  }

  #reading<T>(body: (transaction: ReturnType<Database["read"]>) => T): T {
    const transaction = this.#options.database.read(WITHOUT_LIMITS);
    try {
      return body(transaction);
    } finally {
      transaction.close();
    }
  }
}

function packagesOf(state: DeployedState | null): Set<PackageHash> {
  return new Set(Object.values(state?.definitions ?? {}).map((definition) => definition.package));
}
