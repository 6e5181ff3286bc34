import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { badRequest } from "../http/problem.ts";
import type { ModuleHash, ModuleSource } from "./pushRequest.ts";
import { moveInto, readJson, syncDirectory, writeSafely } from "./safeFiles.ts";

/**
 * What one component definition brings, as files: `functions/` with its modules and `schema/schema.js`. A folder is
 * named after its content, so that components which a push did not change are neither written nor examined again.
 */
export type PackageContent = {
  schema: ModuleSource | null;
  functions: ModuleSource[];
};

export type PackageHash = string;

type Manifest = { modules: ModuleHash[] };

/** The folder of packages in a deployment's data. */
export class Packages {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  get root(): string {
    return this.#root;
  }

  directory(hash: PackageHash): string {
    return path.join(this.#root, hash);
  }

  /** Keeps the package; it is on disk, safe from a crash, when this resolves. */
  async write(content: PackageContent): Promise<PackageHash> {
    const hash = hashOf(content);
    const directory = this.directory(hash);
    if (existsSync(directory)) return hash;
    const staging = `${directory}.${randomUUID()}`;
    await writeModules(staging, "functions", content.functions);
    await writeModules(staging, "schema", content.schema === null ? [] : [content.schema]);
    const manifest: Manifest = {
      modules: content.functions.map((module) => ({
        path: module.path,
        environment: module.environment,
        sha256: sha256Of(module),
      })),
    };
    await writeSafely(path.join(staging, "manifest.json"), JSON.stringify(manifest));
    await writeSafely(path.join(staging, "package.json"), '{"type":"module"}');
    await moveInto(staging, directory);
    await syncDirectory(this.#root);
    return hash;
  }

  async moduleHashes(hash: PackageHash): Promise<ModuleHash[]> {
    return (await readJson<Manifest>(path.join(this.directory(hash), "manifest.json"))).modules;
  }

  /** A module's text, or null if the package has none by that path. */
  async source(hash: PackageHash, module: string): Promise<string | null> {
    const known = (await this.moduleHashes(hash)).some(({ path: modulePath }) => modulePath === module);
    return known ? await readFile(path.join(this.directory(hash), "functions", module), "utf8") : null;
  }

  /** Modules that a push left out because the deployment has them already. */
  async unchanged(hash: PackageHash | null, wanted: readonly ModuleHash[]): Promise<ModuleSource[]> {
    if (wanted.length === 0) return [];
    const have = new Map(
      hash === null ? [] : (await this.moduleHashes(hash)).map((known) => [known.path, known]),
    );
    return await Promise.all(
      wanted.map(async ({ path: modulePath, environment, sha256 }) => {
        if (hash === null || have.get(modulePath)?.sha256 !== sha256) {
          throw badRequest("ModuleNotFound", `The deployment no longer has ${modulePath}: push again.`);
        }
        const file = path.join(this.directory(hash), "functions", modulePath);
        const source = await readFile(file, "utf8");
        const sourceMap = await readFile(`${file}.map`, "utf8").catch(() => undefined);
        return { path: modulePath, source, environment, ...(sourceMap === undefined ? {} : { sourceMap }) };
      }),
    );
  }

  /** Something that was worked out about a package and holds as long as its content. */
  async remembered<T>(hash: PackageHash, name: string, workOut: () => Promise<T>): Promise<T> {
    const file = path.join(this.directory(hash), `${name}.json`);
    if (existsSync(file)) return await readJson<T>(file);
    const value = await workOut();
    const staging = `${file}.${randomUUID()}`;
    await writeSafely(staging, JSON.stringify(value));
    await rename(staging, file);
    return value;
  }

  has(hash: PackageHash): boolean {
    return existsSync(this.directory(hash));
  }

  async remove(hash: PackageHash): Promise<void> {
    await rm(this.directory(hash), { recursive: true, force: true });
  }

  /** Removes what nothing uses: packages, and pieces that a crash left. Before the first push of a process. */
  async sweep(used: ReadonlySet<PackageHash>): Promise<void> {
    for (const name of await readdir(this.#root)) if (!used.has(name)) await this.remove(name);
  }
}

function sha256Of({ source, sourceMap }: ModuleSource): string {
  return createHash("sha256")
    .update(source)
    .update(sourceMap ?? "")
    .digest("hex");
}

function hashOf({ schema, functions }: PackageContent): PackageHash {
  const describe = (module: ModuleSource | null) =>
    module === null ? null : [module.path, module.environment, sha256Of(module)];
  const modules = [...functions].sort((a, b) => (a.path < b.path ? -1 : 1)).map(describe);
  return createHash("sha256")
    .update(JSON.stringify([describe(schema), modules]))
    .digest("hex")
    .slice(0, 32);
}

async function writeModules(root: string, folder: string, modules: readonly ModuleSource[]): Promise<void> {
  await mkdir(path.join(root, folder), { recursive: true });
  // Side by side: most of the time goes into waiting for the disk.
  await Promise.all(
    modules.map(async (module) => {
      const file = path.join(root, folder, module.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeSafely(file, module.source);
      if (module.sourceMap !== undefined) await writeFile(`${file}.map`, module.sourceMap);
    }),
  );
}
