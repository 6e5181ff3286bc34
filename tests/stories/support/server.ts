import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { aheadMs } from "../../support/movedClock.mjs";

/** Every process of a server shows the hour that the run is about. */
const atTheHour = () =>
  aheadMs() === 0 ? {} : { NODE_OPTIONS: `--import="${root}tests/support/movedClock.mjs"` };

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** `npm start` as a person would type it, in a process group of its own, so that a power cut can take all of it. */
export class Server {
  readonly url: string;
  readonly #words: string[];
  #process: ChildProcess | null = null;
  /** What stands in the environment of `npm start`, from its next start on. */
  environment: Record<string, string> = {};
  #said = "";

  constructor(options: { folder: string; port: number; empty?: boolean }) {
    this.url = `http://localhost:${options.port}`;
    this.#words = ["bin/start.mjs", "--data", options.folder, "--port", String(options.port)];
    if (options.empty) this.#words.push("--empty");
  }

  /** What it has printed so far. */
  get said(): string {
    return this.#said;
  }

  /** Resolves when the page can be opened. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, this.#words, {
      cwd: root,
      detached: true,
      env: { ...process.env, ...atTheHour(), ...this.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    // Being in a group of its own, it would outlive a run that is broken off.
    process.once("exit", this.#cut);
    await new Promise<void>((settle, fail) => {
      const listen = (piece: Buffer) => {
        this.#said += String(piece);
        if (this.#said.includes("OpenIEP is ready")) settle();
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.once("close", (code) => fail(new Error(`npm start ended with code ${code}:\n${this.#said}`)));
    });
  }

  /** Ctrl-C, and the wait until everything is down. */
  async stop(): Promise<void> {
    await this.#end(() => this.#process?.kill("SIGINT"));
  }

  /** A power cut: `kill -9` for every process of it at once. */
  async cutPower(): Promise<void> {
    await this.#end(this.#cut);
  }

  readonly #cut = (): void => {
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // The whole group is gone already, which is what was wanted.
    }
  };

  async #end(how: () => void): Promise<void> {
    const child = this.#process;
    this.#said = "";
    process.off("exit", this.#cut);
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((settle) => child.once("close", settle));
      how();
      await gone;
      await groupGone(child.pid);
    }
    this.#process = null;
  }
}

/** The deployment is a child of `npm start`, and may take a moment longer to go. */
async function groupGone(group: number | undefined): Promise<void> {
  for (let attempt = 0; group !== undefined && attempt < 100; attempt++) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await new Promise((settle) => setTimeout(settle, 50));
  }
}
