import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const taskset = ["/usr/bin/taskset", "/bin/taskset"].find((path) => existsSync(path));

/**
 * A process of its own for one side of a measurement, bound to one core where the system can: all clients share the
 * one on core 1, and so one clock; the server has core 0 to itself.
 */
export function openSide(script, words, core) {
  const options = { stdio: ["ignore", "ignore", "inherit", "ipc"] };
  const bound = taskset && { execPath: taskset, execArgv: ["-c", String(core), process.execPath] };
  const child = fork(fileURLToPath(script), words, { ...options, ...bound });
  const answer = (ms) =>
    new Promise((settle, fail) => {
      const late = setTimeout(() => fail(new Error(`no answer from ${words.join(" ")} in ${ms} ms`)), ms);
      const done = (then) => (value) => {
        clearTimeout(late);
        child.off("message", message);
        child.off("exit", exit);
        then(value);
      };
      const message = done((told) => (told.error ? fail(new Error(told.error)) : settle(told)));
      const exit = done((code) => fail(new Error(`${words.join(" ")} ended with code ${code}`)));
      child.once("message", message);
      child.once("exit", exit);
    });
  return {
    /** The first message: it stands and listens. */
    ready: () => answer(120_000),
    ask(question, ms = 120_000) {
      const told = answer(ms);
      child.send(question);
      return told;
    },
    close: () =>
      new Promise((settle) => {
        if (child.exitCode !== null || child.signalCode !== null) return settle();
        child.once("exit", settle);
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), 3000).unref();
      }),
  };
}
