import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Stop } from "./stop.ts";

/**
 * Deploys a functions folder with the project's own official CLI, unless its files are those that were deployed from
 * it last. Throws `Stop` with what the CLI said.
 */
export async function pushFunctions(
  functions: string,
  target: { url: string; adminKey: string; data: string },
): Promise<void> {
  const folder = path.resolve(functions);
  const project = await projectOf(folder);
  const record = path.join(target.data, "pushed.txt");
  const now = await fingerprint(folder, project);
  if ((await readFile(record, "utf8").catch(() => "")) === now) return;
  const { code, output } = await runCli(project, target);
  if (code !== 0) throw new Stop(`${output.trim()}\n\nThe functions in ${functions} could not be deployed.`);
  await writeFile(record, now);
}

/** The folder from which the CLI finds the functions: `convex.json` names them, or they are in `convex/`. */
async function projectOf(functions: string): Promise<string> {
  const isFolder = await stat(functions).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new Stop(`There is no folder ${functions}. Give --functions the project's convex folder.`);
  for (let folder = path.dirname(functions); ; folder = path.dirname(folder)) {
    const config = await readFile(path.join(folder, "convex.json"), "utf8").catch(() => null);
    const named =
      config === null ? "convex" : ((JSON.parse(config) as { functions?: string }).functions ?? "convex");
    if (path.resolve(folder, named) === functions) return folder;
    if (folder === path.dirname(folder)) break;
  }
  throw new Stop(
    `${functions} is not a project's functions folder: it is not called convex, and no convex.json above it names it.`,
  );
}

async function fingerprint(folder: string, project: string): Promise<string> {
  const hash = createHash("sha256");
  const names = (await readdir(folder, { recursive: true })).filter((name) => !name.startsWith("_generated"));
  const files = [
    ...names.sort().map((name) => path.join(folder, name)),
    path.join(project, "package-lock.json"),
  ];
  for (const file of files) {
    const content = await readFile(file).catch(() => null);
    if (content !== null) hash.update(file).update("\0").update(content).update("\0");
  }
  return hash.digest("hex");
}

async function runCli(
  project: string,
  { url, adminKey }: { url: string; adminKey: string },
): Promise<{ code: number; output: string }> {
  const cli = path.join(path.dirname(cliPackage(project)), "bin/main.js");
  const child = spawn(
    process.execPath,
    [cli, "deploy", "--yes", "--typecheck", "disable", "--codegen", "disable"],
    {
      cwd: project,
      env: {
        ...process.env,
        CONVEX_SELF_HOSTED_URL: url,
        CONVEX_SELF_HOSTED_ADMIN_KEY: adminKey,
        CONVEX_DEPLOYMENT: undefined,
        CONVEX_DEPLOY_KEY: undefined,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (piece: Buffer) => (output += piece));
  child.stderr.on("data", (piece: Buffer) => (output += piece));
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  return { code, output };
}

function cliPackage(project: string): string {
  try {
    return createRequire(path.join(project, "package.json")).resolve("convex/package.json");
  } catch {
    throw new Stop(`The package "convex" is not installed in ${project}. Run npm install there first.`);
  }
}
