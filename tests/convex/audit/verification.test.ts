import { beforeEach, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Doc } from "#convex/_generated/dataModel.js";
import type { Child } from "#tests/support/child.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type World } from "#tests/support/world.ts";

let t: ReturnType<typeof openConvexTest>;
let world: World;
let child: Child;
beforeEach(async () => {
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
  child = await world.aStudent();
  await child.as.teacher();
});

const here = () => ({ organizationId: world.organizationId });
const everyDay = () => t.mutation(internal.audit.verification.goOn, { ...here(), left: 1 });
const alarms = () => world.administrator.query(api.audit.alarms.list, here());
const take = () => world.administrator.mutation(api.audit.checkpoints.take, here());
const compare = (checkpoint: Awaited<ReturnType<typeof take>>) =>
  world.administrator.query(api.audit.checkpoints.compare, { ...here(), checkpoint });

async function change(
  sequence: number,
  act: (row: Doc<"auditEntries">) => Partial<Doc<"auditEntries">> | null,
) {
  await t.run(async (ctx) => {
    const row = await ctx.db
      .query("auditEntries")
      .withIndex("by_organization_and_sequence", (q) =>
        q.eq("organizationId", world.organizationId).eq("sequence", sequence),
      )
      .first();
    if (!row) throw new Error(`No entry ${sequence}.`);
    const changed = act(row);
    if (changed) await ctx.db.patch("auditEntries", row._id, changed);
    else await ctx.db.delete("auditEntries", row._id);
  });
}

async function length(): Promise<number> {
  return (await world.administrator.query(api.audit.entries.verify, here())).of;
}

describe("the daily verification", () => {
  test("finds nothing in a chain that holds, round after round", async () => {
    await everyDay();
    await everyDay();
    expect(await alarms()).toEqual([]);
  });

  test("raises the alarm at the first broken entry and tells the administrators", async () => {
    await change(3, () => ({ summary: "nothing happened" }));
    await everyDay();
    expect(await alarms()).toMatchObject([{ brokenAt: 3, acknowledged: null }]);
    const [alert] = await world.administrator.query(api.notifications.alerts.list, {});
    expect(alert).toMatchObject({ kind: "chainBroken" });
  });

  test("notices that the end was cut off, which the chain alone cannot show", async () => {
    await everyDay();
    await change(await length(), () => null);
    const last = await length();
    expect((await world.administrator.query(api.audit.entries.verify, here())).brokenAt).toBeNull();
    await everyDay();
    expect(await alarms()).toMatchObject([{ brokenAt: last + 1 }]);
  });

  test("goes on behind a breach and finds the next one", async () => {
    await change(3, () => ({ summary: "nothing happened" }));
    await change(5, () => null);
    for (let round = 0; round < 4; round++) await everyDay();
    const found = (await alarms()).map(({ brokenAt }) => brokenAt);
    expect(found).toContain(3);
    expect(found).toContain(5);
  });

  test("tells nobody twice of the same breach", async () => {
    await change(3, () => ({ summary: "nothing happened" }));
    for (let round = 0; round < 3; round++) await everyDay();
    expect(await alarms()).toHaveLength(1);
    expect(await world.administrator.query(api.notifications.alerts.countUnread, {})).toBe(1);
  });
});

describe("an alarm", () => {
  test("is cleared by a person with a note, and stays on record", async () => {
    await change(3, () => ({ summary: "nothing happened" }));
    await everyDay();
    const [alarm] = await alarms();
    if (!alarm) throw new Error("There is no alarm.");
    const acknowledge = (note: string) =>
      world.administrator.mutation(api.audit.alarms.acknowledge, { ...here(), alarmId: alarm.alarmId, note });
    await expectRefusal(acknowledge(" "), "required", "note");
    await acknowledge("Restored from the copy of Friday.");
    expect(await alarms()).toMatchObject([
      { acknowledged: { byName: "Ada Administrator", note: "Restored from the copy of Friday." } },
    ]);
    await expectRefusal(acknowledge("Once more"), "alarm_acknowledged");
    await everyDay();
    expect((await alarms()).filter(({ acknowledged }) => acknowledged === null)).toEqual([]);
  });

  test("is raised by the button too, but only for what the server finds itself", async () => {
    const report = (brokenAt: number) =>
      world.administrator.mutation(api.audit.alarms.report, { ...here(), brokenAt });
    expect(await report(3)).toBe(false);
    expect(await alarms()).toEqual([]);
    await change(3, () => ({ summary: "nothing happened" }));
    expect(await report(3)).toBe(true);
    expect(await alarms()).toMatchObject([{ brokenAt: 3 }]);
  });
});

describe("a checkpoint kept elsewhere", () => {
  test("holds while the chain only grows", async () => {
    const checkpoint = await take();
    await child.as.specialist();
    expect(await compare(checkpoint)).toBe("holds");
  });

  test("finds a cut end", async () => {
    const checkpoint = await take();
    for (let last = await length(); last >= checkpoint.sequence; last--) await change(last, () => null);
    expect(await compare(checkpoint)).toBe("cut");
  });

  test("finds another entry in its place", async () => {
    const checkpoint = await take();
    await change(checkpoint.sequence, () => ({ hash: "e".repeat(64) }));
    expect(await compare(checkpoint)).toBe("swapped");
  });

  test("that was edited, or is another organization's, is not believed", async () => {
    const checkpoint = await take();
    await expectRefusal(
      compare({ ...checkpoint, sequence: checkpoint.sequence - 1 }),
      "checkpoint_unreadable",
    );
    const elsewhere = await aWorld(world.backend);
    const foreign = elsewhere.administrator.query(api.audit.checkpoints.compare, {
      organizationId: elsewhere.organizationId,
      checkpoint,
    });
    await expectRefusal(foreign, "checkpoint_unreadable");
  });
});

test("the command of whoever runs the deployment verifies every chain", async () => {
  const elsewhere = await aWorld(world.backend);
  await change(4, () => ({ summary: "nothing happened" }));
  const verdicts = await t.action(internal.audit.verification.run, {});
  const of = (id: string) => verdicts.find(({ organizationId }) => organizationId === id);
  expect(of(world.organizationId)).toMatchObject({ checked: 3, brokenAt: 4 });
  expect(of(elsewhere.organizationId)).toMatchObject({ brokenAt: null });
});

describe("the trail is narrowed", () => {
  const list = async (filter: object) =>
    (
      await world.administrator.query(api.audit.entries.list, {
        ...here(),
        filter: filter as never,
        paginationOpts: { numItems: 100, cursor: null },
      })
    ).page;

  test("to a person, a child, an outcome or a kind", async () => {
    const stranger = await child.as.teacherElsewhere();
    await stranger.mutation(api.students.record.open, { studentId: child.studentId });
    const { personId } = stranger;
    expect((await list({ by: "actor", actorId: personId })).map(({ outcome }) => outcome)).toContain(
      "refused",
    );
    const { studentId } = child;
    expect(new Set((await list({ by: "student", studentId })).map((row) => row.studentId))).toEqual(
      new Set([studentId]),
    );
    expect(await list({ by: "outcome", outcome: "refused" })).toHaveLength(1);
    const kinds = (await list({ by: "permission", permission: "students.add" })).map(
      ({ command }) => command,
    );
    expect(new Set(kinds)).toEqual(new Set(["students/students:add"]));
  });

  test("but not to a child of another district", async () => {
    const elsewhere = await aWorld(world.backend);
    const { studentId } = await elsewhere.aStudent();
    await expectRefusal(list({ by: "student", studentId }), "not_found");
  });
});
