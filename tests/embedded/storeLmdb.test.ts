import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FolderInUseError } from "#embedded/store/folderClaim.ts";
import { openLmdbStore } from "#embedded/store/lmdb.ts";
import { storeContract } from "./store.contract.ts";

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "embedded-store-"));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

storeContract("lmdb", async () => openLmdbStore(newFolder()));

describe("a data folder", () => {
  it("keeps its data when it is closed and opened again", async () => {
    const folder = newFolder();
    const store = openLmdbStore(folder);
    await store.commit([{ key: "a", value: "1" }]);
    await store.close();
    const again = openLmdbStore(folder);
    const snapshot = again.snapshot();
    expect(snapshot.get("a")).toBe("1");
    snapshot.close();
    await again.close();
  });

  it("STORE-03 is refused while this process has it open, with a sentence that says what to do", async () => {
    const folder = newFolder();
    const store = openLmdbStore(folder);
    expect(() => openLmdbStore(folder)).toThrow(FolderInUseError);
    expect(() => openLmdbStore(folder)).toThrow(
      /in use by process \d+\. Stop that process, or choose another folder/,
    );
    await store.close();
    await openLmdbStore(folder).close();
  });

  it("STORE-03 is refused while another living process has it open, and taken over once that one is dead", async () => {
    const folder = newFolder();
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    writeFileSync(join(folder, "process.lock"), String(other.pid));
    expect(() => openLmdbStore(folder)).toThrow(FolderInUseError);
    const exited = new Promise((resolve) => other.once("exit", resolve));
    other.kill("SIGKILL");
    await exited;
    await openLmdbStore(folder).close();
  });

  it("STORE-03 is taken over from a process whose number another process has now", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "process.lock"), `${process.ppid} another-boot/1`);
    await openLmdbStore(folder).close();
  });
});
