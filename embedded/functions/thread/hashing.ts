import { type BinaryLike, type ScryptOptions, scryptSync } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { stepBack } from "./priority.ts";

/** From and to the thread that hashes. Answers come in the order of the questions. */
export type ToHash = {
  number: number;
  password: BinaryLike;
  salt: BinaryLike;
  size: number;
  options: ScryptOptions;
};
export type Hashed = { number: number } & ({ key: Uint8Array } | { error: Error });

stepBack(10);
parentPort?.on("message", ({ number, password, salt, size, options }: ToHash) => {
  parentPort?.postMessage({ number, ...hashed() } satisfies Hashed);

  function hashed(): { key: Uint8Array } | { error: Error } {
    try {
      return { key: new Uint8Array(scryptSync(password, salt, size, options)) };
    } catch (error) {
      return { error: error as Error };
    }
  }
});
