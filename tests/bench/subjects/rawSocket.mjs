// The floor of this machine: a server that copies each frame to every other socket and knows nothing.
import { WebSocket, WebSocketServer } from "ws";

export async function openServer() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (socket) => {
    socket.on("message", (frame) => {
      for (const other of server.clients) if (other !== socket) other.send(frame, { binary: false });
    });
  });
  await new Promise((settle) => server.once("listening", settle));
  return { port: server.address().port };
}

export async function openClient(port, _told, _index, onText) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  const padding = "x".repeat(120);
  socket.on("message", (frame) => onText(String(frame).slice(0, 1)));
  const ready = new Promise((settle) => socket.once("open", settle));
  return { ready, type: (key) => socket.send(key + padding) };
}
