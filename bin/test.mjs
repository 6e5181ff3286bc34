#!/usr/bin/env node
// `npm test`: every check, one after the other, and the verdict in the last line: "N passed, N failed".
// `npm test -- --only types,domain` runs some of them; the nightly run (`npm run test:nightly`) asks for full figures.
import { randomInt } from "node:crypto";
import { stripVTControlCharacters } from "node:util";
import { readFlags } from "./steps/flags.mjs";
import { checkNode } from "./steps/preflight.mjs";
import { Stop, speak } from "./steps/stop.mjs";

/** How often the nightly run does what the daily one only samples. */
const fullFigures = {
  ROUNDS: "100",
  KILL_ROUNDS: "100",
  FUZZ_FRAMES: "100000",
  EXACTLY_ONCE_MUTATIONS: "10000",
  EXACTLY_ONCE_RECONNECTS: "1000",
  MATRIX_SHARE: "1",
  EMBEDDED_SHARE: "1",
  SEEDS: "200",
  CONVERGENCE_SEEDS: "20",
  AUDIT_TAMPERINGS: "10000",
  AUDIT_APPENDS: "100000",
  FOREIGN_CALLS: "200000",
  UNDO_RUNS: "200",
  ABUSE_TRIES: "10000",
  ABUSE_TIMINGS: "3000",
  SEALS: "1000000",
  ROTATED_ROWS: "100000",
  JOINED_PAIRS: "40",
  SESSION_ROUNDS: "167",
  FINDING_TRIALS: "200",
  LISTED_STUDENTS: "100000",
  EVERY_LOOK: "1",
  TYPED_WORDS: "30",
  DISTRICT_STUDENTS: "100000",
  DAMAGED_ARCHIVES: "500",
  MOVED_COPIES: "1",
  RETURNING: "620",
  MAIL_RUNS: "100000",
  MAIL_POWER: "1",
  SUPPRESSION_RUNS: "2000",
  RECOUNT_RUNS: "60",
  REPORT_RUNS: "3000",
};

/** So many failures of a check are named at the end; all of them stand above. */
const NAMED = 20;

await speak(async () => {
  checkNode();
  const flags = readFlags(process.argv.slice(2), { only: "", nightly: false });
  const { install } = await import("./steps/install.mjs");
  const { stopAll } = await import("./steps/run.mjs");
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => stopAll().then(() => process.exit(130)));
  await install((line) => console.log(`· ${line}`));
  if (flags.nightly) Object.assign(process.env, fullFigures);

  const { checks } = await import("./steps/checks.mjs");
  const chosen = choose(checks, flags);
  // One seed for all that tests do by chance, so that a run can be had again.
  process.env.SEED ??= String(randomInt(2 ** 31));
  const running = [];
  for (const { name, check, beside } of chosen) {
    running.push(judge(name, check));
    if (!beside) await Promise.all(running);
  }
  const verdicts = await Promise.all(running);

  console.log("");
  for (const { name, passed, failures, seconds } of verdicts) {
    const sign = failures.length === 0 ? "✓" : "✗";
    console.log(`${sign} ${name}: ${passed} passed, ${failures.length} failed (${seconds} s)`);
  }
  // Named once more at the end, where whoever sees only the end of this looks.
  for (const { name, failures } of verdicts) {
    for (const { test, message } of failures.slice(0, NAMED))
      console.log(`\n✗ ${name}: ${test}\n${inShort(message)}`);
  }
  const passed = verdicts.reduce((sum, verdict) => sum + verdict.passed, 0);
  const failed = verdicts.reduce((sum, verdict) => sum + verdict.failures.length, 0);
  if (failed > 0) {
    process.exitCode = 1;
    console.log(`\nWhat happened by chance happens again with SEED=${process.env.SEED}.`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
});

/** The lines that tell what went wrong, without the colours and without the way there. */
function inShort(message) {
  const lines = stripVTControlCharacters(message).split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !/^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join("\n");
}

async function judge(name, check) {
  console.log(`\n── ${name}`);
  const from = performance.now();
  const { passed, failures } = await check();
  return { name, passed, failures, seconds: Math.round((performance.now() - from) / 1000) };
}

function choose(checks, { only, nightly }) {
  if (only === "") return checks.filter(({ byNight }) => nightly || !byNight);
  const names = only.split(",");
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown !== undefined) {
    throw new Stop(`There is no check "${unknown}". They are: ${checks.map(({ name }) => name).join(", ")}.`);
  }
  return checks.filter(({ name }) => names.includes(name));
}
