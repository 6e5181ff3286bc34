import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { buildClient, buildDeployment } from "./build.mjs";
import { freePort } from "./freePort.mjs";
import { root } from "./place.mjs";
import { runNode, start } from "./run.mjs";
import { Stop } from "./stop.mjs";

/**
 * Every check of the project: its name, and how it is run. Each answers how many of its parts passed and failed.
 * Those that do not fill the machine run `beside` the one that follows them.
 */
export const checks = [
  {
    name: "types",
    beside: true,
    check: () => whole("node_modules/typescript7/bin/tsc", "-p", ".", "--noEmit"),
  },
  {
    name: "format",
    beside: true,
    check: () => whole("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
  },
  { name: "pages", beside: true, check: pages },
  { name: "client", beside: true, check: () => vitest("client") },
  {
    name: "lint",
    check: () => whole("node_modules/oxlint/bin/oxlint", "-c", "oxlint.config.mjs"),
  },
  { name: "domain", check: () => vitest("domain") },
  // One process answers all of its calls, so that it leaves a part of the other core to the one that follows.
  {
    name: "domain on the embedded deployment",
    beside: true,
    check: () => vitest("domain", "tests/support/onEmbedded.mjs"),
  },
  { name: "embedded", check: () => vitest("embedded") },
  { name: "stories", check: stories },
];

/** On two cores vitest would keep one for itself, which it does not need. */
const BOTH_CORES = "--maxWorkers=2";

/** A tool that judges all at once: one part. It speaks when it is done, since another may run beside it. */
async function whole(...words) {
  const { code, output } = await runNode(words);
  process.stdout.write(output);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What people load can be built, the deployment too: the stories find both ready. */
async function pages() {
  const say = (line) => console.log(`· ${line}`);
  try {
    await Promise.all([buildClient(say), buildDeployment(say)]);
    return { passed: 1, failed: 0 };
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    console.error(problem.message);
    return { passed: 0, failed: 1 };
  }
}

/** `through` is a script that prepares something and hands its arguments on to `vitest run --project domain`. */
async function vitest(project, through) {
  const report = reportFile(through ? `${project}-embedded` : project);
  const words = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`, BOTH_CORES];
  const run = through ? [through] : ["node_modules/vitest/vitest.mjs", "run", "--project", project];
  const code = await watch([...run, ...words]);
  return counted(report, code, (told) => ({
    passed: told.numPassedTests,
    // A file that cannot even be loaded holds no test to fail, yet is a failure.
    failed:
      told.numFailedTests +
      told.testResults.filter(
        ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
      ).length,
  }));
}

async function stories() {
  let browser;
  try {
    browser = await findBrowser((line) => console.log(`· ${line}`));
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    console.error(problem.message);
    return { passed: 0, failed: 1 };
  }
  const report = reportFile("stories");
  const words = ["test", "-c", "tests/stories/playwright.config.ts"];
  const port = process.env.STORIES_PORT ?? String(await freePort(4801, 4));
  const env = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report, STORIES_PORT: port };
  const code = await watch(["node_modules/@playwright/test/cli.js", ...words], env);
  return counted(report, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped,
  }));
}

/** Reads a tool's own report. A tool that failed without naming a failed test counts as one failure. */
function counted(report, code, read) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(report, "utf8")));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function reportFile(name) {
  const file = join(root, "test-results/reports", `${name}.json`);
  mkdirSync(join(root, "test-results/reports"), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function watch(words, env = {}) {
  const child = start(process.execPath, words, { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code) => settle(code ?? 1));
  });
}
