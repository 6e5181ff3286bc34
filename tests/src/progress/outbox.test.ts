import { beforeEach, describe, expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { Outbox } from "#src/features/progress/outbox/outbox.ts";
import type { Recorder, Waiting, WaitingStore } from "#src/features/progress/outbox/waiting.ts";

class Refused extends Error {}

/** A device's storage that outlives pages. */
class Device implements WaitingStore {
  readonly kept = new Map<string, Waiting>();
  isFull = false;
  async all(personId: string) {
    return [...this.kept.values()].filter((waiting) => waiting.personId === personId);
  }
  async put(waiting: Waiting) {
    if (this.isFull) throw new Error("Full");
    this.kept.set(waiting.clientKey, waiting);
  }
  async remove(clientKey: string) {
    this.kept.delete(clientKey);
  }
}

/** A server that counts a client key once, and a line to it that can be down or lose the answer. */
class Server implements Recorder {
  readonly rows = new Map<string, number>();
  readonly retracted: string[] = [];
  isReachable = true;
  losesAnswer = false;
  refuses = false;
  log(waiting: Waiting) {
    return new Promise<Id<"observations">>((resolve, reject) => {
      if (!this.isReachable) return;
      if (this.refuses) return reject(new Refused());
      this.rows.set(waiting.clientKey, waiting.value);
      if (!this.losesAnswer) resolve(`row ${waiting.clientKey}` as Id<"observations">);
    });
  }
  async retract(_waiting: Waiting, observationId: Id<"observations">) {
    this.retracted.push(observationId);
  }
}

let device: Device;
let server: Server;

const open = async (personId = "ana") => {
  const outbox = new Outbox(personId, device, server, (error) =>
    error instanceof Refused ? "goal_retired" : null,
  );
  await outbox.start();
  await quiet();
  return outbox;
};
const quiet = () => new Promise((resolve) => setImmediate(resolve));
const measurement = (clientKey: string, value: number): Waiting => ({
  clientKey,
  value,
  personId: "ana",
  studentId: "student" as Id<"students">,
  goalId: "goal" as Id<"goals">,
  observedOn: "2026-11-20",
  unit: "percent",
  studentName: "Mia",
  goalNumber: 1,
  loggedAt: 0,
});

beforeEach(() => {
  device = new Device();
  server = new Server();
});

test("a measurement arrives and leaves the device", async () => {
  const outbox = await open();
  await outbox.add(measurement("one", 70));
  await quiet();
  expect([...server.rows]).toEqual([["one", 70]]);
  expect(device.kept.size).toBe(0);
  expect(outbox.getEntries()).toEqual([]);
});

describe("without a connection", () => {
  beforeEach(() => {
    server.isReachable = false;
  });

  test("measurements wait on the device, are counted, and the next page sends them", async () => {
    const outbox = await open();
    await outbox.add(measurement("one", 70));
    await outbox.add(measurement("two", 80));
    expect(outbox.getEntries()).toHaveLength(2);
    expect(device.kept.size).toBe(2);
    server.isReachable = true;
    const nextPage = await open();
    expect([...server.rows.values()]).toEqual([70, 80]);
    expect(nextPage.getEntries()).toEqual([]);
    expect(device.kept.size).toBe(0);
  });

  test("one taken back is never sent", async () => {
    const outbox = await open();
    const slip = measurement("slip", 7);
    await outbox.add(slip);
    void outbox.undo(slip);
    await quiet();
    server.isReachable = true;
    await open();
    expect(server.rows.size).toBe(0);
    expect(outbox.getEntries()).toEqual([]);
  });

  test("another person on the same device neither sees nor sends them", async () => {
    const outbox = await open();
    await outbox.add(measurement("one", 70));
    server.isReachable = true;
    const theirs = await open("ben");
    expect(theirs.getEntries()).toEqual([]);
    expect(server.rows.size).toBe(0);
  });
});

test("what an earlier page left is sent in the order in which it was taken", async () => {
  await device.put({ ...measurement("a", 60), loggedAt: 2 });
  await device.put({ ...measurement("b", 80), loggedAt: 1 });
  await open();
  expect([...server.rows.keys()]).toEqual(["b", "a"]);
});

test("a page that died before the answer sends again, and the server counts it once", async () => {
  server.losesAnswer = true;
  const outbox = await open();
  await outbox.add(measurement("one", 70));
  server.losesAnswer = false;
  await open();
  expect([...server.rows]).toEqual([["one", 70]]);
  expect(device.kept.size).toBe(0);
});

test("one that has arrived can still be taken back", async () => {
  const outbox = await open();
  const slip = measurement("slip", 7);
  await outbox.add(slip);
  await quiet();
  await outbox.undo(slip);
  expect(server.retracted).toEqual(["row slip"]);
});

test("one that the server refuses stays, with the reason, until it is seen", async () => {
  server.refuses = true;
  const outbox = await open();
  await outbox.add(measurement("one", 70));
  await quiet();
  expect(outbox.getEntries()).toMatchObject([{ clientKey: "one", refusal: "goal_retired" }]);
  const nextPage = await open();
  expect(nextPage.getEntries()).toHaveLength(1);
  await nextPage.discard("one");
  expect(device.kept.size).toBe(0);
});

test("a device without room still sends", async () => {
  device.isFull = true;
  const outbox = await open();
  await outbox.add(measurement("one", 70));
  await quiet();
  expect(server.rows.size).toBe(1);
});
