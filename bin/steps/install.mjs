import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./place.mjs";
import { run } from "./run.mjs";
import { Stop } from "./stop.mjs";

/** Installs what package-lock.json asks for, unless node_modules already holds exactly that. */
export async function install(say) {
  if (isInstalled()) return;
  say("Installing packages (once, about a minute)");
  const windows = process.platform === "win32";
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"], { shell: windows });
  if (code !== 0) {
    throw new Stop(
      `${output.trim()}\n\nThe packages could not be installed. Is npm's registry within reach?`,
    );
  }
}

/** npm leaves a list of what it installed; every package of the lock must be in it, in the same version. */
export function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const present = packagesIn("node_modules/.package-lock.json");
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === "") return true;
    if (present[path] === undefined) return optional === true || peer === true;
    return present[path].version === version;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return null;
  }
}
