import { AsyncResource } from "node:async_hooks";
import crypto, { type ScryptOptions } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { Worker } from "node:worker_threads";
import type { Hashed, ToHash } from "./hashing.ts";
import program from "./hashing.ts?program";
import { addressOf } from "./threadProgram.ts";

type Bytes = crypto.BinaryLike;
type Done = (error: Error | null, key?: Buffer) => void;

/**
 * Lets passwords be hashed in a thread of their own, one after the other, behind everybody else. Node's helpers would
 * hash as many at once as the machine has cores, and it is they who write the database to disk.
 */
export function installPatientScrypt(): void {
  const hashing = new Hashing();
  crypto.scrypt = ((
    password: Bytes,
    salt: Bytes,
    size: number,
    options: ScryptOptions | Done,
    done?: Done,
  ) => {
    if (typeof options === "function") hashing.hash({ password, salt, size, options: {} }, options);
    else hashing.hash({ password, salt, size, options }, done as Done);
  }) as typeof crypto.scrypt;
  syncBuiltinESMExports();
}

class Hashing {
  readonly #waiting = new Map<number, Done>();
  #worker: Worker | undefined;
  #asked = 0;

  hash(what: Omit<ToHash, "number">, done: Done): void {
    const number = ++this.#asked;
    this.#waiting.set(number, AsyncResource.bind(done));
    this.#worker ??= this.#start();
    this.#worker.postMessage({ number, ...what } satisfies ToHash);
  }

  #start(): Worker {
    const worker = new Worker(addressOf(program, "hashing.js"), { name: "hashing" });
    worker.on("message", ({ number, ...result }: Hashed) => {
      const done = this.#waiting.get(number);
      this.#waiting.delete(number);
      if ("key" in result) done?.(null, Buffer.from(result.key));
      else done?.(result.error);
    });
    worker.on("error", () => undefined);
    worker.on("exit", () => {
      this.#worker = undefined;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const done of waiting) done(new Error("The thread that hashes has ended."));
    });
    worker.unref();
    return worker;
  }
}
