#!/usr/bin/env node
// `npm test`: every check, one after the other, and the verdict in the last line: "N passed, N failed".
// `npm test -- --only types,domain` runs some of them; the nightly run (`npm run test:nightly`) asks for full figures.
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
  const chosen = choose(checks, flags.only);
  const running = [];
  for (const { name, check, beside } of chosen) {
    running.push(judge(name, check));
    if (!beside) await Promise.all(running);
  }
  const verdicts = await Promise.all(running);

  console.log("");
  for (const { name, passed, failed, seconds } of verdicts) {
    console.log(`${failed === 0 ? "✓" : "✗"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  }
  const sum = (key) => verdicts.reduce((total, verdict) => total + verdict[key], 0);
  if (sum("failed") > 0) process.exitCode = 1;
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
});

async function judge(name, check) {
  console.log(`\n── ${name}`);
  const from = performance.now();
  const { passed, failed } = await check();
  return { name, passed, failed, seconds: Math.round((performance.now() - from) / 1000) };
}

function choose(checks, only) {
  if (only === "") return checks;
  const names = only.split(",");
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown !== undefined) {
    throw new Stop(`There is no check "${unknown}". They are: ${checks.map(({ name }) => name).join(", ")}.`);
  }
  return checks.filter(({ name }) => names.includes(name));
}
