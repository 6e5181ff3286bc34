import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { findBrowser } from "./browser.mjs";
import { buildClient, buildDeployment } from "./build.mjs";
import { freePort } from "./freePort.mjs";
import { root } from "./place.mjs";
import { runNode, start } from "./run.mjs";
import { Stop } from "./stop.mjs";

/**
 * Every check of the project: its name, and how it is run. Each answers how many of its parts passed, and which
 * failed, with words. Those that do not fill the machine run `beside` the one that follows them; those `byNight` only
 * in the nightly run, or when they are named.
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
    check: () => vitest("domain", { through: "tests/support/onEmbedded.mjs" }),
  },
  { name: "embedded", check: () => vitest("embedded") },
  { name: "stories", check: () => stories() },
  { name: "awkward hours", byNight: true, check: atAwkwardHours },
];

/** Around midnight in Chicago (the tests), Denver (the sample), London and UTC, at the turn of a year, on days that few years have, as clocks change. */
const awkwardHours = [
  "2026-11-22T05:58:30Z",
  "2026-11-22T06:56:30Z",
  "2026-12-31T23:58:30Z",
  "2027-01-01T05:58:30Z",
  "2027-03-14T07:58:00Z",
  "2027-03-28T00:58:00Z",
  "2027-06-30T22:50:00Z",
  "2027-07-15T15:00:00Z",
  "2027-08-01T04:58:30Z",
  "2027-08-31T15:00:00Z",
  "2027-10-31T00:58:00Z",
  "2027-11-07T06:58:00Z",
  "2028-02-29T12:00:00Z",
  "2031-01-31T20:00:00Z",
];

/** Stories take long: one over midnight in the sample's district, one in its holidays, one on a leap day. */
const hoursOfStories = ["2026-11-22T06:56:30Z", "2027-07-15T15:00:00Z", "2028-02-29T12:00:00Z"];

/** On two cores vitest would keep one for itself, which it does not need. */
const BOTH_CORES = "--maxWorkers=2";

/** A tool that judges all at once: one part. It speaks when it is done, since another may run beside it. */
async function whole(...words) {
  const { code, output } = await runNode(words);
  process.stdout.write(output);
  return code === 0 ? { passed: 1, failures: [] } : nothingBut(output);
}

/** What people load can be built, the deployment too: the stories find both ready. */
async function pages() {
  const say = (line) => console.log(`· ${line}`);
  try {
    await Promise.all([buildClient(say), buildDeployment(say)]);
    return { passed: 1, failures: [] };
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    console.error(problem.message);
    return nothingBut(problem.message);
  }
}

/** `through` is a script that prepares something and hands its arguments on to `vitest run --project domain`. */
async function vitest(project, { through, env = {} } = {}) {
  const report = reportFile(through ? `${project}-embedded` : project);
  const words = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`, BOTH_CORES];
  const run = through ? [through] : ["node_modules/vitest/vitest.mjs", "run", "--project", project];
  const code = await watch([...run, ...words], env);
  return counted(report, code, (told) => ({
    passed: told.numPassedTests,
    failures: told.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const file = relative(root, name);
      // A file that cannot even be loaded holds no test to fail, yet is a failure.
      if (status === "failed" && assertionResults.length === 0) return [{ test: file, message }];
      const failed = assertionResults.filter((test) => test.status === "failed");
      return failed.map(({ ancestorTitles, title, failureMessages }) => ({
        test: [file, ...ancestorTitles, title].join(" › "),
        message: failureMessages.join("\n"),
      }));
    }),
  }));
}

async function atAwkwardHours() {
  const verdict = { passed: 0, failures: [] };
  for (const hour of awkwardHours) {
    const env = { NOW: hour };
    const checked = [() => vitest("client", { env }), () => vitest("domain", { env })];
    if (hoursOfStories.includes(hour)) checked.push(() => stories(env));
    for (const check of checked) {
      console.log(`· as if it were ${hour}`);
      const { passed, failures } = await check();
      verdict.passed += passed;
      verdict.failures.push(
        ...failures.map(({ test, message }) => ({ test: `NOW=${hour} ${test}`, message })),
      );
    }
  }
  return verdict;
}

async function stories(env = {}) {
  let browser;
  try {
    browser = await findBrowser((line) => console.log(`· ${line}`));
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    console.error(problem.message);
    return nothingBut(problem.message);
  }
  const report = reportFile("stories");
  const words = ["test", "-c", "tests/stories/playwright.config.ts"];
  const port = process.env.STORIES_PORT ?? String(await freePort(4801, 4));
  const world = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report, STORIES_PORT: port, ...env };
  const code = await watch(["node_modules/@playwright/test/cli.js", ...words], world);
  return counted(report, code, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failures: unpassed(suites),
  }));
}

/** The stories of a report that did not pass, those that were skipped among them. */
function unpassed(suites) {
  return suites.flatMap(({ file, specs, suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === "unexpected" || status === "skipped"))
      .map(({ title, tests }) => ({
        test: `tests/stories/${file} › ${title}`,
        message: tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? "")).join("\n"),
      })),
    ...unpassed(inner),
  ]);
}

/** Reads a tool's own report. A tool that failed without naming a failed test counts as one failure. */
function counted(report, code, read) {
  try {
    const verdict = read(JSON.parse(readFileSync(report, "utf8")));
    const isSilent = code !== 0 && verdict.failures.length === 0;
    return isSilent ? { ...verdict, failures: [unexplained(code)] } : verdict;
  } catch {
    return { passed: 0, failures: [unexplained(code)] };
  }
}

const unexplained = (code) => ({ test: "", message: `It ended with ${code} and named no test: see above.` });
const nothingBut = (message) => ({ passed: 0, failures: [{ test: "", message }] });

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
