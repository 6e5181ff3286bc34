import { spawn } from "node:child_process";
import { root } from "./place.mjs";

const living = new Set();

/** Starts a program in the project's folder; it is stopped with this one (see `stopAll`). */
export function start(command, words, options = {}) {
  const child = spawn(command, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options });
  living.add(child);
  child.once("close", () => living.delete(child));
  return child;
}

/** Runs a program to its end and gives its exit code and everything it said. */
export async function run(command, words, options = {}) {
  const child = start(command, words, options);
  let output = "";
  child.stdout?.on("data", (piece) => (output += piece));
  child.stderr?.on("data", (piece) => (output += piece));
  const code = await new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (exitCode) => settle(exitCode ?? 1));
  });
  return { code, output };
}

/** Runs one of the installed packages' programs with this very Node. */
export const runNode = (words, options) => run(process.execPath, words, options);

/** Asks every program that is still running to stop, and waits; one that does not within ten seconds is killed. */
export async function stopAll() {
  await Promise.all(
    [...living].map(async (child) => {
      const gone = new Promise((settle) => child.once("close", settle));
      child.kill("SIGTERM");
      const last = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await gone;
      clearTimeout(last);
    }),
  );
}
