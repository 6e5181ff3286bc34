// "F2": the sync protocol with nothing behind it but one durable write. The official client on one side; on the other
// a server without functions, read sets or identities that answers a mutation once lmdb has it on disk.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "lmdb";
import { WebSocketServer } from "ws";
import { openConvexClient } from "./convexClient.mjs";

const wireTime = (time) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(time));
  return bytes.toString("base64");
};
const wireVersion = ({ querySet, identity, time }) => ({ querySet, identity, ts: wireTime(time) });

export async function openServer() {
  const store = open({ path: join(mkdtempSync(join(tmpdir(), "openiep-stub-")), "db"), encoding: "string" });
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  const screens = new Set();
  let time = 1;
  let typed = { text: "", count: 0 };
  let line = JSON.stringify(typed);

  const show = (screen, querySet = screen.version.querySet) => {
    const next = { querySet, identity: 0, time };
    const versions = `"startVersion":${JSON.stringify(wireVersion(screen.version))},"endVersion":${JSON.stringify(wireVersion(next))}`;
    const change = `{"type":"QueryUpdated","queryId":${screen.queryId},"value":${line},"logLines":[],"journal":null}`;
    screen.socket.send(`{"type":"Transition",${versions},"modifications":[${change}]}`);
    screen.version = next;
  };
  server.on("connection", (socket) => {
    const screen = { socket, queryId: 0, version: { querySet: 0, identity: 0, time: 0 } };
    socket.on("close", () => screens.delete(screen));
    socket.on("message", (frame) => {
      const message = JSON.parse(String(frame));
      if (message.type === "ModifyQuerySet") {
        const added = message.modifications.find(({ type }) => type === "Add");
        if (!added) return;
        screen.queryId = added.queryId;
        screens.add(screen);
        show(screen, message.newVersion);
      } else if (message.type === "Mutation") {
        time++;
        typed = { text: (typed.text + message.args[0].text).slice(-128), count: typed.count + 1 };
        line = JSON.stringify(typed);
        store.transactionSync(() => store.put(time, line));
        const answer = {
          type: "MutationResponse",
          requestId: message.requestId,
          success: true,
          result: null,
        };
        socket.send(JSON.stringify({ ...answer, ts: wireTime(time), logLines: [] }));
        for (const each of screens) show(each);
      }
    });
  });
  await new Promise((settle) => server.once("listening", settle));
  return { port: server.address().port };
}

export const openClient = (port, _told, _index, onText) =>
  openConvexClient({ port, query: "room:lineShared", onText });
