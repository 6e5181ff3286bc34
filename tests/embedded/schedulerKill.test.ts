import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ApiFromModules, anyApi } from "convex/server";
import type { GenericId as Id } from "convex/values";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededChance } from "#tests/support/chance.ts";
import type * as laterModule from "./projects/workshop/convex/later.ts";
import { deploy, overHttp } from "./support/ledger.ts";
import { endServer, type Server, startServer } from "./support/server.ts";
import { WORKSHOP } from "./support/workshop.ts";

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3);
const JOBS_PER_ROUND = 20;

const { later } = anyApi as unknown as ApiFromModules<{ later: typeof laterModule }>;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scheduler-kill-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Job = { id: Id<"_scheduled_functions">; name: string; action: boolean };

test(`SCHED-02 ${ROUNDS} times kill -9: scheduled mutations ran once, scheduled actions at most once`, {
  timeout: 60_000 + ROUNDS * 30_000,
}, async () => {
  const chance = seededChance("scheduler kill -9");
  const words = ["--data", folder, "--port", "0", "--site-port", "0"];
  let server: Server = await startServer(words);
  await deploy(server, WORKSHOP);
  const jobs: Job[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const http = overHttp(server.url);
    for (let n = 0; n < JOBS_PER_ROUND; n += 1) {
      const action = chance.below(2) === 0;
      const args = { ms: chance.below(400), name: `round ${round} job ${n}` };
      const id = await http.mutation(action ? later.outsideAfter : later.after, args);
      jobs.push({ id, name: args.name, action });
    }
    await new Promise((resolve) => setTimeout(resolve, chance.below(300)));
    await endServer(server, "SIGKILL");
    server = await startServer(words);
  }
  for (const job of jobs) await check(server, job);
  expect(await endServer(server, "SIGTERM")).toBe(0);
});

async function check({ url }: Server, { id, name, action }: Job): Promise<void> {
  const http = overHttp(url);
  const stateOf = async () => (await http.query(later.state, { id }))?.state.kind;
  let state = await stateOf();
  while (state === "pending" || state === "inProgress") {
    await new Promise((resolve) => setTimeout(resolve, 20));
    state = await stateOf();
  }
  const times = await http.query(later.times, { name });
  if (state === "failed") {
    // A kill interrupted it, perhaps after its work was done. Only actions can be interrupted.
    expect(action).toBe(true);
    expect([0, 1]).toContain(times);
  } else {
    expect([name, state, times]).toEqual([name, "success", 1]);
  }
}
