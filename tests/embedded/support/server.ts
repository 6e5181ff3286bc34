import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { bundle as bundleProgram } from "../../../bin/steps/build.mjs";

/** The command line in a process of its own, which a test may kill. */
export type Server = {
  url: string;
  siteUrl: string;
  adminKey: string;
  child: ChildProcess;
  /** Milliseconds from the spawn to the first answer. */
  startedInMs: number;
};

let bundled: Promise<string> | undefined;

/** The deployment as one file. Beside the project's packages, because it imports those that are not bundled. */
function bundle(): Promise<string> {
  bundled ??= (async () => {
    const outfile = path.resolve(`.build/embedded-test-${process.pid}.mjs`);
    process.once("exit", () => rmSync(outfile, { force: true }));
    mkdirSync(path.dirname(outfile), { recursive: true });
    await bundleProgram("embedded/main.ts", outfile);
    return outfile;
  })();
  return bundled;
}

export async function runCommand(words: readonly string[]): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, [await bundle(), ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (piece: Buffer) => (errors += piece));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, errors };
}

/** Resolves when the deployment has printed where it is. */
export async function startServer(words: readonly string[]): Promise<Server> {
  const file = await bundle();
  const began = performance.now();
  const child = spawn(process.execPath, [file, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stderr.on("data", (piece: Buffer) => (errors += piece));
  return await new Promise<Server>((resolve, reject) => {
    child.stdout.on("data", (piece: Buffer) => {
      output += piece;
      const [, url, siteUrl, adminKey] = /url=(.+)\nsite=(.+)\nadminKey=(.+)\n/.exec(output) ?? [];
      if (url && siteUrl && adminKey)
        resolve({ url, siteUrl, adminKey, child, startedInMs: performance.now() - began });
    });
    child.once("close", (code) => reject(new Error(`the deployment ended with ${code}: ${errors}`)));
  });
}

/** Ends it and waits until it is gone. */
export async function endServer({ child }: Server, signal: NodeJS.Signals): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.kill(signal);
  return await gone;
}
