#!/usr/bin/env node
// `npm start`: everything between a fresh copy of this project and OpenIEP in the browser.
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { join, resolve } from "node:path";
import { readFlags } from "./steps/flags.mjs";
import { root } from "./steps/place.mjs";
import { checkFolder, checkNode, checkPort } from "./steps/preflight.mjs";
import { Stop, speak } from "./steps/stop.mjs";

await speak(async () => {
  checkNode();
  const flags = readFlags(process.argv.slice(2), {
    port: 3210,
    host: "127.0.0.1",
    data: join(root, ".openiep"),
    origin: "",
    empty: false,
  });
  const folder = resolve(flags.data);
  checkFolder(folder);
  await checkPort(flags.port, flags.host);
  await open({ ...flags, folder });
});

async function open({ port, host, folder, origin, empty }) {
  // Loaded late: on a Node that is too old these modules may not even parse.
  const { install } = await import("./steps/install.mjs");
  const { buildClient, buildDeployment, clientFolder } = await import("./steps/build.mjs");
  const { mailOf } = await import("./steps/mail.mjs");
  const { launch, oneOrigin } = await import("./steps/deployment.mjs");
  const { openRecord } = await import("./steps/record.mjs");
  const { secretsOf } = await import("./steps/secrets.mjs");
  const { push, setEnvironment } = await import("./steps/push.mjs");
  const { fillSample, samplePeople } = await import("./steps/sample.mjs");
  const { stopAll } = await import("./steps/run.mjs");

  const say = (line) => console.log(`· ${line}`);
  const record = openRecord(join(folder, "start.json"));
  const kind = chooseKind(record, empty, folder);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping. Everything that was saved is on disk.");
    await stopAll();
    process.exit(process.exitCode ?? 0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);

  try {
    await install(say);
    await Promise.all([buildClient(say), buildDeployment(say)]);
    const address = origin || `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`;
    const deployment = await launch(oneOrigin({ folder, client: clientFolder, port, host, origin: address }));
    deployment.child.once("close", (code) => {
      if (stopping) return;
      console.error(
        "\nThe deployment ended by itself. What it said stands above; `npm start` starts it again.",
      );
      process.exit(code || 1);
    });
    const variables = {
      SITE_URL: address,
      ...secretsOf(folder),
      ...mailOf(process.env),
      SAMPLE_MODE: kind === "sample" ? "1" : "0",
    };
    await setEnvironment(deployment, variables, record);
    await push(deployment, record, say);
    if (kind === "sample") await fillSample(deployment, record, say);
    await welcome(address, kind === "sample" ? await samplePeople(deployment) : null);
  } catch (problem) {
    stopping = true;
    await stopAll();
    throw problem;
  }
}

/** A data folder is either the sample district or somebody's own, from its first start on. */
function chooseKind(record, empty, folder) {
  const kept = record.get("kind");
  if (kept === "sample" && empty) {
    throw new Stop(
      `${folder} already holds the sample district. Give --empty a folder of its own: --empty --data DIR.`,
    );
  }
  if (kept === undefined) record.set("kind", empty ? "empty" : "sample");
  return record.get("kind");
}

function welcome(address, sample) {
  console.log(`\nOpenIEP is ready: ${address}\n`);
  if (sample === null) return;
  console.log("The sample district is invented. Sign in as:");
  const width = Math.max(...sample.people.map(({ email }) => email.length));
  for (const { email, name, description } of sample.people) {
    console.log(`  ${email.padEnd(width)}  ${name}, ${description}`);
  }
  console.log(`\nTheir password: ${sample.password}\nCtrl-C stops.\n`);
}
