import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ConvexClient } from "convex/browser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import { connect, deploy, eventually, ledger, overHttp } from "./support/ledger.ts";
import { endServer, type Server, startServer } from "./support/server.ts";

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 5);
const WRITERS = 8;
const ACCOUNTS = 10;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kill-"));
});
afterAll(() => rm(folder, { recursive: true }));

test(`STORE-01 MUT-01 MUT-02 MUT-05: ${ROUNDS} times kill -9, and every acknowledged transfer is there, whole and once`, {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const chance = seededChance("kill -9");
  let server: Server = await startServer(["--data", folder, "--port", "0", "--site-port", "0"]);
  await deploy(server);
  await overHttp(server.url).mutation(ledger.accounts.open, { count: ACCOUNTS });
  const port = new URL(server.url).port;
  const words = ["--data", folder, "--port", port, "--site-port", "0"];

  const writers: Writer[] = Array.from({ length: WRITERS }, (_, n) => ({
    key: `writer ${n}`,
    client: connect(server.url),
    acknowledged: -1,
    moves: 0,
  }));
  let writing = true;
  const stopped = Promise.all(
    writers.map(async (writer) => {
      while (writing) await transfer(writer, chance);
    }),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = writers.map(({ acknowledged }) => acknowledged);
    await eventually(
      "every writer has moved on",
      () => writers.every(({ acknowledged }, n) => acknowledged > (before[n] ?? -1)),
      60_000,
    );
    await new Promise((resolve) => setTimeout(resolve, chance.below(120)));
    await endServer(server, "SIGKILL");
    const acknowledged = writers.map((writer) => writer.acknowledged);
    server = await startServer(words);
    await check(server, writers, acknowledged);
  }
  writing = false;
  await stopped;
  await check(
    server,
    writers,
    writers.map((writer) => writer.acknowledged),
  );
  await Promise.all(writers.map(({ client }) => client.close()));
  expect(await endServer(server, "SIGTERM")).toBe(0);
});

type Writer = { key: string; client: ConvexClient; acknowledged: number; moves: number };

async function transfer(writer: Writer, chance: Chance): Promise<void> {
  const number = writer.moves;
  writer.moves += 1;
  const from = chance.below(ACCOUNTS);
  const to = (from + 1 + chance.below(ACCOUNTS - 1)) % ACCOUNTS;
  await writer.client.mutation(ledger.accounts.transfer, {
    ...{ from, to, number, key: writer.key },
    amount: chance.below(50),
  });
  writer.acknowledged = number;
}

/** The sum never changes, no transfer is missing that was acknowledged, none is there twice. */
async function check(
  server: Server,
  writers: readonly Writer[],
  acknowledged: readonly number[],
): Promise<void> {
  const http = overHttp(server.url);
  expect(await http.query(ledger.accounts.total, {})).toBe(ACCOUNTS * 100);
  for (const [n, { key }] of writers.entries()) {
    const numbers = (await http.query(ledger.entries.numbers, { key })) as number[];
    expect(numbers).toEqual(numbers.map((_, at) => at));
    expect(numbers.length - 1).toBeGreaterThanOrEqual(acknowledged[n] ?? -1);
  }
}
