import { afterAll, beforeAll, expect, test } from "vitest";
import { seededChance } from "#tests/support/chance.ts";
import { CuttingProxy } from "./support/cuttingProxy.ts";
import {
  connect,
  eventually,
  type LedgerDeployment,
  ledger,
  openLedger,
  overHttp,
} from "./support/ledger.ts";
import { RawSession } from "./support/rawSession.ts";

const MUTATIONS = Number(process.env.EXACTLY_ONCE_MUTATIONS ?? 1_000);
const RECONNECTS = Number(process.env.EXACTLY_ONCE_RECONNECTS ?? 200);
const CLIENTS = 20;

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

test("MUT-05 MUT-03 SYNC-05: every mutation runs once and in its session's order while connections are cut", {
  timeout: 200_000 + MUTATIONS * 100,
}, async () => {
  const chance = seededChance("exactly once");
  const proxy = await CuttingProxy.open(deployment.url);
  const clients = Array.from({ length: CLIENTS }, () => connect(proxy.url));
  const moments = clients.map(() => 0n);
  let backwards = 0;
  clients.forEach((client, n) => {
    client.onUpdate(ledger.entries.numbers, { key: `client ${n}` }, () => undefined);
    client.client.addOnTransitionHandler(({ timestamp }) => {
      const moment = BigInt(timestamp.toString());
      // A fresh connection begins at nothing; from its first transition on it may not fall behind what was seen.
      if (moment !== 0n && moment < (moments[n] ?? 0n)) backwards += 1;
      if (moment !== 0n) moments[n] = moment;
    });
  });

  let reconnects = 0;
  let done = 0;
  const each = MUTATIONS / CLIENTS;
  const all = clients.map(async (client, n) => {
    for (let number = 0; number < each; number += 1) {
      await client.mutation(ledger.entries.add, { key: `client ${n}`, number });
      done += 1;
    }
  });
  const cutting = async () => {
    while (reconnects < RECONNECTS && done < MUTATIONS) {
      await pause(50 + chance.below(150));
      reconnects += proxy.cut();
    }
  };
  await Promise.all([...all, cutting()]);
  // Whatever is missing is made up with single mutations that are cut in the middle.
  for (let number = each; reconnects < RECONNECTS; number += 1) {
    const sent = clients[0]?.mutation(ledger.entries.add, { key: "client 0", number });
    await pause(chance.below(4));
    reconnects += proxy.cut();
    await sent;
  }

  for (let n = 0; n < CLIENTS; n += 1) {
    const numbers = (await overHttp(deployment.url).query(ledger.entries.numbers, {
      key: `client ${n}`,
    })) as number[];
    expect(numbers.slice(0, each)).toEqual(Array.from({ length: each }, (_, number) => number));
    expect(new Set(numbers).size).toBe(numbers.length);
  }
  expect(reconnects).toBeGreaterThanOrEqual(RECONNECTS);
  expect(backwards).toBe(0);
  await Promise.all(clients.map((client) => client.close()));
  await proxy.close();
});

test("MUT-05: a mutation that arrives twice at once, on two connections, runs once and is answered twice", async () => {
  const sessionId = crypto.randomUUID();
  const sessions = await Promise.all([1, 2].map(() => RawSession.open(deployment.url, { connected: false })));
  for (const session of sessions) {
    session.say({ type: "Connect", sessionId, connectionCount: 0, clientTs: Date.now() });
    session.mutate(5, "entries:add", { key: "twice", number: 1 });
  }
  const answers = await Promise.all(
    sessions.map((session) => session.frame((frame) => frame.type === "MutationResponse")),
  );
  expect(answers.map(({ success, result }) => ({ success, result }))).toEqual([
    { success: true, result: 1 },
    { success: true, result: 1 },
  ]);
  expect(await overHttp(deployment.url).query(ledger.entries.numbers, { key: "twice" })).toEqual([1]);
  for (const session of sessions) session.close();
});

test("MUT-06: a mutation that throws has written nothing and says why", async () => {
  const client = connect(deployment.url);
  await expect(client.mutation(ledger.entries.addAndThrow, { key: "thrown" })).rejects.toMatchObject({
    data: "taken back",
  });
  expect(await overHttp(deployment.url).query(ledger.entries.numbers, { key: "thrown" })).toEqual([]);
  await client.close();
});

test("MUT-03 MUT-04: a hundred mutations of one session are answered in order, each before its transition", async () => {
  const session = await RawSession.open(deployment.url);
  session.watch(0, [{ queryId: 0, udfPath: "entries:numbers", args: { key: "order" } }]);
  for (let n = 0; n < 100; n += 1) session.mutate(n, "entries:add", { key: "order", number: n });
  await eventually(
    "all are answered",
    () => session.frames.filter(({ type }) => type === "MutationResponse").length === 100,
  );
  const answers = session.frames.filter(({ type }) => type === "MutationResponse");
  expect(answers.map(({ requestId, result }) => [requestId, result])).toEqual(
    Array.from({ length: 100 }, (_, n) => [n, n + 1]),
  );
  session.close();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
