import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Deployment, openDeployment } from "#embedded/deployment.ts";
import { answerOf, openWorkshop, refusalOf } from "./support/workshop.ts";

let data: string;
let workshop: Deployment;
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), "workshop-"));
  workshop = await openWorkshop({ data });
});
afterAll(async () => {
  await workshop.close();
  await rm(data, { recursive: true, force: true });
});

const stateOf = async (id: unknown) =>
  ((await answerOf(workshop, "later:state", { id })) as { state: { kind: string; error?: string } }).state;

/** Waits until a job is neither waiting nor under way, and answers how it ended. */
async function ended(id: unknown) {
  for (;;) {
    const state = await stateOf(id);
    if (state.kind !== "pending" && state.kind !== "inProgress") return state;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const timesOf = (name: string) => answerOf(workshop, "later:times", { name });

describe("scheduled functions", () => {
  test("SCHED-01 a scheduled mutation can be seen waiting, and runs", async () => {
    const id = await answerOf(workshop, "later:after", { ms: 30, name: "soon" });
    expect(await answerOf(workshop, "later:state", { id })).toMatchObject({
      _id: id,
      name: "later.js:errand",
      args: [{ name: "soon" }],
      scheduledTime: expect.any(Number) as number,
      state: { kind: "pending" },
    });
    expect(await ended(id)).toEqual({ kind: "success" });
    expect(await timesOf("soon")).toBe(1);
  });

  test("SCHED-01 what a failed mutation scheduled does not exist", async () => {
    await refusalOf(workshop, "later:thenThrow", { name: "regretted" });
    const later = await answerOf(workshop, "later:after", { ms: 0, name: "afterwards" });
    await ended(later);
    expect(await timesOf("regretted")).toBe(0);
  });

  test("SCHED-02 many jobs due at once run once each", async () => {
    const names = Array.from({ length: 150 }, (_, n) => `many ${n}`);
    const ids = await Promise.all(names.map((name) => answerOf(workshop, "later:after", { ms: 0, name })));
    await Promise.all(ids.map(ended));
    expect(new Set(await Promise.all(names.map(timesOf)))).toEqual(new Set([1]));
  });

  test("a scheduled mutation that throws has failed, changed nothing, and says why", async () => {
    const id = await answerOf(workshop, "later:after", { ms: 0, name: "failing", fail: true });
    expect(await ended(id)).toMatchObject({
      kind: "failed",
      error: expect.stringContaining("the errand failed") as string,
    });
    expect(await timesOf("failing")).toBe(0);
  });

  test("actions are scheduled, and schedule", async () => {
    expect(await ended(await answerOf(workshop, "later:outsideAfter", { ms: 0, name: "outside" }))).toEqual({
      kind: "success",
    });
    expect(await timesOf("outside")).toBe(1);
    expect(await ended(await answerOf(workshop, "later:fromAction", { name: "by action" }))).toEqual({
      kind: "success",
    });
    expect(await timesOf("by action")).toBe(1);
  });

  test("a job that is canceled in time does not run", async () => {
    const id = await answerOf(workshop, "later:after", { ms: 1e9, name: "canceled" });
    await answerOf(workshop, "later:cancel", { id });
    expect(await stateOf(id)).toEqual({ kind: "canceled" });
  });
});

describe("restarts", () => {
  test("SCHED-02 a job that came due while the deployment was down runs once after the start", async () => {
    const id = await answerOf(workshop, "later:after", { ms: 250, name: "over the restart" });
    await workshop.close();
    await new Promise((resolve) => setTimeout(resolve, 400));
    workshop = await openDeployment({ data, port: 0, sitePort: 0 });
    expect(await ended(id)).toEqual({ kind: "success" });
    expect(await timesOf("over the restart")).toBe(1);
  });

  test("DEPLOY-02 what was deployed is there after a restart, components included", async () => {
    await workshop.close();
    workshop = await openDeployment({ data, port: 0, sitePort: 0 });
    expect(await answerOf(workshop, "calls:count", { name: "restarted" })).toBe(1);
  });
});

test("SCHED-03 a cron of crons.ts runs by itself, again and again", async () => {
  const before = (await timesOf("every second")) as number;
  while (((await timesOf("every second")) as number) < before + 2) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await timesOf("new year")).toBe(0);
});
