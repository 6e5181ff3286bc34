import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Listener } from "#embedded/http/listener.ts";
import { SyncServer } from "#embedded/sync/syncServer.ts";

let port: Listener;
const live = new SyncServer({} as ConstructorParameters<typeof SyncServer>[0]);
beforeAll(async () => {
  port = await Listener.open({
    port: 0,
    host: "127.0.0.1",
    origin: () => "http://here",
    handle: async (request) => new Response(null, { headers: { "x-address": request.url } }),
    upgrade: (request, socket, head) => live.upgrade(request, socket, head),
  });
});
afterAll(async () => {
  await live.close();
  await port.close();
});

/** Sends text as a client that no browser is, and answers with what comes back. */
async function answerTo(text: string): Promise<string> {
  const socket = connect(port.port, "127.0.0.1");
  socket.write(text);
  const pieces: Buffer[] = [];
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  await once(socket, "close");
  return Buffer.concat(pieces).toString("latin1");
}

const plain = "Host: here\r\nConnection: close\r\n\r\n";
const upgrade = "Host: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

describe("HTTP-10: what no browser would send is answered, and never waits for ever", () => {
  test.each([
    ["an address that is none", `GET /\\ HTTP/1.1\r\n${plain}`, "HTTP/1.1 200 OK"],
    ["a method that no route can have", `TRACE / HTTP/1.1\r\n${plain}`, "HTTP/1.1 400 Bad Request"],
    [
      "a live connection to an address that is none",
      `GET // HTTP/1.1\r\n${upgrade}`,
      "HTTP/1.1 400 Bad Request",
    ],
  ])("%s", async (_, text, status) => {
    expect(await answerTo(text)).toContain(`${status}\r\n`);
  });

  test("an address that looks like another host's is one of this host", async () => {
    expect(await answerTo(`GET /\\elsewhere/x HTTP/1.1\r\n${plain}`)).toContain(
      "x-address: http://here/elsewhere/x\r\n",
    );
  });
});
