#!/usr/bin/env node
// `npm run bench`: every figure is a ratio inside one run, against something that ran beside us on the same machine.
//   npm run bench -- --only B06,B09 --rounds 3
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFlags } from "../../bin/steps/flags.mjs";
import { root } from "../../bin/steps/place.mjs";
import { checkNode } from "../../bin/steps/preflight.mjs";
import { Stop, speak } from "../../bin/steps/stop.mjs";

await speak(async () => {
  checkNode();
  const flags = readFlags(process.argv.slice(2), { only: "", rounds: 5 });
  const say = (line) => console.error(`· ${line}`);
  const { install } = await import("../../bin/steps/install.mjs");
  await install(say);
  const { installPeers } = await import("./harness/peers.mjs");
  await installPeers(say);
  const { buildClient, buildDeployment, buildSeed, bundle } = await import("../../bin/steps/build.mjs");
  await Promise.all([buildDeployment(say), buildClient(say), buildSeed()]);
  await bundle("embedded/deployment.ts", join(root, ".build/bench/deployment.mjs"));
  await bundle("tests/bench/subjects/coWritingClient.ts", join(root, ".build/bench/coWritingClient.mjs"));

  const { benchmarks } = await import("./benchmarks.mjs");
  const wanted = flags.only === "" ? null : flags.only.split(",");
  const chosen = benchmarks.filter(({ ids }) => wanted === null || ids.some((id) => wanted.includes(id)));
  if (chosen.length === 0) throw new Stop(`There is no benchmark ${flags.only}.`);
  const lines = [];
  for (const benchmark of chosen) {
    say(`${benchmark.ids.join(", ")}`);
    const told = await benchmark.run({ rounds: flags.rounds, say: (line) => say(`  ${line}`) });
    for (const line of told) console.log(sentence(line));
    lines.push(...told);
  }
  mkdirSync(join(root, "test-results"), { recursive: true });
  writeFileSync(join(root, "test-results/bench.json"), `${JSON.stringify(lines, null, 2)}\n`);
});

function sentence({ id, what, ratio, goal, detail }) {
  return `${id}  ${String(ratio).padStart(6)}  (goal ${goal})  ${what}  [${detail}]`;
}
