// OpenIEP itself, as `npm start` opens it, with the sample district in a folder of its own.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDeployment, clientFolder } from "../../../bin/steps/build.mjs";
import { launch, oneOrigin } from "../../../bin/steps/deployment.mjs";
import { push, setEnvironment } from "../../../bin/steps/push.mjs";
import { openRecord } from "../../../bin/steps/record.mjs";
import { fillSample } from "../../../bin/steps/sample.mjs";
import { secretsOf } from "../../../bin/steps/secrets.mjs";
import { freePort } from "./hosted.mjs";

export async function openSampleDistrict() {
  const folder = mkdtempSync(join(tmpdir(), "openiep-bench-district-"));
  const quiet = () => {};
  await buildDeployment(quiet);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const record = openRecord(join(folder, "start.json"));
  const place = { folder, client: clientFolder, port, host: "127.0.0.1", origin: url };
  const deployment = await launch(oneOrigin(place), quiet);
  await setEnvironment(deployment, { SITE_URL: url, ...secretsOf(folder), SAMPLE_MODE: "1" }, record);
  await push(deployment, record, quiet);
  await fillSample(deployment, record, quiet);
  return {
    url,
    port,
    /** The most that the server has held in memory so far, in MiB; null where the system does not tell. */
    memory: () => peakOf(deployment.child.pid),
    close: async () => {
      const gone = new Promise((settle) => deployment.child.once("close", settle));
      deployment.child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function peakOf(pid) {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}
