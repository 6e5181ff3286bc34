import path from "node:path";
import { readFlags } from "./command/flags.ts";
import { pushFunctions } from "./command/push.ts";
import { inWords } from "./command/stop.ts";
import { type Deployment, openDeployment } from "./deployment.ts";

/** The command line: starts a deployment, deploys a functions folder if asked, and runs until it is told to stop. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  const data = path.resolve(flags.data);
  let deployment: Deployment | null = null;
  try {
    deployment = await openDeployment({ ...flags, data });
    stopOnSignal(deployment);
    const { url, adminKey } = deployment;
    if (flags.functions !== null) await pushFunctions(flags.functions, { url, adminKey, data });
    console.log(`url=${url}\nsite=${deployment.siteUrl}\nadminKey=${adminKey}`);
  } catch (error) {
    await deployment?.close();
    const sentence = inWords(error, { ...flags, data });
    if (sentence === null) throw error;
    console.error(sentence);
    process.exit(1);
  }
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

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
