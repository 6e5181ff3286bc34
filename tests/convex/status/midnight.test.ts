import { expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { setToday } from "#tests/support/clock.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld } from "#tests/support/world.ts";

test("what begins or ends overnight shows in lists from midnight on, and after days off too", async () => {
  setToday("2026-03-02");
  const t = openConvexTest();
  const world = await aWorld(convexTestBackend(t));
  const child = await world.aStudent();
  const { studentId, caseManager } = child;
  const turn = async () => {
    await t.mutation(internal.status.midnight.turn, {});
    vi.useFakeTimers({ toFake: ["Date", "setTimeout"], now: Date.now() });
    await t.finishAllScheduledFunctions(vi.runAllTimers);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  };
  await turn();
  await caseManager.mutation(api.status.episodes.enter, {
    ...{ studentId, kind: "section504", startsOn: "2026-03-03", endsOn: "2026-03-04" },
    ...{ term: "temporary", reason: "A broken arm", decidedBy: "504 team" },
  });
  await caseManager.mutation(api.status.needs.declare, {
    ...{ studentId, from: "2026-03-04", needs: ["orthopedicImpairment"] },
  });
  const listed = async () => {
    const { page } = await caseManager.query(api.students.students.listMine, {
      organizationId: world.organizationId,
      paginationOpts: { numItems: 10, cursor: null },
    });
    return page[0] && { senStatus: page[0].senStatus, need: page[0].needs[0]?.code };
  };
  const known = { need: "specificLearningDisability" };
  expect(await listed()).toEqual({ senStatus: "none", ...known });

  setToday("2026-03-03");
  await turn();
  expect(await listed()).toEqual({ senStatus: "section504", ...known });

  setToday("2026-03-04");
  await turn();
  expect(await listed()).toEqual({ senStatus: "section504", need: "orthopedicImpairment" });

  setToday(addDays("2026-03-04", 5));
  await turn();
  expect(await listed()).toEqual({ senStatus: "none", need: "orthopedicImpairment" });
});
