import { parentPort } from "node:worker_threads";
import { Door } from "./door.ts";
import { Jobs } from "./jobs.ts";
import type { ToThread } from "./messages.ts";
import { installPatientScrypt } from "./patientScrypt.ts";
import { stepBack } from "./priority.ts";

/** Whoever saves goes before whoever signs in. */
const NICENESS = 5;

/** What the thread of actions runs. It has no data and no ports: it asks the deployment for everything. */
function main(): void {
  if (parentPort === null) throw new Error("This program is for a thread.");
  stepBack(NICENESS);
  installPatientScrypt();
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

main();
