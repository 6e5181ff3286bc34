import { createHash } from "node:crypto";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { root } from "./place.mjs";
import { runNode } from "./run.mjs";
import { Stop } from "./stop.mjs";

const cli = "node_modules/convex/bin/main.js";
const sources = ["convex", "package-lock.json"];

/** What the official CLI needs in order to speak to this deployment and to no other. */
export const cliEnvironment = ({ url, adminKey }) => ({
  ...process.env,
  CONVEX_SELF_HOSTED_URL: url,
  CONVEX_SELF_HOSTED_ADMIN_KEY: adminKey,
  CONVEX_DEPLOYMENT: undefined,
  CONVEX_DEPLOY_KEY: undefined,
});

/** Gives the deployment its environment variables, if they are not the ones it was given last. */
export async function setEnvironment(deployment, variables, record) {
  const wanted = createHash("sha256").update(JSON.stringify(variables)).digest("hex");
  if (record.get("environment") === wanted) return;
  await setVariables(deployment, variables);
  record.set("environment", wanted);
}

/** Sets environment variables of a deployment. */
export async function setVariables({ url, adminKey }, variables) {
  const answer = await fetch(`${url}/api/update_environment_variables`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Convex ${adminKey}` },
    body: JSON.stringify({ changes: Object.entries(variables).map(([name, value]) => ({ name, value })) }),
  });
  if (!answer.ok) throw new Error(`The deployment refused its environment variables: ${await answer.text()}`);
}

/** Pushes `convex/` with the official CLI, if it is not what was pushed last. */
export async function push(deployment, record, say) {
  const now = fingerprint(...sources);
  if (record.get("pushed") === now) return;
  say("Deploying the functions");
  await pushFrom(root, deployment);
  record.set("pushed", now);
}

/** Pushes the functions of the project in `folder` with the official CLI. */
export async function pushFrom(folder, deployment) {
  const words = [join(root, cli), "deploy", "--yes", "--typecheck", "disable", "--codegen", "disable"];
  const { code, output } = await runNode(words, { cwd: folder, env: cliEnvironment(deployment) });
  if (code === 0) return;
  throw new Stop(`${withoutNoise(output)}\n\nThe functions could not be deployed; the lines above say why.`);
}

/** Without a network the CLI also reports that it could not report: not what a person needs to read. */
const withoutNoise = (output) =>
  output
    .split("\n")
    .filter((line) => !/sentry|getaddrinfo|ENOTFOUND|EAI_AGAIN/i.test(line))
    .join("\n")
    .trim();
