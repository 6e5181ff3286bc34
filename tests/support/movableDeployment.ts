import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copySpare, speakTo } from "./spareDeployment.ts";

/** The process follows the file of its clock a hundred times a second. */
const FOLLOWED_MS = 100;

/**
 * An embedded deployment of one test's own, with the functions deployed and nobody in it, whose clock the test moves.
 * Until it is closed, everything in tests/support that speaks to the deployment speaks to this one.
 */
export class MovableDeployment {
  private ahead = 0;

  /** Everything that its processes have written to their log. */
  said = "";
  private server: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly before: NodeJS.ProcessEnv,
  ) {}

  static async open(): Promise<MovableDeployment> {
    const folder = mkdtempSync(join(tmpdir(), "openiep-clock-"));
    const deployment = new MovableDeployment(folder, { ...process.env });
    writeFileSync(join(folder, "clock"), "0");
    copySpare(deployment.data);
    await speakTo(await deployment.start(["--port", "0", "--site-port", "0"]));
    return deployment;
  }

  private get data(): string {
    return join(this.folder, "data");
  }

  private run(words: readonly string[]): ChildProcess {
    const { OPENIEP_PROGRAM = "" } = process.env;
    const program = ["--import", "./tests/support/movableClock.mjs", OPENIEP_PROGRAM, "--data", this.data];
    const child = spawn(process.execPath, [...program, ...words], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, CLOCK_FILE: join(this.folder, "clock") },
    });
    child.stderr?.on("data", (piece: Buffer) => {
      this.said += piece;
      process.stderr.write(piece);
    });
    return child;
  }

  private async start(ports: readonly string[]) {
    this.server = this.run(ports);
    return await printedBy(this.server);
  }

  /** Takes the remains of what was deleted out of its files, as whoever runs it does, and serves at the same address. */
  async compact(): Promise<void> {
    const ports = this.ports();
    await this.stop();
    const compaction = this.run(["--compact"]);
    const code = await new Promise((resolve) => compaction.once("exit", resolve));
    if (code !== 0) throw new Error(`The compaction ended with ${String(code)}.`);
    await this.start(ports);
  }

  /** The contents of all its files, by name: what a copy of the folder holds. */
  contents(): Map<string, Buffer> {
    const names = readdirSync(this.data, { recursive: true, withFileTypes: true });
    const files = names
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return new Map(files.map((file) => [file, readFileSync(file)]));
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

  /** `kill -9`, and a start at the same address. */
  async cutPower(): Promise<void> {
    const ports = this.ports();
    await this.stop("SIGKILL");
    await this.start(ports);
  }

  /** Where it serves, for a start at the same address. */
  private ports(): string[] {
    const portOf = (name: string) => new URL(process.env[name] ?? "").port;
    return ["--port", portOf("OPENIEP_URL"), "--site-port", portOf("OPENIEP_SITE")];
  }

  private async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const gone = new Promise((resolve) => this.server?.once("exit", resolve));
    this.server?.kill(signal);
    await gone;
  }

  async close(): Promise<void> {
    await this.stop();
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
