import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Contents } from "#embedded/files/contents.ts";

let folder: string;
let contents: Contents;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "contents-"));
  contents = new Contents(folder);
  await contents.open();
});
afterEach(() => rm(folder, { recursive: true }));

const stored = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));

test("FILE-02: an upload that breaks off leaves nothing behind", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.from("half"));
      controller.error(new Error("the sender is gone"));
    },
  });
  await expect(contents.put(broken)).rejects.toThrow("the sender is gone");
  expect(await stored()).toEqual([]);
  expect(await readdir(path.join(folder, "incoming"))).toEqual([]);
});

test("FILE-02: what a crash left half-written is cleared at the next start", async () => {
  await writeFile(path.join(folder, "incoming", "half"), "ha");
  await new Contents(folder).open();
  expect(await readdir(path.join(folder, "incoming"))).toEqual([]);
});

test("FILE-02: equal contents are kept once and read back as they were", async () => {
  const first = await contents.put(Buffer.from("the same"));
  const second = await contents.put(Buffer.from("the same"));
  expect(second).toEqual(first);
  expect((await stored()).length).toBe(1);
  expect(await new Response(contents.read(first.sha256)).text()).toBe("the same");
});

test("FILE-06: contents that nothing names are swept, but not while an upload's row may still be coming", async () => {
  const named = await contents.put(Buffer.from("named"));
  const orphan = await contents.put(Buffer.from("orphan"));
  const isNamed = (sha256: string) => sha256 === named.sha256;
  expect(await contents.sweep(isNamed)).toBe(0);
  expect(await contents.sweep(isNamed, Date.now() + 1_000)).toBe(1);
  expect((await stored()).some((name) => name.endsWith(orphan.sha256))).toBe(false);
  expect((await stored()).some((name) => name.endsWith(named.sha256))).toBe(true);
});
