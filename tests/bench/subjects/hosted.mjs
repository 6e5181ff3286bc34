// The embedded deployment with tests/bench/functions on it, as any Convex project is hosted.
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { SignJWT } from "jose";
import { deploymentFile } from "../../../bin/steps/build.mjs";
import { launch } from "../../../bin/steps/deployment.mjs";
import { root } from "../../../bin/steps/place.mjs";
import { pushFrom, setVariables } from "../../../bin/steps/push.mjs";

const functions = fileURLToPath(new URL("../functions", import.meta.url));

/** The deployment as a module, so that its counters can be read: built by run.mjs. */
export const deploymentModule = join(root, ".build/bench/deployment.mjs");

/** In this process (for its counters), or `spawned` as a program of its own (to be started and stopped). */
export async function openHosted({ people = 20, spawned = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "openiep-bench-"));
  const port = await freePort();
  const forget = () => rmSync(folder, { recursive: true, force: true });
  const words = ["--data", folder, "--port", String(port), "--site-port", String(await freePort())];
  const deployment = spawned ? await launch(words, () => {}) : await openInProcess(folder, port);
  const told = await furnish(deployment, people);
  const stop = spawned ? () => ended(deployment.child) : () => deployment.close();
  let from = null;
  return {
    port,
    told,
    folder,
    forget,
    stop,
    command: [deploymentFile, ...words],
    mark: () => {
      from = { ...deployment.database.counters };
    },
    usage: () => {
      const now = deployment.database.counters;
      return { counters: Object.fromEntries(Object.keys(now).map((name) => [name, now[name] - from[name]])) };
    },
    close: async () => {
      await stop();
      forget();
    },
  };
}

async function openInProcess(data, port) {
  const { openDeployment } = await import(pathToFileURL(deploymentModule).href);
  return openDeployment({ data, port, sitePort: 0, host: "127.0.0.1" });
}

/** Functions, members and their signed names. */
async function furnish(deployment, people) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "bench", alg: "ES256", use: "sig" };
  const jwks = `data:application/json;base64,${Buffer.from(JSON.stringify({ keys: [key] })).toString("base64")}`;
  await setVariables(deployment, { BENCH_JWKS: jwks });
  await pushFrom(functions, deployment);
  const subjects = Array.from({ length: people }, (_, index) => `person ${index}`);
  const client = new ConvexHttpClient(deployment.url, { skipConvexDeploymentUrlCheck: true });
  await client.mutation(makeFunctionReference("room:join"), { subjects });
  const sign = (subject) =>
    new SignJWT({})
      .setProtectedHeader({ alg: "ES256", kid: "bench", typ: "JWT" })
      .setIssuer("https://bench.example")
      .setAudience("bench")
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime("2h")
      .sign(privateKey);
  return { tokens: await Promise.all(subjects.map(sign)) };
}

function ended(child) {
  const gone = new Promise((settle) => child.once("close", settle));
  child.kill("SIGTERM");
  return gone;
}

export function freePort() {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}

export const openServer = openHosted;
