import path from "node:path";
import { pathToFileURL } from "node:url";
import { nativeImport } from "./nativeImport.ts";
import { type Environment, inWorld, moduleWorld } from "./world.ts";

export type ModuleExports = Record<string, unknown>;

/** Where a package's modules lie, and which of them are for Node ("use node"). */
export type OpenPackage = { directory: string; nodeModules: ReadonlySet<string> };

/** What another thread needs in order to import the same modules. */
export type CarriedModules = OpenPackage & { environment: Environment; loadedAt: number };

/**
 * The modules of one component, on disk, imported when first needed. Modules keep the environment variables that they
 * saw while loading, so a new environment means a new directory and fresh imports (see `packages.ts`).
 */
export class Modules {
  readonly #loading = new Map<string, Promise<ModuleExports>>();
  readonly #loaded = new Map<string, ModuleExports>();
  readonly #open: () => Promise<OpenPackage>;
  #package: Promise<OpenPackage> | undefined;
  readonly environment: Environment;
  readonly #loadedAt: number;

  constructor(options: { open: () => Promise<OpenPackage>; environment: Environment; loadedAt: number }) {
    this.#open = options.open;
    this.environment = options.environment;
    this.#loadedAt = options.loadedAt;
  }

  /** The module's exports. Throws what the module throws while loading. */
  import(module: string): Promise<ModuleExports> {
    let loading = this.#loading.get(module);
    if (loading === undefined) {
      loading = this.#import(module);
      this.#loading.set(module, loading);
    }
    return loading;
  }

  /** The exports of a module that has been imported before, without waiting. */
  loaded(module: string): ModuleExports | undefined {
    return this.#loaded.get(module);
  }

  async carried(): Promise<CarriedModules> {
    this.#package ??= this.#open();
    return { ...(await this.#package), environment: this.environment, loadedAt: this.#loadedAt };
  }

  /** Where they were imported from, if any could be. */
  async directory(): Promise<string | null> {
    const opened = await this.#package?.catch(() => null);
    return opened?.directory ?? null;
  }

  async #import(module: string): Promise<ModuleExports> {
    this.#package ??= this.#open();
    const { directory, nodeModules } = await this.#package;
    const world = moduleWorld(this.environment, this.#loadedAt, { node: nodeModules.has(module) });
    const url = pathToFileURL(path.join(directory, module)).href;
    const exports = await inWorld(world, () => nativeImport(url));
    this.#loaded.set(module, exports);
    return exports;
  }
}
