import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach } from "vitest";

/**
 * On the embedded deployment, where every account and every call crosses a wire, `npm test` runs this share of the
 * tests that Convex's own test runtime runs as well; the nightly run all of them (`EMBEDDED_SHARE=1`). Which ones
 * hangs on their names, so that the same ones run until they are renamed. A file that asks where it runs has
 * something to show here that the test runtime cannot, and runs whole.
 */
const share = Number(process.env.EMBEDDED_SHARE ?? 0.5);

const whole = new Map<string, boolean>();
function runsWhole(file: string): boolean {
  const known = whole.get(file);
  if (known !== undefined) return known;
  const asks = readFileSync(file, "utf8").includes("runsEmbedded");
  whole.set(file, asks);
  return asks;
}

if (share < 1) {
  beforeEach(({ task, skip }) => {
    if (!runsWhole(task.file.filepath) && placeOf(task.name) >= share) skip("runs here by night");
  });
}

/** A place in [0, 1) that is a name's own. */
const placeOf = (name: string): number => createHash("sha256").update(name).digest().readUInt32BE() / 2 ** 32;
