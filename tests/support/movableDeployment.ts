import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the process that serves a folder has for itself alone. */
const OWN = /(lock\.mdb|process\.lock)$/;
/** The process follows the file of its clock a hundred times a second. */
const FOLLOWED_MS = 100;

/**
 * An embedded deployment of one test's own, with the functions deployed and nobody in it, whose clock the test moves.
 * Until it is closed, everything in tests/support that speaks to the deployment speaks to this one.
 */
export class MovableDeployment {
  private ahead = 0;

  private constructor(
    private readonly folder: string,
    private readonly server: ChildProcess,
    private readonly before: NodeJS.ProcessEnv,
  ) {}

  static async open(): Promise<MovableDeployment> {
    const { OPENIEP_SPARE = "", OPENIEP_PROGRAM = "" } = process.env;
    const folder = mkdtempSync(join(tmpdir(), "openiep-clock-"));
    const clock = join(folder, "clock");
    writeFileSync(clock, "0");
    const data = join(folder, "data");
    cpSync(OPENIEP_SPARE, data, { recursive: true, filter: (file) => !OWN.test(file) });
    const words = ["--import", "./tests/support/movableClock.mjs", OPENIEP_PROGRAM];
    const ports = ["--data", data, "--port", "0", "--site-port", "0"];
    const server = spawn(process.execPath, [...words, ...ports], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, CLOCK_FILE: clock },
    });
    const { url, site, adminKey } = await printedBy(server);
    const deployment = new MovableDeployment(folder, server, { ...process.env });
    Object.assign(process.env, {
      ...{ OPENIEP_URL: url, OPENIEP_SITE: site, OPENIEP_ORIGIN: site, OPENIEP_ADMIN_KEY: adminKey },
    });
    const changes = [{ name: "SITE_URL", value: site }];
    const answer = await fetch(`${url}/api/update_environment_variables`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Convex ${adminKey}` },
      body: JSON.stringify({ changes }),
    });
    if (!answer.ok) throw new Error(`The deployment refused its address: ${await answer.text()}`);
    return deployment;
  }

  /** What its clock shows, in ms. */
  now(): number {
    return Date.now() + this.ahead;
  }

  /** Sets its clock so many ms ahead of the real one; negative for behind. */
  async setAhead(ms: number): Promise<void> {
    this.ahead = ms;
    writeFileSync(join(this.folder, "clock"), String(ms));
    await new Promise((resolve) => setTimeout(resolve, FOLLOWED_MS));
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill("SIGTERM");
    await gone;
    Object.assign(process.env, this.before);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The addresses and the key, which a deployment prints when it is ready. */
function printedBy(server: ChildProcess): Promise<Record<"url" | "site" | "adminKey", string>> {
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout?.on("data", (piece: Buffer) => {
      text += piece;
      const [, url, site, adminKey] = /url=(.+)\nsite=(.+)\nadminKey=(.+)\n/.exec(text) ?? [];
      if (url && site && adminKey) resolve({ url, site, adminKey });
    });
    server.once("exit", (code) => reject(new Error(`The deployment ended with ${code}.`)));
  });
}
