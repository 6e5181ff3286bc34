import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#embedded/database/open.ts";
import { openLmdbStore } from "#embedded/store/lmdb.ts";
import { everything } from "./databases.ts";

const child = resolve(".build", `fullDisk.child.${process.pid}.mjs`);

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "fullDisk.child.ts")],
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  }),
);
afterAll(() => rmSync(child, { force: true }));

describe("a full disk", () => {
  it("STORE-04 STORE-05 refuses every write from then on, goes on reading, and keeps what was acknowledged", async () => {
    const folder = mkdtempSync(join(tmpdir(), "embedded-full-"));
    // No file may grow beyond 4 MiB: to the engine the disk is full there.
    const limited = `ulimit -f ${8 * 1024}; exec "$0" "$@"`;
    const run = spawnSync("sh", ["-c", limited, process.execPath, child, folder], { encoding: "utf8" });
    const report = JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "") as {
      acknowledged: number;
      errors: string[];
      readable: number;
    };
    expect(report.acknowledged).toBeGreaterThan(10);
    expect(report.errors).toEqual(["StoreFailedError", "StoreFailedError", "StoreFailedError"]);
    expect(report.readable).toBe(report.acknowledged);
    const database = await openDatabase(openLmdbStore(folder));
    expect(everything(database).map((doc) => doc.n)).toEqual(
      Array.from({ length: report.acknowledged }, (_, n) => n),
    );
    await database.mutate(async (tx) => tx.insert("", "items", { n: "room again" }));
    expect(everything(database).at(-1)?.n).toBe("room again");
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
