#!/usr/bin/env node
// `npm run dev`: the product with hot reload. Pages come from Vite, functions are pushed on every save by `convex dev`.
import { join, resolve } from "node:path";
import { readFlags } from "./steps/flags.mjs";
import { root } from "./steps/place.mjs";
import { checkFolder, checkNode, checkPort } from "./steps/preflight.mjs";
import { speak } from "./steps/stop.mjs";

await speak(async () => {
  checkNode();
  const flags = readFlags(process.argv.slice(2), {
    port: 5173,
    data: join(root, ".openiep-dev"),
    empty: false,
  });
  const folder = resolve(flags.data);
  checkFolder(folder);
  await checkPort(flags.port, "127.0.0.1");
  await develop({ ...flags, folder });
});

async function develop({ port, folder, empty }) {
  const { install } = await import("./steps/install.mjs");
  const { buildDeployment, clientFolder } = await import("./steps/build.mjs");
  const { launch, oneOrigin } = await import("./steps/deployment.mjs");
  const { mailOf } = await import("./steps/mail.mjs");
  const { openRecord } = await import("./steps/record.mjs");
  const { secretsOf } = await import("./steps/secrets.mjs");
  const { cliEnvironment, push, setEnvironment } = await import("./steps/push.mjs");
  const { fillSample } = await import("./steps/sample.mjs");
  const { start, stopAll } = await import("./steps/run.mjs");

  const say = (line) => console.log(`· ${line}`);
  const address = `http://localhost:${port}`;
  const record = openRecord(join(folder, "start.json"));
  const stop = () => stopAll().then(() => process.exit(0));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);

  try {
    await install(say);
    await buildDeployment(say);
    await checkPort(port + 1, "127.0.0.1");
    const place = { folder, client: clientFolder, port: port + 1, host: "127.0.0.1", origin: address };
    const deployment = await launch(oneOrigin(place));
    const variables = {
      SITE_URL: address,
      ...secretsOf(folder),
      ...mailOf(process.env),
      SAMPLE_MODE: empty ? "0" : "1",
    };
    await setEnvironment(deployment, variables, record);
    await push(deployment, record, say);
    if (!empty) await fillSample(deployment, record, say);
    start(process.execPath, ["node_modules/convex/bin/main.js", "dev", "--tail-logs", "always"], {
      stdio: "inherit",
      env: cliEnvironment(deployment),
    });

    const { createServer } = await import("vite");
    const vite = await createServer({
      root,
      server: {
        port,
        strictPort: true,
        host: "127.0.0.1",
        proxy: { "/api": { target: deployment.url, ws: true } },
      },
    });
    await vite.listen();
    console.log(`\nOpenIEP with hot reload: ${address}\n`);
  } catch (problem) {
    await stopAll();
    throw problem;
  }
}
