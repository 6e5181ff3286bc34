import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Doc } from "#convex/_generated/dataModel.js";
import type { MutationCtx } from "#convex/functions.ts";
import type { Child } from "#tests/support/child.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { refusalOf } from "#tests/support/problems.ts";
import { aWorld, type World } from "#tests/support/world.ts";

let t: ReturnType<typeof openConvexTest>;
let world: World;
let child: Child;
beforeEach(async () => {
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
  child = await world.aStudent();
});

async function entries(): Promise<
  {
    command: string;
    outcome: string;
    summary: string;
    actorName: string | null;
    studentName: string | null;
  }[]
> {
  const { administrator, organizationId } = world;
  const { page } = await administrator.query(api.audit.entries.list, {
    organizationId,
    paginationOpts: { numItems: 100, cursor: null },
  });
  return page;
}
const verify = (from?: number) =>
  world.administrator.query(api.audit.entries.verify, {
    organizationId: world.organizationId,
    ...(from !== undefined && { from }),
  });

describe("a command", () => {
  const rename = (firstName: string) =>
    child.caseManager.mutation(api.students.record.edit, { studentId: child.studentId, firstName });

  test("leaves who did what to whom, and which fields, but not what was in them", async () => {
    await rename("Rowan");
    const [newest] = await entries();
    expect(newest).toMatchObject({
      command: "students/record:edit",
      outcome: "done",
      actorName: "Casey Manager",
      studentName: "Rowan Example",
      summary: "firstName",
    });
  });

  test("that is refused for what was typed leaves nothing", async () => {
    const before = (await entries()).length;
    await refusalOf(rename(" "));
    expect(await entries()).toHaveLength(before);
  });
});

describe("opening a record", () => {
  const open = (who: { mutation: typeof child.caseManager.mutation }) =>
    who.mutation(api.students.record.open, { studentId: child.studentId });

  test("is on record for everyone who may, the family too", async () => {
    expect(await open(await child.as.guardian())).toMatchObject({ opened: true });
    expect((await entries())[0]).toMatchObject({
      command: "students/record:open",
      outcome: "done",
      actorName: "Gale Guardian",
    });
  });

  test("is on record as refused for everyone who may not", async () => {
    expect(await open(await child.as.teacherElsewhere())).toEqual({ opened: false, leaseEndsAt: null });
    expect((await entries())[0]).toMatchObject({ outcome: "refused", actorName: "Toni Elsewhere" });
  });

  test("answers a stranger alike for a student who is not theirs and one who does not exist", async () => {
    const gone = await world.aStudent();
    await t.run(async (ctx) => await ctx.db.delete("students", gone.studentId));
    const stranger = await child.as.teacherElsewhere();
    expect(await stranger.mutation(api.students.record.open, { studentId: gone.studentId })).toEqual(
      await open(stranger),
    );
  });

  test("cannot be used to flood the chain", async () => {
    const stranger = await child.as.teacherElsewhere();
    for (let tries = 0; tries < 35; tries++) await open(stranger);
    expect((await entries()).filter(({ outcome }) => outcome === "refused")).toHaveLength(30);
  });
});

describe("the chain", () => {
  test("holds for everything that was done, from the first entry on", async () => {
    const { checked, brokenAt, next } = await verify();
    expect({ checked, brokenAt, next }).toEqual({
      checked: (await entries()).length,
      brokenAt: null,
      next: null,
    });
  });

  test("holds from any entry on", async () => {
    expect(await verify(3)).toMatchObject({ checked: (await entries()).length - 2, brokenAt: null });
  });

  const tamperings: Record<string, (ctx: MutationCtx, rows: Doc<"auditEntries">[]) => Promise<number>> = {
    "a changed summary": async (ctx, rows) => {
      const row = at(rows, 3);
      await ctx.db.patch("auditEntries", row._id, { summary: "nothing happened" });
      return row.sequence;
    },
    "another actor": async (ctx, rows) => {
      const row = at(rows, 4);
      await ctx.db.patch("auditEntries", row._id, { actorId: world.administrator.personId });
      return row.sequence;
    },
    "a later time": async (ctx, rows) => {
      const row = at(rows, 2);
      await ctx.db.patch("auditEntries", row._id, { at: row.at + 1 });
      return row.sequence;
    },
    "a removed entry": async (ctx, rows) => {
      const row = at(rows, 3);
      await ctx.db.delete("auditEntries", row._id);
      return row.sequence;
    },
    "two entries exchanged": async (ctx, rows) => {
      const [a, b] = [at(rows, 2), at(rows, 3)];
      await ctx.db.patch("auditEntries", a._id, { sequence: b.sequence });
      await ctx.db.patch("auditEntries", b._id, { sequence: a.sequence });
      return a.sequence;
    },
    "an entry slipped in twice": async (ctx, rows) => {
      const { _id, _creationTime, ...row } = at(rows, 3);
      await ctx.db.insert("auditEntries", row);
      return row.sequence + 1;
    },
  };

  test.each(Object.entries(tamperings))("breaks at %s", async (_, tamper) => {
    await child.as.teacher();
    const brokenAt = await t.run(async (ctx) => {
      const rows = await ctx.db
        .query("auditEntries")
        .withIndex("by_organization_and_sequence", (q) => q.eq("organizationId", world.organizationId))
        .take(100);
      return await tamper(ctx as MutationCtx, rows);
    });
    expect((await verify()).brokenAt).toBe(brokenAt);
  });

  test("of one organization says nothing about another's", async () => {
    const elsewhere = await aWorld(world.backend);
    await elsewhere.aStudent();
    expect((await verify()).brokenAt).toBeNull();
    expect((await entries()).length).toBe((await verify()).checked);
  });
});

function at(rows: Doc<"auditEntries">[], sequence: number): Doc<"auditEntries"> {
  const row = rows.find((candidate) => candidate.sequence === sequence);
  if (!row) throw new Error(`No entry ${sequence}.`);
  return row;
}
