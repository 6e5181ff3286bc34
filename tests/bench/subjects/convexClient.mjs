import { ConvexClient } from "convex/browser";
import { makeFunctionReference } from "convex/server";
import { WebSocket } from "ws";

const say = makeFunctionReference("room:say");

/** The official client, subscribed to one line of text and typing by replacing it. */
export async function openConvexClient({ port, query, token, onText }) {
  const client = new ConvexClient(`http://127.0.0.1:${port}`, {
    webSocketConstructor: WebSocket,
    skipConvexDeploymentUrlCheck: true,
    unsavedChangesWarning: false,
  });
  if (token) client.setAuth(async () => token);
  let shown = 0;
  let first;
  const ready = new Promise((settle) => {
    first = settle;
  });
  client.onUpdate(makeFunctionReference(query), {}, (line) => {
    if (line === null) return;
    first();
    if (line.count > shown) onText(line.text.slice(shown - line.count));
    shown = line.count;
  });
  return {
    ready,
    type: (key) => void client.mutation(say, { text: key }),
    close: () => client.close(),
  };
}
