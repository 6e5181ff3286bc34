import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import { type LedgerDeployment, ledger, openLedger, overHttp } from "./support/ledger.ts";
import { isTransition, modificationsOf, momentOf, RawSession } from "./support/rawSession.ts";

const FUZZ_FRAMES = Number(process.env.FUZZ_FRAMES ?? 3_000);

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

describe("the sync protocol", () => {
  test("SYNC-01: an address without a proper version is refused", async () => {
    const socket = new WebSocket(`${deployment.url.replace("http", "ws")}/api/latest/sync`);
    const status = await new Promise((resolve) => {
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
      socket.on("error", () => undefined);
    });
    expect(status).toBe(400);
  });

  test("SYNC-03 SYNC-05 SYNC-07: versions join up from zero, and an empty query set is answered", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, []);
    session.watch(1, [{ queryId: 3, udfPath: "entries:numbers", args: { key: "versions" } }]);
    session.say({
      type: "ModifyQuerySet",
      baseVersion: 2,
      newVersion: 3,
      modifications: [{ type: "Remove", queryId: 3 }],
    });
    await session.frame(
      (frame) => isTransition(frame) && (frame.endVersion as { querySet: number }).querySet === 3,
    );
    session.mutate(0, "entries:add", { key: "versions", number: 1 });
    await session.frame((frame) => frame.type === "MutationResponse");
    await session.frame(
      isTransition,
      session.frames.findIndex(({ type }) => type === "MutationResponse"),
    );
    let at: unknown = { querySet: 0, identity: 0, ts: "AAAAAAAAAAA=" };
    for (const { startVersion, endVersion } of session.frames.filter(isTransition)) {
      expect(startVersion).toEqual(at);
      expect(momentOf((endVersion as { ts: string }).ts)).toBeGreaterThanOrEqual(
        momentOf((startVersion as { ts: string }).ts),
      );
      at = endVersion;
    }
    session.close();
  });

  test("MUT-04: a response comes before the first transition that includes its commit", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:numbers", args: { key: "before" } }]);
    await session.frame(isTransition);
    session.mutate(0, "entries:add", { key: "before", number: 1 });
    const moved = await session.frame((frame) => isTransition(frame) && modificationsOf(frame).length > 0, 1);
    const answer = session.frames.findIndex(({ type }) => type === "MutationResponse");
    expect(answer).toBeGreaterThan(-1);
    expect(answer).toBeLessThan(session.frames.indexOf(moved));
    expect(momentOf((moved.endVersion as { ts: string }).ts)).toBeGreaterThanOrEqual(
      momentOf(session.frames[answer]?.ts),
    );
    session.close();
  });

  const wrong: [string, unknown][] = [
    ["text that is no JSON", "{"],
    ["a number", "12"],
    ["an unknown type", { type: "Shout" }],
    ["a second Connect", { type: "Connect", sessionId: randomUUID(), connectionCount: 0, clientTs: 0 }],
    [
      "a query set from another version",
      { type: "ModifyQuerySet", baseVersion: 4, newVersion: 5, modifications: [] },
    ],
    ["removal of a query that is not there", remove(0, 9)],
    ["a mutation without arguments", { type: "Mutation", requestId: 0, udfPath: "entries:add" }],
    ["a negative request id", { type: "Mutation", requestId: -1, udfPath: "entries:add", args: [{}] }],
    ["an identity from another version", { type: "Authenticate", tokenType: "None", baseVersion: 7 }],
    [
      "a component's function",
      { type: "Mutation", requestId: 0, udfPath: "a:b", args: [{}], componentPath: "inner" },
    ],
    [
      "a component's query",
      {
        type: "ModifyQuerySet",
        baseVersion: 0,
        newVersion: 1,
        modifications: [{ type: "Add", queryId: 0, udfPath: "a:b", args: [{}], componentPath: "inner" }],
      },
    ],
    ["arguments nested a hundred thousand deep", deep(100_000)],
  ];
  test.each(wrong)(
    "SYNC-09 SYNC-13: %s closes the socket with a reason, and others carry on",
    async (_what, message) => {
      const other = await RawSession.open(deployment.url);
      const session = await RawSession.open(deployment.url);
      session.say(message);
      expect(await session.ended()).toMatchObject({
        code: 1008,
        reason: expect.stringMatching(/^InvalidMessage/),
      });
      other.watch(0, []);
      await other.frame(isTransition);
      other.close();
    },
  );

  test("SYNC-02: whoever does not begin with Connect is closed", async () => {
    const session = await RawSession.open(deployment.url, { connected: false });
    session.watch(0, []);
    expect((await session.ended()).code).toBe(1008);
  });

  test("SYNC-13: a frame above the limit closes the socket with 1009", async () => {
    const session = await RawSession.open(deployment.url);
    session.say(`"${"x".repeat(19 * 1024 * 1024)}"`);
    expect((await session.ended()).code).toBe(1009);
  });

  test("SYNC-14: the thousand-and-first query of a session is refused with the reason", async () => {
    const session = await RawSession.open(deployment.url);
    const queries = Array.from({ length: 1_001 }, (_, queryId) => ({
      queryId,
      udfPath: "entries:numbers",
      args: { key: `${queryId}` },
    }));
    session.watch(0, queries);
    expect((await session.ended()).reason).toMatch(/^TooManyConcurrentRequests/);
  });

  test("SYNC-15: a reader that stalls gets the newest state later, not every state in between", async () => {
    const session = await RawSession.open(deployment.url);
    session.watch(0, [{ queryId: 0, udfPath: "entries:numbers", args: { key: "stalled" } }]);
    session.watch(1, [{ queryId: 1, udfPath: "entries:large", args: { length: 2_000_000 } }]);
    await session.frame(
      (frame) => isTransition(frame) && (frame.endVersion as { querySet: number }).querySet === 2,
    );
    session.socket.pause();
    const before = session.frames.length;
    // Enough unread megabytes that the kernel's buffers are full and later transitions have to wait.
    for (let n = 2; n < 12; n += 1)
      session.watch(n, [{ queryId: n, udfPath: "entries:large", args: { length: 2_000_000 + n } }]);
    const http = overHttp(deployment.url);
    for (let number = 0; number < 60; number += 1)
      await http.mutation(ledger.entries.add, { key: "stalled", number });
    session.socket.resume();
    await session.frame(
      (frame) =>
        isTransition(frame) &&
        modificationsOf(frame).some(({ value }) => Array.isArray(value) && value.length === 60),
      before,
    );
    const states = session.frames.slice(before).filter(isTransition);
    expect(states.length).toBeLessThan(60);
    session.close();
  });

  test(`SYNC-13: ${FUZZ_FRAMES} mangled frames neither end nor disturb the deployment`, {
    timeout: 300_000,
  }, async () => {
    const chance = seededChance("protocol fuzz");
    let session = await RawSession.open(deployment.url);
    let closes = 0;
    for (let n = 0; n < FUZZ_FRAMES; n += 1) {
      if (session.closed !== null || session.socket.readyState !== WebSocket.OPEN) {
        const { code } = await session.ended();
        expect([1000, 1002, 1007, 1008, 1009]).toContain(code);
        closes += 1;
        session = await RawSession.open(deployment.url, { connected: chance.next() < 0.9 });
      }
      session.socket.send(mangled(chance), { binary: chance.next() < 0.02 }, () => undefined);
      if (chance.next() < 0.2) await new Promise(setImmediate);
    }
    session.close();
    expect(closes).toBeGreaterThan(0);
    expect(await overHttp(deployment.url).query(ledger.accounts.total, {})).toBe(0);
  });
});

function remove(baseVersion: number, queryId: number) {
  return {
    type: "ModifyQuerySet",
    baseVersion,
    newVersion: baseVersion + 1,
    modifications: [{ type: "Remove", queryId }],
  };
}

function deep(levels: number): string {
  return `{"type":"Mutation","requestId":0,"udfPath":"entries:add","args":[{"a":${"[".repeat(levels)}${"]".repeat(levels)}}]}`;
}

/** A frame that is right, nearly right, or nonsense. */
function mangled(chance: Chance): string {
  const number = () => chance.pick([0, 1, 2, -1, 1.5, 2 ** 32, Number.MAX_SAFE_INTEGER, "1", null]);
  const path = () =>
    chance.pick(["entries:numbers", "entries:secret", "nothing:here", "_system/cli/tables", "", "../x:y", 5]);
  const args = () =>
    chance.pick([
      [{ key: "fuzz" }],
      [{}],
      [],
      [null],
      [[]],
      {},
      [{ key: { $integer: "!" } }],
      [{ $x: 1 }],
      7,
    ]);
  const message = chance.pick([
    () => ({
      type: "Connect",
      sessionId: chance.pick([randomUUID(), "x", 1]),
      maxObservedTimestamp: chance.pick(["", "AAAA", 4]),
    }),
    () => ({
      type: "ModifyQuerySet",
      baseVersion: number(),
      newVersion: number(),
      modifications: chance.pick([
        [],
        [
          {
            type: "Add",
            queryId: number(),
            udfPath: path(),
            args: args(),
            journal: chance.pick([null, "x", "{}", 3]),
          },
        ],
        [{ type: "Remove", queryId: number() }],
        [{}],
        3,
      ]),
    }),
    () => ({ type: "Mutation", requestId: number(), udfPath: path(), args: args() }),
    () => ({ type: "Action", requestId: number(), udfPath: path(), args: args() }),
    () => ({
      type: "Authenticate",
      tokenType: chance.pick(["None", "User", "Admin", 1]),
      baseVersion: number(),
      value: "x.y.z",
    }),
    () => ({ type: "Event", eventType: 1, event: {} }),
    () => ({ type: chance.pick(["__proto__", "toString", "", null]) }),
  ])();
  const text = JSON.stringify(message);
  const cut = chance.next();
  if (cut < 0.1) return text.slice(0, chance.below(text.length));
  if (cut < 0.2) return text.replace(/[a-z]/, String.fromCharCode(chance.below(0xffff)));
  return text;
}
