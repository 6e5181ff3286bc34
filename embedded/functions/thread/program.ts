import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { Door } from "./door.ts";
import { Jobs } from "./jobs.ts";
import type { ToThread } from "./messages.ts";

/** What the thread of actions runs. It has no data and no ports: it asks the deployment for everything. */
function main(): void {
  if (parentPort === null) throw new Error("This program is for a thread.");
  stepBack();
  // An action can leave a promise or a timer behind that fails: that must not end the others.
  process.on("unhandledRejection", (reason) => console.error("Unhandled rejection:", reason));
  process.on("uncaughtException", (error) => console.error("Uncaught exception:", error));
  const door = new Door(parentPort);
  const jobs = new Jobs(door);
  parentPort.on("message", (message: ToThread) => {
    switch (message.type) {
      case "begin":
        void jobs.run(message.call, message.job);
        break;
      case "answer":
      case "refusal":
        door.answered(message);
        break;
      case "gone":
        jobs.leave(message.call);
        break;
      case "dismiss":
        jobs.dismiss(message.call);
        break;
      case "areYouThere":
        door.tell({ type: "here" });
        break;
    }
  });
}

const NICENESS = 5;

/** Where threads have priorities of their own (Linux), whoever saves goes before whoever signs in. */
function stepBack(): void {
  try {
    setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), NICENESS);
  } catch {
    // Elsewhere all are equal.
  }
}

main();
