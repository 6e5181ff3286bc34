import { createServer } from "node:net";

/**
 * The first port from `wanted` upwards that is free on this machine together with the one after it: two runs of the
 * tests, from two checkouts, must not meet.
 */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 200; port += 2) {
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
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
