import { afterAll, beforeAll, expect, test } from "vitest";
import { seededChance } from "#tests/support/chance.ts";
import { eventually, type LedgerDeployment, openLedger } from "./support/ledger.ts";
import { type Frame, isTransition, modificationsOf, momentOf, RawSession } from "./support/rawSession.ts";

const OPERATIONS = Number(process.env.TRUTH_OPERATIONS ?? 600);
const SESSIONS = 8;
const KEYS = ["truth a", "truth b", "truth c"];

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

type Operation = { moment: bigint; kind: "add" | "remove"; key: string; number: number; by: string };
type Entry = { number: number; by: string };
type Watched = { path: "numbers" | "mine"; key: string };

test("SYNC-04 LIVE-01 LIVE-02: every result equals the query at its transition's moment, for everybody", {
  timeout: 120_000,
}, async () => {
  const chance = seededChance("live-query truth");
  const people = ["", "", "ana", "ana", "ben", "cleo", "", "ben"].slice(0, SESSIONS);
  const operations: Operation[] = [];
  const sessions = await Promise.all(
    people.map(async (person) => {
      const session = await RawSession.open(deployment.url);
      if (person !== "") {
        const value = await deployment.issuer.token(person);
        session.say({ type: "Authenticate", tokenType: "User", baseVersion: 0, value });
      }
      return {
        session,
        person,
        sent: [] as Operation[],
        watched: new Map<number, Watched>(),
        open: [] as number[],
        version: 0,
      };
    }),
  );

  // All at once, before anything is known of the query: whoever shares a run with the wrong person is found out.
  for (const client of sessions)
    changeWatches(client, { path: "numbers", key: "truth a" }, OPERATIONS, false);
  for (const { session } of sessions)
    await session.frame((frame) => JSON.stringify(frame).includes("QueryUpdated"));
  for (const client of sessions)
    changeWatches(client, { path: "mine", key: "truth a" }, OPERATIONS + 1, false);
  for (let n = 0; n < OPERATIONS; n += 1) {
    const client = chance.pick(sessions);
    const key = chance.pick(KEYS);
    if (chance.next() < 0.15)
      changeWatches(client, { path: chance.pick(["numbers", "mine"]), key }, n, chance.next() < 0.5);
    else {
      const kind = chance.next() < 0.7 ? "add" : "remove";
      const number = chance.below(1_000);
      if (kind === "add") client.session.mutate(client.sent.length, "entries:add", { key, number });
      else client.session.mutate(client.sent.length, "entries:removeFirst", { key });
      client.sent.push({ moment: 0n, kind, key, number, by: client.person });
    }
    if (chance.next() < 0.1) await new Promise((resolve) => setTimeout(resolve, chance.below(4)));
  }

  for (const { session, sent } of sessions) {
    const answers = () => session.frames.filter(({ type }) => type === "MutationResponse");
    await eventually("all mutations are answered", () => answers().length === sent.length, 60_000);
    for (const { requestId, success, ts } of answers()) {
      expect(success).toBe(true);
      const operation = sent[requestId as number] as Operation;
      operation.moment = momentOf(ts);
      operations.push(operation);
    }
    const lastShown = () => momentOfFrame(session.frames.findLast(isTransition) as Frame);
    await eventually("its last commit is shown", () => sent.every(({ moment }) => moment <= lastShown()));
  }
  const truth = replay(operations);
  let checked = 0;
  for (const { session, person, watched } of sessions) {
    const shown = new Map<number, string>();
    for (const frame of session.frames.filter(isTransition)) {
      for (const { queryId, type, value } of modificationsOf(frame)) {
        if (type === "QueryRemoved") shown.delete(queryId);
        else shown.set(queryId, JSON.stringify(value));
      }
      for (const [queryId, value] of shown) {
        expect(value).toBe(
          JSON.stringify(answer(truth, watched.get(queryId) as Watched, person, momentOfFrame(frame))),
        );
        checked += 1;
      }
    }
    session.close();
  }
  expect(checked).toBeGreaterThan(OPERATIONS / 4);
});

type Client = { session: RawSession; watched: Map<number, Watched>; open: number[]; version: number };

/** Watches one more query and, now and then, one less. Ids are never used twice. */
function changeWatches(client: Client, query: Watched, queryId: number, leave: boolean): void {
  const left = leave ? client.open.shift() : undefined;
  const { path, key } = query;
  client.session.say({
    type: "ModifyQuerySet",
    baseVersion: client.version,
    newVersion: client.version + 1,
    modifications: [
      { type: "Add", queryId, udfPath: `entries:${path}`, args: [{ key }] },
      ...(left === undefined ? [] : [{ type: "Remove", queryId: left }]),
    ],
  });
  client.version += 1;
  client.open.push(queryId);
  client.watched.set(queryId, query);
}

function momentOfFrame(frame: Frame): bigint {
  return momentOf((frame.endVersion as { ts: string }).ts);
}

type History = { moment: bigint; entries: Map<string, Entry[]> }[];

/** What was in the index after each commit, by the deployment's own documented semantics. */
function replay(operations: readonly Operation[]): History {
  const history: History = [];
  let entries = new Map<string, Entry[]>();
  for (const { moment, kind, key, number, by } of operations.toSorted((a, b) =>
    a.moment < b.moment ? -1 : 1,
  )) {
    const before = entries.get(key) ?? [];
    const at = before.findIndex((entry) => entry.number > number);
    const place = at === -1 ? before.length : at;
    const after = kind === "add" ? before.toSpliced(place, 0, { number, by }) : before.slice(1);
    entries = new Map(entries).set(key, after);
    history.push({ moment, entries });
  }
  return history;
}

function answer(history: History, { path, key }: Watched, person: string, moment: bigint): unknown {
  const entries = history.findLast((state) => state.moment <= moment)?.entries.get(key) ?? [];
  if (path === "numbers") return entries.map(({ number }) => number);
  return {
    numbers: entries.filter(({ by }) => by === person).map(({ number }) => number),
    subject: person === "" ? null : person,
  };
}
