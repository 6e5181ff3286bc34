import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** `npm start` as a person would type it, in a process group of its own, so that a power cut can take all of it. */
export class Server {
  readonly url: string;
  readonly #words: string[];
  #process: ChildProcess | null = null;
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
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
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
    await this.#end((child) => child.kill("SIGINT"));
  }

  /** A power cut: `kill -9` for every process of it at once. */
  async cutPower(): Promise<void> {
    await this.#end((child) => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"));
  }

  async #end(how: (child: ChildProcess) => void): Promise<void> {
    const child = this.#process;
    this.#process = null;
    this.#said = "";
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((settle) => child.once("close", settle));
    how(child);
    await gone;
  }
}
