import { spawn } from "node:child_process";
import path from "node:path";
import { ConvexClient, ConvexHttpClient } from "convex/browser";
import { type ApiFromModules, anyApi } from "convex/server";
import { WebSocket } from "ws";
import { type Deployment, type DeploymentOptions, openDeployment } from "#embedded/deployment.ts";
import type * as accounts from "../projects/ledger/convex/accounts.ts";
import type * as echo from "../projects/ledger/convex/echo.ts";
import type * as entries from "../projects/ledger/convex/entries.ts";
import type * as files from "../projects/ledger/convex/files.ts";
import { TokenIssuer } from "./tokens.ts";

/** The functions of `projects/ledger`. */
export const ledger = anyApi as unknown as ApiFromModules<{
  accounts: typeof accounts;
  echo: typeof echo;
  entries: typeof entries;
  files: typeof files;
}>;

export const LEDGER = path.resolve(import.meta.dirname, "../projects/ledger");

/** A deployment in this process with the ledger project deployed by the official CLI. */
export type LedgerDeployment = Deployment & { issuer: TokenIssuer };

export async function openLedger(options: Partial<DeploymentOptions> = {}): Promise<LedgerDeployment> {
  const deployment = await openDeployment({ data: null, port: 0, sitePort: 0, ...options });
  const issuer = await TokenIssuer.open();
  await setVariable(deployment, "LEDGER_JWKS", issuer.keySet);
  await deploy(deployment);
  return { ...deployment, issuer };
}

export async function setVariable(target: Target, name: string, value: string): Promise<void> {
  const response = await fetch(`${target.url}/api/update_environment_variables`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Convex ${target.adminKey}` },
    body: JSON.stringify({ changes: [{ name, value }] }),
  });
  if (!response.ok) throw new Error(await response.text());
}

type Target = { url: string; adminKey: string };

/** `convex deploy`, as a person would run it. */
export async function deploy(target: Target, project = LEDGER): Promise<string> {
  const cli = path.resolve("node_modules/convex/bin/main.js");
  const words = [cli, "deploy", "--yes", "--typecheck", "disable", "--codegen", "disable"];
  const child = spawn(process.execPath, words, {
    cwd: project,
    env: {
      ...process.env,
      CONVEX_SELF_HOSTED_URL: target.url,
      CONVEX_SELF_HOSTED_ADMIN_KEY: target.adminKey,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (piece: Buffer) => (output += piece));
  child.stderr.on("data", (piece: Buffer) => (output += piece));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(output);
  return output;
}

/** The official client, quiet, on a socket that Node has in every version. */
export function connect(url: string): ConvexClient {
  return new ConvexClient(url, {
    webSocketConstructor: WebSocket as unknown as typeof globalThis.WebSocket,
    logger: false,
    unsavedChangesWarning: false,
  });
}

export function overHttp(url: string): ConvexHttpClient {
  return new ConvexHttpClient(url, { logger: false });
}

/** Resolves when `holds` does; fails with `what` after `withinMs`. */
export async function eventually(what: string, holds: () => boolean, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
