import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Deployment, openDeployment } from "#embedded/deployment.ts";
import { copySpare, speakTo } from "./spareDeployment.ts";

type OwnDeployment = Deployment & {
  /** Once it is closed: starts it in a process of its own, and stops that. */
  startAlone: () => ReturnType<typeof startOf>;
  forget: () => void;
};

/**
 * An embedded deployment in this very process, with the functions deployed and nobody in it, so that a test can count
 * what its database does. Tests speak to this one from now on.
 */
export async function openOwnDeployment(): Promise<OwnDeployment> {
  const folder = mkdtempSync(join(tmpdir(), "openiep-own-"));
  copySpare(folder);
  const deployment = await openDeployment({ data: folder, port: 0, sitePort: 0 });
  const { url, siteUrl, adminKey } = deployment;
  await speakTo({ url, site: siteUrl, adminKey });
  return {
    ...deployment,
    startAlone: () => startOf(folder),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts the deployment in a process of its own: how long until it is ready, and what it holds in memory by then. */
async function startOf(folder: string): Promise<{ seconds: number; mebibytes: number }> {
  const from = performance.now();
  const words = [process.env.OPENIEP_PROGRAM ?? "", "--data", folder, "--port", "0", "--site-port", "0"];
  const server = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((ready, fail) => {
    server.stdout.on("data", (piece: Buffer) => {
      if (String(piece).includes("adminKey=")) ready();
    });
    server.once("exit", () => fail(new Error("It ended before it was ready.")));
  });
  const seconds = (performance.now() - from) / 1000;
  const [, kibibytes = "0"] =
    /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8")) ?? [];
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
  return { seconds, mebibytes: Number(kibibytes) / 1024 };
}
