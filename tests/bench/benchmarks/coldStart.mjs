import { spawn } from "node:child_process";
import { median, short } from "../harness/statistics.mjs";
import { openHosted } from "../subjects/hosted.mjs";

/** A process that opens lmdb and a socket, and nothing else. */
const bare = `
  const { WebSocketServer } = await import("ws");
  const { open } = await import("lmdb");
  const { mkdtempSync } = await import("node:fs");
  const store = open({ path: mkdtempSync(process.argv[1] + "/bare-") + "/db" });
  await store.put("a", 1);
  await new Promise((settle) => new WebSocketServer({ port: 0, host: "127.0.0.1" }).on("listening", settle));
  console.log("adminKey=none");`;

/** From the start of the process to the first answered query, against a process that only opens a store and a socket. */
export const coldStart = {
  ids: ["B15"],
  async run({ rounds, say }) {
    say("starting and stopping");
    const hosted = await openHosted({ people: 1, spawned: true });
    await hosted.stop();
    const rows = [];
    for (let round = 0; round < rounds * 2; round++) {
      const floor = await timed(["--input-type=module", "-e", bare, hosted.folder], "SIGTERM");
      const clean = await timed(hosted.command, "SIGTERM", hosted.port);
      await timed(hosted.command, "SIGKILL", hosted.port);
      const afterKill = await timed(hosted.command, "SIGTERM", hosted.port);
      rows.push({ floor, clean, afterKill });
    }
    hosted.forget();
    const typical = (kind) => short(median(rows.map((row) => row[kind])));
    return [
      {
        id: "B15",
        what: "process start to first answered query, against node + ws + lmdb listening",
        ratio: short(median(rows.map(({ clean, floor }) => clean / floor))),
        goal: "≤ 3",
        detail: `${typical("clean")} ms; bare ${typical("floor")} ms`,
      },
      {
        id: "B15",
        what: "the same after kill -9, against after a clean stop",
        ratio: short(median(rows.map(({ clean, afterKill }) => afterKill / clean))),
        goal: "≤ 1.5",
        detail: `${typical("afterKill")} ms`,
      },
    ];
  },
};

/** Milliseconds until the program has said its last opening line and, with a port, has answered a query. */
async function timed(words, signal, port) {
  const from = performance.now();
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((settle, fail) => {
    let said = "";
    child.stdout.on("data", (piece) => {
      said += piece;
      if (said.includes("adminKey=")) settle();
    });
    child.once("close", () => fail(new Error("it ended before it was ready")));
  });
  if (port !== undefined) await firstAnswer(port);
  const spent = performance.now() - from;
  const gone = new Promise((settle) => child.once("close", settle));
  child.kill(signal);
  await gone;
  return spent;
}

async function firstAnswer(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/query`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: "room:lineShared", args: {}, format: "json" }),
  });
  const { status } = await answer.json();
  if (status !== "success") throw new Error(`the first query was answered with ${status}`);
}
