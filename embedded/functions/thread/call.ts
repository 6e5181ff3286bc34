import { addLogLine } from "../logLines.ts";
import type { File, FileToStore } from "../syscalls/storage.ts";
import type { LogLevel } from "../world/console.ts";
import { type Operations, outsideOperations } from "../world/convex.ts";
import { freshRandom } from "../world/random.ts";
import type { Environment, World } from "../world.ts";
import type { Door } from "./door.ts";

type BlobToStore = { blob: Blob; options?: { sha256?: string } };

/** An action in the thread where it runs: its world, and the door through which it asks the deployment for something. */
export class Call implements World, Operations {
  readonly deterministic = false;
  readonly environment: Environment;
  readonly random = freshRandom();
  readonly #number: number;
  readonly #door: Door;
  readonly #lines: { length: number; push(line: string): void };
  #over = false;
  #asking = 0;

  constructor(number: number, environment: Environment, door: Door) {
    this.#number = number;
    this.environment = environment;
    this.#door = door;
    this.#lines = {
      length: 0,
      push(line) {
        this.length += 1;
        door.tell({ type: "log", call: number, line });
      },
    };
  }

  get now(): number {
    return Date.now();
  }

  /** A function that is over can ask for nothing more, whatever it left running. */
  get operations(): Operations {
    return this.#over ? outsideOperations : this;
  }

  end(): void {
    this.#over = true;
  }

  log(level: LogLevel, values: readonly unknown[]): void {
    if (!this.#over) addLogLine(this.#lines, level, values);
  }

  syscall(name: string): string {
    throw new Error(`Unknown operation ${name}`);
  }

  async asyncSyscall(name: string, args: string): Promise<string> {
    return (await this.#ask(name, args)) as string;
  }

  async jsSyscall(name: string, args: Record<string, unknown>): Promise<unknown> {
    switch (name) {
      case "storage/storeBlob": {
        const { blob, options } = args as BlobToStore;
        const bytes = new Uint8Array(await blob.arrayBuffer());
        const file = { bytes, contentType: blob.type, ...options } satisfies FileToStore;
        return await this.#ask(name, file, [bytes.buffer]);
      }
      case "storage/getBlob": {
        const file = (await this.#ask(name, String(args.storageId))) as File | null;
        return file && new Blob([file.bytes], { type: file.contentType });
      }
      default:
        throw new Error(`Unknown operation ${name}`);
    }
  }

  /** Resolves when nothing that it began waits for the deployment any more. */
  async quiet(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#asking > 0);
  }

  async #ask(name: string, args: unknown, transfer: ArrayBuffer[] = []): Promise<unknown> {
    this.#asking += 1;
    try {
      return await this.#door.ask(this.#number, name, args, transfer);
    } catch (thrown) {
      // Told in this place, so that the stack leads to whoever asked.
      const { message, data } = thrown as Error & { data?: unknown };
      throw Object.assign(new Error(message), data === undefined ? {} : { data });
    } finally {
      this.#asking -= 1;
    }
  }
}
