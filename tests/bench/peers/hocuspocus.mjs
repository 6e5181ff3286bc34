// "H": Hocuspocus and its own provider over one Yjs text of 10,000 characters. It stores nothing before it broadcasts.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Server } from "@hocuspocus/server";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { seeded } from "../harness/statistics.mjs";

export async function openServer() {
  const server = new Server({
    port: 0,
    address: "127.0.0.1",
    quiet: true,
    async onLoadDocument({ document }) {
      document.getText("text").insert(0, "a".repeat(10_000));
      return document;
    },
  });
  await server.listen();
  return { port: server.address.port };
}

export async function openClient(port, _told, index, onText) {
  const document = new Y.Doc();
  const text = document.getText("text");
  const random = seeded(100 + index);
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: WebSocket,
  });
  let live = false;
  const ready = new Promise((settle) => {
    const onSynced = () => {
      live = true;
      settle();
    };
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: "text",
      document,
      token: "any",
      onSynced,
    });
    provider.attach?.();
  });
  // Reads the update that arrived: asking the event for its delta would walk the whole text at the peer's expense.
  document.on("update", (update, _origin, _document, transaction) => {
    if (transaction.local || !live) return;
    for (const { content } of Y.decodeUpdate(update).structs) if (content?.str) onText(content.str);
  });
  return {
    ready,
    type: (key) => text.insert(Math.floor(random() * text.length), key),
    copy: () => text.toString(),
  };
}
