import type { SchemaJson } from "../database/schema.ts";
import type { Component, HttpRoutes, Program } from "../functions/component.ts";
import { Modules } from "../functions/modules.ts";
import type { Environment } from "../functions/world.ts";
import { type Analysis, analyzeModules, functionsOf } from "./analysis.ts";
import type { Definition } from "./definitions.ts";
import { type EnvironmentSource, type Instance, instantiate } from "./instances.ts";
import { ModuleFiles } from "./moduleFiles.ts";
import type { PackageHash, Packages } from "./packages.ts";
import { evaluateSchema } from "./schemas.ts";
import type { DeployedState } from "./state.ts";

/** What instances of the same package have in common. */
type Parts = Pick<Component, "functions" | "crons" | "schema"> & { ownRoutes: HttpRoutes["own"] };

/** Turns what is deployed into what runs. Components whose code and environment stay keep their loaded modules. */
export class Programs {
  readonly #packages: Packages;
  readonly #files: ModuleFiles;
  readonly #modules = new Map<string, Modules>();
  #retired: string[] = [];
  readonly #parts = new Map<PackageHash, Parts>();

  constructor(packages: Packages) {
    this.#packages = packages;
    this.#files = new ModuleFiles(packages);
  }

  /** The package's modules with this environment, shared by all who ask. */
  modules(hash: PackageHash, environment: Environment, loadedAt: number): Modules {
    const key = JSON.stringify([hash, Object.entries(environment).sort()]);
    const modules = this.#modules.get(key) ?? this.unsharedModules(hash, environment, loadedAt);
    this.#modules.set(key, modules);
    return modules;
  }

  /** Modules that nothing else has loaded. */
  unsharedModules(hash: PackageHash, environment: Environment, loadedAt: number): Modules {
    return new Modules({ open: () => this.#files.open(hash), environment, loadedAt });
  }

  /** What the package's modules register. Worked out once per content. */
  async analysis(hash: PackageHash, modules: Modules): Promise<Analysis> {
    return await this.#packages.remembered(hash, "analysis", async () => {
      const paths = (await this.#packages.moduleHashes(hash)).map(({ path }) => path);
      return await analyzeModules(paths, modules);
    });
  }

  async schema(hash: PackageHash): Promise<SchemaJson | null> {
    return await this.#packages.remembered(hash, "schema", () =>
      evaluateSchema(this.#packages.directory(hash)),
    );
  }

  async build(state: DeployedState, source: EnvironmentSource): Promise<Program> {
    const definitions = new Map(
      Object.entries(state.definitions).map(([path, { definition }]) => [path, definition]),
    );
    const components = new Map<string, Component>();
    for (const instance of instantiate(definitions, source)) {
      const hash = state.definitions[instance.definition.path]?.package ?? "";
      components.set(instance.namespace, await this.#component(instance, hash, state.pushedAt));
    }
    await this.#retire(components);
    return { version: state.version, components };
  }

  async #component(instance: Instance, hash: PackageHash, loadedAt: number): Promise<Component> {
    const { namespace, definition, environment, children } = instance;
    const modules = this.modules(hash, environment, loadedAt);
    let parts = this.#parts.get(hash);
    if (parts === undefined) {
      const analysis = await this.analysis(hash, modules);
      parts = {
        functions: functionsOf(analysis),
        crons: analysis["crons.js"]?.cronSpecs ?? {},
        ownRoutes: analysis["http.js"]?.httpRoutes ?? null,
        schema: await this.schema(hash),
      };
      this.#parts.set(hash, parts);
    }
    const { ownRoutes, ...rest } = parts;
    return {
      namespace,
      definitionPath: definition.path,
      modules,
      children,
      routes: routesOf(definition, ownRoutes),
      ...rest,
    };
  }

  /**
   * Forgets modules that no longer run. Their files go one push later: functions that are under way may still import.
   */
  async #retire(components: ReadonlyMap<string, Component>): Promise<void> {
    const used = new Set([...components.values()].map(({ modules }) => modules));
    for (const directory of this.#retired) await this.#files.close(directory);
    this.#retired = [];
    for (const [key, modules] of this.#modules) {
      if (used.has(modules)) continue;
      this.#modules.delete(key);
      const directory = await modules.directory();
      if (directory !== null) this.#retired.push(directory);
    }
  }
}

const MOUNTED_CHILD = "_reference/childComponent/";

function routesOf(definition: Definition, own: HttpRoutes["own"]): HttpRoutes {
  return {
    own,
    prefix: definition.httpPrefix ?? "/",
    mounts: Object.entries(definition.httpMounts).map(([prefix, child]) => [
      prefix,
      child.slice(MOUNTED_CHILD.length),
    ]),
  };
}
