import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../bin/steps/place.mjs";
import { run } from "../../../bin/steps/run.mjs";
import { Stop } from "../../../bin/steps/stop.mjs";

const folder = join(root, "tests/bench/peers");

/** What we are measured against has a manifest of its own and stays out of the product's packages. */
export async function installPeers(say) {
  if (existsSync(join(folder, "node_modules/.package-lock.json"))) return;
  say("Installing the peers to measure against");
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder });
  if (code !== 0) throw new Stop(`${output}\nThe peers could not be installed.`);
}
