import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Listener } from "#embedded/http/listener.ts";
import { SyncServer } from "#embedded/sync/syncServer.ts";
import {
  eventually,
  type LedgerDeployment,
  ledger,
  openLedger,
  overHttp,
  setVariable,
} from "./support/ledger.ts";
import { isTransition, RawSession } from "./support/rawSession.ts";

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

describe("the life of a session", () => {
  test("SYNC-17: a push runs live queries again and leaves the socket open", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:numbers", args: { key: "pushed" } }]);
    await session.frame(isTransition);
    const runsBefore = deployment.live.runs;
    await setVariable(deployment, "ANYTHING", "new");
    await eventually("the query has run again", () => deployment.live.runs > runsBefore);
    session.mutate(0, "entries:add", { key: "pushed", number: 1 });
    await session.frame(({ type }) => type === "MutationResponse");
    expect(session.closed).toBeNull();
    session.close();
  });

  test("LIVE-05: commits that come together are answered by one run for each flush, not for each commit", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:numbers", args: { key: "burst" } }]);
    await session.frame(isTransition);
    const runsBefore = deployment.live.runs;
    const flushesBefore = deployment.database.counters.flushes;
    const clients = Array.from({ length: 50 }, () => overHttp(deployment.url));
    await Promise.all(
      clients.map((client, number) => client.mutation(ledger.entries.add, { key: "burst", number })),
    );
    await session.frame((frame) => isTransition(frame) && JSON.stringify(frame).includes("49"));
    expect(deployment.live.runs - runsBefore).toBeLessThanOrEqual(
      deployment.database.counters.flushes - flushesBefore,
    );
    session.close();
  });

  test("SYNC-16 MUT-03: a flood of six hundred mutations is held back, not dropped", async () => {
    const session = await RawSession.open(deployment.url);
    for (let n = 0; n < 600; n += 1) session.mutate(n, "entries:add", { key: "flood", number: n });
    const answered = () => session.frames.filter(({ type }) => type === "MutationResponse");
    await eventually("all are answered", () => answered().length === 600);
    expect(answered().map(({ requestId }) => requestId)).toEqual(Array.from({ length: 600 }, (_, n) => n));
    session.close();
  });

  test("SYNC-12: a quiet session is pinged, and one that shows no sign of life is dropped", async () => {
    const { live, runtime } = deployment;
    const server = new SyncServer(
      {
        ...{ live, runtime, disclose: (outcome) => outcome, onBug: () => undefined },
        authenticator: { authenticate: async () => ({ identity: { kind: "anonymous" }, expiresAt: null }) },
      },
      { quietMs: 40, deadMs: 400, tickMs: 20 },
    );
    const listener = await Listener.open({
      ...{ port: 0, host: "127.0.0.1", origin: () => "http://127.0.0.1" },
      handle: async () => new Response(),
      upgrade: (request, socket, head) => server.upgrade(request, socket, head),
    });
    const lively = await RawSession.open(`http://127.0.0.1:${listener.port}`);
    await lively.frame(({ type }) => type === "Ping");
    const silent = await RawSession.open(`http://127.0.0.1:${listener.port}`);
    silent.socket.pause();
    await eventually("the silent one is dropped", () => server.size === 1);
    expect(lively.closed).toBeNull();
    silent.close();
    lively.close();
    await server.close();
    await listener.close();
  });

  test("SYNC-18: what is under way when the deployment stops is answered, then sockets close with 1001", async () => {
    const own = await openLedger();
    const session = await RawSession.open(own.url);
    session.watch(0, []);
    await session.frame(isTransition);
    for (let n = 0; n < 20; n += 1) session.mutate(n, "entries:add", { key: "last", number: n });
    await session.frame(({ type }) => type === "MutationResponse");
    await own.close();
    expect((await session.ended()).code).toBe(1001);
    const answered = session.frames.filter(({ type }) => type === "MutationResponse");
    expect(answered.every(({ success }) => success === true)).toBe(true);
  });
});
