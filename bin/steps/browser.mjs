import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run, runNode } from "./run.mjs";
import { Stop } from "./stop.mjs";

/** Chromium without its windows, which nobody looks at here: a third less work for two cores. */
const light = "/usr/bin/chromium-headless-shell";
const usualPlaces = [
  light,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The path of a Chromium to test with: the one named in CHROMIUM; where we may install, Debian's without windows;
 * one already here; or Playwright's, installed now. Stops with a sentence when none can be had.
 */
export async function findBrowser(say) {
  const mayInstall = process.getuid?.() === 0 && has("apt-get");
  if (mayInstall && !process.env.CHROMIUM && !existsSync(light)) {
    say("Installing a browser (Debian's chromium-headless-shell)");
    await installFromDebian("chromium-headless-shell");
  }
  const here = await installed();
  if (here) return here;
  if (mayInstall) {
    say("Installing a browser (Debian's chromium)");
    await installFromDebian("chromium");
  }
  if (!(await installed())) {
    say("Installing a browser (Playwright's chromium)");
    await runNode(["node_modules/playwright-core/cli.js", "install", "chromium"]);
  }
  const now = await installed();
  if (now) return now;
  throw new Stop(
    "The browser stories need Chromium, and none could be installed here. Install one and name it: CHROMIUM=/path/to/chromium npm test",
  );
}

async function installFromDebian(name) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await run("apt-get", ["update"], options);
  await run("apt-get", ["install", "-y", "--no-install-recommends", name], options);
}

async function installed() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Stop(`CHROMIUM names ${named}, and there is no such file.`);
  }
  const { chromium } = await import("playwright-core");
  return [...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

function has(program) {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
