// The embedded deployment with tests/bench/functions on it, as any Convex project is hosted.
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { SignJWT } from "jose";
import { launch } from "../../../bin/steps/deployment.mjs";
import { pushFrom, setVariables } from "../../../bin/steps/push.mjs";
import { stopAll } from "../../../bin/steps/run.mjs";

const functions = new URL("../functions", import.meta.url).pathname;

export async function openHosted({ people = 20 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "openiep-bench-"));
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "bench", alg: "ES256", use: "sig" };
  const jwks = `data:application/json;base64,${Buffer.from(JSON.stringify({ keys: [key] })).toString("base64")}`;

  const port = await freePort();
  const words = ["--data", folder, "--port", String(port), "--site-port", String(await freePort())];
  const deployment = await launch(words, () => {});
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
  return {
    port,
    deployment,
    folder,
    words,
    told: { tokens: await Promise.all(subjects.map(sign)) },
    close: async () => {
      await stopAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort() {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}
