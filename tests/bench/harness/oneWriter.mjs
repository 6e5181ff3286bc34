// One official client that sends one mutation at a time: node oneWriter.mjs <port>
import { ConvexClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { WebSocket } from "ws";

const client = new ConvexClient(`http://127.0.0.1:${process.argv[2]}`, {
  webSocketConstructor: WebSocket,
  skipConvexDeploymentUrlCheck: true,
  unsavedChangesWarning: false,
});
const add = makeFunctionReference("notes:add");
const body = "A sentence of about three hundred bytes, as a note has. ".repeat(5);
let position = 0;

process.on("message", async ({ count }) => {
  try {
    const from = performance.now();
    for (let n = 0; n < count; n++) {
      await client.mutation(add, {
        author: "one writer",
        topic: `topic ${position % 50}`,
        position: position++,
        body,
      });
    }
    process.send({ perSecond: (count * 1000) / (performance.now() - from) });
  } catch (problem) {
    process.send({ error: String(problem?.stack ?? problem) });
  }
});
process.on("disconnect", () => process.exit());
process.send({});
