import { createServer } from "node:net";

/**
 * The first port from `wanted` upwards that is free on this machine together with those after it, `count` in all: two
 * runs of the tests, from two checkouts, must not meet.
 */
export async function freePort(wanted, count = 2) {
  for (let port = wanted; port < wanted + 200; port += count) {
    const ports = Array.from({ length: count }, (_, i) => port + i);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return port;
  }
  throw new Error(`No port is free from ${wanted} to ${wanted + 200}.`);
}

function isFree(port) {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", () => settle(false));
    server.listen(port, "127.0.0.1", () => server.close(() => settle(true)));
  });
}
