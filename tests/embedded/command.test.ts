import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LEDGER, ledger, overHttp } from "./support/ledger.ts";
import { endServer, runCommand, startServer } from "./support/server.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "command-"));
});
afterAll(() => rm(folder, { recursive: true }));

const anyPort = ["--port", "0", "--site-port", "0"];

test("START-01 START-02 START-04 DEPLOY-01: it deploys a functions folder, says where it is, keeps all, and stops on a signal", async () => {
  const data = path.join(folder, "data");
  const words = ["--data", data, ...anyPort];
  const first = await startServer([...words, "--functions", path.join(LEDGER, "convex")]);
  await overHttp(first.url).mutation(ledger.entries.add, { key: "kept", number: 1 });
  expect((await stat(path.join(data, "instance.json"))).mode & 0o777).toBe(0o600);
  expect(await endServer(first, "SIGTERM")).toBe(0);

  const second = await startServer(words);
  expect(second.adminKey).toBe(first.adminKey);
  expect(await overHttp(second.url).query(ledger.entries.numbers, { key: "kept" })).toEqual([1]);
  expect(await endServer(second, "SIGINT")).toBe(0);
});

test("START-05: it listens on loopback unless told otherwise", async () => {
  const server = await startServer(["--data", path.join(folder, "loopback"), ...anyPort]);
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
  await endServer(server, "SIGTERM");
});

test("START-03: a taken port gets a sentence that says what to do", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  const { code, errors } = await runCommand(["--data", path.join(folder, "port"), "--port", `${port}`]);
  expect([code, errors.trim()]).toEqual([
    1,
    `Port ${port} is already in use. Stop the program that has it, or choose another one with --port.`,
  ]);
  taken.close();
});

test("START-03 STORE-03: a data folder in use, or one that is a file, gets a sentence", async () => {
  const data = path.join(folder, "shared");
  const holder = await startServer(["--data", data, ...anyPort]);
  const second = await runCommand(["--data", data, ...anyPort]);
  expect(second.code).toBe(1);
  expect(second.errors).toMatch(/in use by process \d+\. Stop that process, or choose another folder\.\n$/);
  await endServer(holder, "SIGTERM");

  const file = path.join(folder, "file");
  await writeFile(file, "");
  const third = await runCommand(["--data", path.join(file, "inside"), ...anyPort]);
  expect([third.code, third.errors]).toEqual([
    1,
    expect.stringMatching(/cannot be written\. Make it writable/),
  ]);
});

test("START-03: functions that cannot be deployed, and flags that do not exist, get a sentence", async () => {
  const missing = await runCommand([
    "--data",
    path.join(folder, "x"),
    ...anyPort,
    "--functions",
    "/nowhere/convex",
  ]);
  expect([missing.code, missing.errors]).toEqual([
    1,
    expect.stringMatching(/^There is no folder \/nowhere\/convex/),
  ]);
  const flag = await runCommand(["--prot", "1"]);
  expect([flag.code, flag.errors]).toEqual([1, expect.stringMatching(/--prot.*\n\nUsage:/s)]);
});
