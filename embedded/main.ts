import { rm } from "node:fs/promises";
import path from "node:path";
import { readFlags } from "./command/flags.ts";
import { pushFunctions } from "./command/push.ts";
import { inWords, Stop } from "./command/stop.ts";
import { archivesFolder, databaseFolder, openData } from "./data.ts";
import { type Deployment, openDeployment } from "./deployment.ts";
import { Contents } from "./files/contents.ts";
import { FileStore } from "./files/fileStore.ts";
import { Signer } from "./files/signature.ts";
import { compactStore } from "./store/compaction.ts";

/** The command line: starts a deployment, deploys a functions folder if asked, and runs until it is told to stop. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  const data = path.resolve(flags.data);
  let deployment: Deployment | null = null;
  try {
    if (flags.compact) return await compact(data);
    deployment = await openDeployment({ ...flags, data, onDiskFailure });
    stopOnSignal(deployment);
    if (flags.redact) reportFailures(deployment);
    const { url, adminKey } = deployment;
    if (flags.functions !== null) await pushFunctions(flags.functions, { url, adminKey, data });
    console.log(`url=${url}\nsite=${deployment.siteUrl}\nadminKey=${adminKey}`);
  } catch (error) {
    await deployment?.close();
    throw new Stop(
      inWords(error, { ...flags, data }) ?? (error instanceof Error ? error.stack : String(error)),
    );
  }
}

/** What was deleted lies in the database's file until something else is written over it; this takes it out. */
async function compact(data: string): Promise<void> {
  const sizes = await compactStore(databaseFolder(data));
  if (sizes === null) throw new Stop(`There is no database in ${data}.`);
  await rm(archivesFolder(data), { recursive: true, force: true });
  await sweepFiles(data);
  console.log(`before=${sizes.before}\nafter=${sizes.after}`);
}

/** Nothing is on its way in, so that what no row names goes at once, however young it is. */
async function sweepFiles(folder: string): Promise<void> {
  const { database, instance, files, close } = await openData(folder, {}, onDiskFailure);
  try {
    const contents = new Contents(files);
    await contents.open();
    const signer = new Signer(instance.secret);
    await new FileStore({ database, contents, signer, origin: "" }).sweep(Number.POSITIVE_INFINITY);
  } finally {
    await close();
  }
}

/** Nobody knows what the disk holds now: the next start reads it and finds out. */
function onDiskFailure(error: unknown): void {
  console.error(
    "The disk refused a write. Everything acknowledged until now is kept; start again when it has recovered.",
  );
  console.error(error);
  process.exit(1);
}

/** A deployed action can leave a promise or a timer behind that fails: that must not end everybody's deployment. */
function outliveFunctions(): void {
  process.on("unhandledRejection", (reason) => console.error("Unhandled rejection:", reason));
  process.on("uncaughtException", (error) => console.error("Uncaught exception:", error));
}

/** What browsers are not told, whoever runs the deployment should read. */
function reportFailures({ runtime }: Deployment): void {
  runtime.onRun(({ ok, kind, path: name, error = "" }) => {
    if (!ok && !error.startsWith("Uncaught ConvexError")) console.error(`${kind} ${name}: ${error}`);
  });
}

function stopOnSignal(deployment: Deployment): void {
  let stopping = false;
  const stop = () => {
    // Who asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    deployment.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().then(outliveFunctions, (error: unknown) => {
  console.error(error instanceof Stop ? error.message : error);
  process.exit(1);
});
