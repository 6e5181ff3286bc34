#!/usr/bin/env node
// Runs the domain tests against the embedded deployment instead of convex-test: starts one on a fresh folder,
// deploys convex/ with the official CLI, and hands its address to vitest. Arguments go to vitest.
//
//   node tests/support/onEmbedded.mjs [tests/convex/students ...]
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../bin/steps/build.mjs";
import { freePort } from "../../bin/steps/freePort.mjs";

const PORT = Number(process.env.OPENIEP_TEST_PORT ?? (await freePort(4490)));
const origin = `http://127.0.0.1:${PORT + 1}`;
const folder = mkdtempSync(join(tmpdir(), "openiep-domain-"));
const spare = `${folder}-spare`;
const AUTH_SECRET = "a secret for tests only, long enough to please";
const program = ".build/embedded-for-tests.mjs";

await bundle("embedded/main.ts", program);

const start = [
  program,
  "--data",
  folder,
  "--port",
  String(PORT),
  "--site-port",
  String(PORT + 1),
  "--origin",
  origin,
];
const server = spawn(process.execPath, start, { stdio: ["ignore", "pipe", "inherit"] });
let code = 1;
try {
  const { url, site, adminKey } = await printedBy(server);
  await setEnvironment(url, adminKey);
  const cli = { CONVEX_SELF_HOSTED_URL: url, CONVEX_SELF_HOSTED_ADMIN_KEY: adminKey };
  const deploy = ["deploy", "--yes", "--typecheck", "disable", "--codegen", "disable"];
  code = await run(["node_modules/convex/bin/main.js", ...deploy], cli);
  if (code === 0) {
    // Deployed, and nobody in it yet: for tests that need a deployment of their own.
    cpSync(folder, spare, { recursive: true });
    const words = process.argv.slice(2);
    const chosen = words.some((word) => !word.startsWith("-")) ? [] : filesOnBackends();
    const where = {
      BACKEND: "embedded",
      OPENIEP_URL: url,
      OPENIEP_SITE: site,
      OPENIEP_ORIGIN: origin,
      OPENIEP_ADMIN_KEY: adminKey,
      OPENIEP_AUTH_SECRET: AUTH_SECRET,
      OPENIEP_SPARE: spare,
      OPENIEP_PROGRAM: program,
    };
    // One machine, one deployment, everything on disk: slower than convex-test by nature.
    const patience = ["--testTimeout", "120000", "--hookTimeout", "120000"];
    code = await run(
      ["node_modules/vitest/vitest.mjs", "run", "--project", "domain", ...patience, ...words, ...chosen],
      where,
    );
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));
  for (const place of [folder, spare]) rmSync(place, { recursive: true, force: true });
}
process.exit(code);

/** The tests that ask a backend; those of pure rules, and of convex-test itself, would only repeat themselves. */
function filesOnBackends() {
  return readdirSync("tests/convex", { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join("tests/convex", name))
    .filter((file) => {
      const text = readFileSync(file, "utf8");
      return text.includes("support/world.ts") && !text.includes("support/convexTestBackend.ts");
    });
}

/** The address and the key, which the deployment prints when it is ready. */
function printedBy(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      const found = Object.fromEntries(text.split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2)));
      if (found.adminKey) resolve(found);
    });
    child.once("exit", (status) => reject(new Error(`The deployment ended with ${status}.`)));
  });
}

async function setEnvironment(url, adminKey) {
  const variables = {
    SITE_URL: origin,
    BETTER_AUTH_SECRET: AUTH_SECRET,
    ENCRYPTION_KEY: "dGhlIGtleSBvZiB0ZXN0cywgMzIgYnl0ZXMgbG9uZyE",
    OPEN_SIGN_UP: "1",
  };
  const answer = await fetch(`${url}/api/update_environment_variables`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Convex ${adminKey}` },
    body: JSON.stringify({ changes: Object.entries(variables).map(([name, value]) => ({ name, value })) }),
  });
  if (!answer.ok) throw new Error(`The deployment refused its variables: ${await answer.text()}`);
}

function run(args, environment) {
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  return new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
}
