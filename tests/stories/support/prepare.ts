import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildClient, buildDeployment } from "../../../bin/steps/build.mjs";
import { fingerprint } from "../../../bin/steps/fingerprint.mjs";
import { aheadMs } from "../../support/movedClock.mjs";
import { folders, port } from "./places.ts";
import { Server } from "./server.ts";

/**
 * Builds what is to be seen, once, before two stories would do it at the same time.
 * Seeds the sample district once, and an empty deployment beside it; every story then works on a copy. Kept between
 * runs while nothing they are made of has changed, on the same day and port (the sample's dates and addresses hang on
 * them), and by the same clock: one that was moved begins anew, and would be behind what was seeded by it.
 */
export default async function prepare(): Promise<void> {
  await Promise.all([buildClient(console.log), buildDeployment(console.log)]);
  const now = `${new Date().toISOString().slice(0, 10)} ${fingerprint("convex", "embedded", "bin", "package-lock.json")} ${port} ${aheadMs()}`;
  if (existsSync(folders.stamp) && readFileSync(folders.stamp, "utf8") === now) return;
  rmSync(folders.all, { recursive: true, force: true });
  mkdirSync(folders.all, { recursive: true });
  for (const empty of [false, true]) {
    const server = new Server({ folder: empty ? folders.empty : folders.sample, port, empty });
    await server.start();
    await server.stop();
  }
  writeFileSync(folders.stamp, now);
}
