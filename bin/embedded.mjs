#!/usr/bin/env node
// `npm run embedded -- --functions DIR --data DIR --port N --site-port M`: hosts any Convex project.
import { checkNode } from "./steps/preflight.mjs";
import { speak } from "./steps/stop.mjs";

await speak(async () => {
  checkNode();
  const { install } = await import("./steps/install.mjs");
  const { buildDeployment, deploymentFile } = await import("./steps/build.mjs");
  const { start } = await import("./steps/run.mjs");
  const say = (line) => console.error(`· ${line}`);
  await install(say);
  await buildDeployment(say);
  const words = process.argv.slice(2);
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const child = start(process.execPath, [deploymentFile, ...words], {
    stdio: "inherit",
    cwd,
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("close", (code) => process.exit(code ?? 1));
});
