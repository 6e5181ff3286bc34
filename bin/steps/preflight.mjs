import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Stop } from "./stop.mjs";

const needed = [20, 19];

/** Stops when this Node is older than the product can run on. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
    throw new Stop(
      `This is Node ${version}; OpenIEP needs Node ${needed.join(".")} or newer. Install it from https://nodejs.org and try again.`,
    );
  }
}

/**
 * Makes the data folder (for its owner only, and never to be committed wherever it lies) and stops when nothing can
 * be written there.
 */
export function checkFolder(folder) {
  try {
    if (makeFolder(folder)) writeFileSync(join(folder, ".gitignore"), "*\n");
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch (problem) {
    throw new Stop(
      `The data folder ${folder} cannot be written (${problem.code}). Choose another with --data DIR, or give yourself the right to write there.`,
    );
  }
}

/** Parents first, one by one: asked to make them all at once, Node never ends where the system says "no such folder". */
function makeFolder(folder) {
  if (existsSync(folder)) return false;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  return true;
}

/** Stops when something already listens on the port, or when the host is none of this machine's. */
export async function checkPort(port, host) {
  const problem = await new Promise((settle) => {
    const probe = createServer();
    probe.once("error", settle);
    probe.listen(port, host, () => probe.close(() => settle(null)));
  });
  if (problem === null) return;
  if (problem.code === "EADDRINUSE") {
    throw new Stop(
      `Port ${port} is taken by another program (perhaps OpenIEP is already running). Stop that one, or choose another with --port N.`,
    );
  }
  if (problem.code === "EACCES") {
    throw new Stop(`Port ${port} is reserved on this machine. Choose one above 1023 with --port N.`);
  }
  throw new Stop(`Nothing can listen on ${host} here (${problem.code}). Check --host.`);
}
