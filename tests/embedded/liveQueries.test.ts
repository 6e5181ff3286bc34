import { ConvexReactClient } from "convex/react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import {
  connect,
  eventually,
  type LedgerDeployment,
  ledger,
  openLedger,
  overHttp,
} from "./support/ledger.ts";
import { isTransition, modificationsOf, RawSession } from "./support/rawSession.ts";

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

describe("live queries", () => {
  test("SYNC-04 MUT-04: an open query moves before the mutation's promise resolves", async () => {
    const client = connect(deployment.url);
    const seen: number[][] = [];
    client.onUpdate(ledger.entries.numbers, { key: "moves" }, (numbers: number[]) => seen.push(numbers));
    await eventually("the first result", () => seen.length === 1);
    await client.mutation(ledger.entries.add, { key: "moves", number: 1 });
    expect(seen.at(-1)).toEqual([1]);
    await client.close();
  });

  test("SYNC-04: the React client's watch sees what another client writes", async () => {
    const react = new ConvexReactClient(deployment.url, {
      webSocketConstructor: WebSocket as unknown as typeof globalThis.WebSocket,
      logger: false,
      unsavedChangesWarning: false,
    });
    const watch = react.watchQuery(ledger.entries.numbers, { key: "react" });
    watch.onUpdate(() => undefined);
    await eventually("the first result", () => watch.localQueryResult() !== undefined);
    await overHttp(deployment.url).mutation(ledger.entries.add, { key: "react", number: 7 });
    await eventually("the other client's entry", () => (watch.localQueryResult() as number[]).includes(7));
    await react.close();
  });

  test("LIVE-02: equal queries of twenty clients run once per commit", async () => {
    const clients = Array.from({ length: 20 }, () => connect(deployment.url));
    const latest = new Map<number, number[]>();
    clients.forEach((client, n) => {
      client.onUpdate(ledger.entries.numbers, { key: "shared" }, (numbers: number[]) =>
        latest.set(n, numbers),
      );
    });
    await eventually("all have a result", () => latest.size === 20);
    const runsBefore = deployment.live.runs;
    await overHttp(deployment.url).mutation(ledger.entries.add, { key: "shared", number: 1 });
    await eventually("all have moved", () => [...latest.values()].every((numbers) => numbers.length === 1));
    expect(deployment.live.runs - runsBefore).toBe(1);
    await Promise.all(clients.map((client) => client.close()));
  });

  test("LIVE-02: a query that asks who is calling runs once for each person", async () => {
    const people = ["ana", "ana", "ben"];
    const clients = people.map(() => connect(deployment.url));
    const latest = new Map<number, { subject: string | null }>();
    clients.forEach((client, n) => {
      client.setAuth(() => deployment.issuer.token(people[n] ?? ""));
      client.onUpdate(ledger.entries.mine, { key: "own" }, (answer) => latest.set(n, answer));
    });
    await eventually("each knows itself", () => people.every((name, n) => latest.get(n)?.subject === name));
    const runsBefore = deployment.live.runs;
    await overHttp(deployment.url).mutation(ledger.entries.add, { key: "own", number: 1 });
    await eventually("the commit has been looked at", () => deployment.live.runs - runsBefore >= 2);
    expect(deployment.live.runs - runsBefore).toBe(2);
    expect(people.map((_, n) => latest.get(n)?.subject)).toEqual(people);
    await Promise.all(clients.map((client) => client.close()));
  });

  test("LIVE-01 LIVE-03: a commit elsewhere runs nothing and sends nothing", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:numbers", args: { key: "quiet" } }]);
    await session.frame(isTransition);
    const runsBefore = deployment.live.runs;
    const framesBefore = session.frames.length;
    for (let n = 0; n < 20; n += 1)
      await overHttp(deployment.url).mutation(ledger.entries.add, { key: "elsewhere", number: n });
    expect(deployment.live.runs).toBe(runsBefore);
    expect(session.frames.length).toBe(framesBefore);
    session.close();
  });

  test("SYNC-06: an unchanged result is not sent again though its query ran", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:mine", args: { key: "same" } }]);
    await session.frame(isTransition);
    const owner = connect(deployment.url);
    owner.setAuth(() => deployment.issuer.token("somebody"));
    const runsBefore = deployment.live.runs;
    session.mutate(0, "entries:add", { key: "same", number: 1 });
    const moved = await session.frame(
      (frame) => isTransition(frame) && modificationsOf(frame).length === 1,
      1,
    );
    expect(modificationsOf(moved)[0]?.value).toEqual({ subject: null, numbers: [1] });
    await owner.mutation(ledger.entries.add, { key: "same", number: 2 });
    await eventually("the query ran for the other's entry", () => deployment.live.runs - runsBefore >= 2);
    session.mutate(1, "entries:add", { key: "other", number: 1 });
    const next = await session.frame(isTransition, session.frames.indexOf(moved) + 1);
    expect(modificationsOf(next)).toEqual([]);
    await owner.close();
    session.close();
  });

  test("LIVE-04: a query that nobody watches any more does not run", async () => {
    const client = connect(deployment.url);
    const seen: number[][] = [];
    const stop = client.onUpdate(ledger.entries.numbers, { key: "left" }, (numbers: number[]) =>
      seen.push(numbers),
    );
    await eventually("the first result", () => seen.length === 1);
    const before = deployment.live.size;
    stop();
    await eventually("the query is let go", () => deployment.live.size === before - 1);
    const runsBefore = deployment.live.runs;
    await overHttp(deployment.url).mutation(ledger.entries.add, { key: "left", number: 1 });
    expect(deployment.live.runs).toBe(runsBefore);
    await client.close();
  });

  test("SYNC-08: a query that throws is told with its data, and asked again when its ground changes", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:refuse", args: { kind: "told" } }]);
    const transition = await session.frame(isTransition);
    expect(modificationsOf(transition)[0]).toMatchObject({
      type: "QueryFailed",
      errorData: { code: "refused" },
      errorMessage: expect.stringContaining("ConvexError"),
    });
    session.close();
  });

  test("SYNC-11: a transition of many megabytes arrives in parts that join to the value", async () => {
    const client = connect(deployment.url);
    const length = 3_000_000;
    let value = "";
    client.onUpdate(ledger.entries.large, { length }, (text: string) => {
      value = text;
    });
    client.onUpdate(ledger.entries.large, { length: length - 1 }, () => undefined);
    await eventually("the large value", () => value.length === length);
    expect(value).toBe("é".repeat(length));
    await client.close();
  });
});
