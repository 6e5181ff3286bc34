import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { OpenPackage } from "../functions/modules.ts";
import type { PackageHash, Packages } from "./packages.ts";
import { linkTree } from "./safeFiles.ts";

/** Folders from which this process has imported: importing from them again would load nothing anew. */
const imported = new Set<string>();

/**
 * Files to import a package's modules from. Node loads a file once, and modules remember what they saw while loading,
 * such as environment variables; so whoever wants them fresh gets a copy under another name, by hard links.
 */
export class ModuleFiles {
  readonly #packages: Packages;
  readonly #copies: string;
  #made = 0;

  constructor(packages: Packages) {
    this.#packages = packages;
    this.#copies = path.join(packages.root, `copies-${process.pid}-${Date.now()}`);
  }

  async open(hash: PackageHash): Promise<OpenPackage> {
    const modules = await this.#packages.moduleHashes(hash);
    const nodeModules = modules.filter(({ environment }) => environment === "node");
    return {
      directory: await this.#fresh(hash),
      nodeModules: new Set(nodeModules.map((module) => module.path)),
    };
  }

  /** Removes files that `open` gave, if they are a copy. */
  async close(directory: string): Promise<void> {
    if (directory.startsWith(this.#copies))
      await rm(path.dirname(directory), { recursive: true, force: true });
  }

  async #fresh(hash: PackageHash): Promise<string> {
    const original = path.join(this.#packages.directory(hash), "functions");
    if (!imported.has(original)) {
      imported.add(original);
      return original;
    }
    this.#made += 1;
    const copy = path.join(this.#copies, String(this.#made), "functions");
    await linkTree(original, copy);
    await writeFile(path.join(path.dirname(copy), "package.json"), '{"type":"module"}');
    return copy;
  }
}
