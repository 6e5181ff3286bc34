import { spawn } from "node:child_process";
import path from "node:path";
import type { Namespace } from "#embedded/database/database.ts";
import { type Deployment, type DeploymentOptions, openDeployment } from "#embedded/deployment.ts";
import type { Outcome } from "#embedded/functions/runtime.ts";
import type { Identity } from "#embedded/identity/identity.ts";
import { deploy } from "./ledger.ts";

export const WORKSHOP = path.resolve(import.meta.dirname, "../projects/workshop");

/** A deployment in this process with the workshop project deployed by the official CLI. */
export async function openWorkshop(options: Partial<DeploymentOptions> = {}): Promise<Deployment> {
  const deployment = await openDeployment({ data: null, port: 0, sitePort: 0, ...options });
  await deploy(deployment, WORKSHOP);
  return deployment;
}

type Caller = { identity?: Identity; namespace?: Namespace; allowInternal?: boolean };

/** Calls a deployed function by what it is and answers how it went, values parsed. */
export async function call(
  { runtime }: Pick<Deployment, "runtime">,
  functionPath: string,
  args: object = {},
  { identity = { kind: "anonymous" }, namespace = "", allowInternal = false }: Caller = {},
) {
  const kind = runtime.kindOf(namespace, functionPath) ?? "query";
  if (kind === "httpAction") throw new Error("HTTP actions are reached by their address.");
  const outcome: Outcome = await runtime[kind]({
    namespace,
    path: functionPath,
    args: JSON.stringify(args),
    identity,
    allowInternal,
  });
  return outcome.ok
    ? { ...outcome, value: JSON.parse(outcome.value) as unknown }
    : { ...outcome, data: outcome.data === undefined ? undefined : (JSON.parse(outcome.data) as unknown) };
}

/** The value of a call that succeeds. */
export async function answerOf(
  deployment: Pick<Deployment, "runtime">,
  functionPath: string,
  args: object = {},
  caller: Caller = {},
): Promise<unknown> {
  const outcome = await call(deployment, functionPath, args, caller);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** The message of a call that fails. */
export async function refusalOf(
  deployment: Pick<Deployment, "runtime">,
  functionPath: string,
  args: object = {},
  caller: Caller = {},
): Promise<string> {
  const outcome = await call(deployment, functionPath, args, caller);
  if (outcome.ok) throw new Error(`${functionPath} answered ${JSON.stringify(outcome.value)}`);
  return outcome.message;
}

/** Runs the official CLI in a project's folder. Answers what it printed; rejects if it fails. */
export async function convex(
  { url, adminKey }: Pick<Deployment, "url" | "adminKey">,
  words: string[],
  project = WORKSHOP,
): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [path.resolve("node_modules/convex/bin/main.js"), ...words], {
    cwd: project,
    env: { ...process.env, CONVEX_SELF_HOSTED_URL: url, CONVEX_SELF_HOSTED_ADMIN_KEY: adminKey },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (piece: Buffer) => {
    printed.stdout += piece;
  });
  child.stderr.on("data", (piece: Buffer) => {
    printed.stderr += piece;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${printed.stdout}${printed.stderr}`);
  return printed;
}
