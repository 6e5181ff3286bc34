import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compactStore } from "#embedded/store/compaction.ts";
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

describe("STORE-07 compaction", () => {
  const WORD = "Quetzalcoatlus";
  const holds = (folder: string, word: string) =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(word));

  it("leaves no byte of what was deleted, and all of what was not", async () => {
    const parent = newFolder();
    const folder = join(parent, "database");
    const store = openLmdbStore(folder);
    const kept = Array.from({ length: 2000 }, (_, i) => ({ key: `kept/${i}`, value: `row ${i}`.repeat(9) }));
    // Values that share a page with others, and one that fills pages of its own; a long key, and keys of which some
    // became signposts between the engine's pages, where they stay when their entries have gone.
    const some = kept.filter((_, i) => i % 8 === 0);
    const small = some.map(({ key }) => ({ key: `${key}/${WORD}`, value: `${WORD} of ${key}` }));
    const large = [{ key: `gone/${WORD}/${"k".repeat(3000)}`, value: WORD.repeat(4000) }];
    await store.commit([...kept, ...small]);
    await store.commit(large);
    await store.commit([...small, ...large].map(({ key }) => ({ key, value: null })));
    await store.close();
    expect(holds(folder, WORD)).toBe(true);

    const sizes = await compactStore(folder);
    expect(sizes?.after).toBeLessThan(sizes?.before ?? 0);
    expect(holds(folder, WORD)).toBe(false);
    expect(readdirSync(parent)).toEqual(["database"]);
    const again = openLmdbStore(folder);
    const snapshot = again.snapshot();
    expect([...snapshot.range({ start: "", end: null })]).toEqual(
      kept.sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
    snapshot.close();
    await again.commit([{ key: "a", value: "written after" }]);
    await again.close();
  });

  it("is refused while the folder is open, and finds nothing where nothing is", async () => {
    const folder = newFolder();
    const store = openLmdbStore(folder);
    await expect(compactStore(folder)).rejects.toThrow(FolderInUseError);
    await store.close();
    expect(await compactStore(join(folder, "nowhere"))).toBeNull();
  });
});
