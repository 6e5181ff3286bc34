import { beforeEach, describe, expect, test } from "vitest";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { type Wall, walledReader, walledWriter } from "#convex/access/wall.ts";
import type { MutationCtx } from "#convex/functions.ts";
import { noPlanYet } from "#convex/students/listedPlan.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";

/** Two districts with two pupils each, straight in the tables: the wall stands below every function. */
type Place = { organizationId: Id<"organizations">; robin: Id<"students">; kim: Id<"students"> };

let t: ReturnType<typeof openConvexTest>;
let here: Place;
let there: Place;
let personId: Id<"people">;

beforeEach(async () => {
  t = openConvexTest();
  [here, there, personId] = await t.run(async (ctx) => [
    await aPlace(ctx),
    await aPlace(ctx),
    await aPerson(ctx),
  ]);
});

const inRobin = (): Wall => ({ organizationId: here.organizationId, studentId: here.robin });
const inDistrict = (): Wall => ({ organizationId: here.organizationId });

const teammate = (place: Place, studentId: Id<"students">) => ({
  organizationId: place.organizationId,
  studentId,
  personId,
  teamRole: "specialist" as const,
  startsOn: "2026-01-05",
});

/** Writes a row past the wall, then tries something through it. */
function withRow<T>(
  place: Place,
  studentId: Id<"students">,
  attempt: (db: MutationCtx["db"], id: Id<"teamMemberships">) => Promise<T>,
): Promise<T> {
  return t.run(async (ctx) => {
    const id = await ctx.db.insert("teamMemberships", teammate(place, studentId));
    return await attempt(walledWriter(ctx.db, inRobin()), id);
  });
}

describe("reading", () => {
  test("finds a row of the compartment", async () => {
    const row = await withRow(here, here.robin, (db, id) => db.get("teamMemberships", id));
    expect(row?.personId).toBe(personId);
  });

  test("does not find another student's row, even in the same organization", async () => {
    expect(await withRow(here, here.kim, (db, id) => db.get("teamMemberships", id))).toBeNull();
  });

  test("does not find another organization's row", async () => {
    expect(await withRow(there, there.robin, (db, id) => db.get("teamMemberships", id))).toBeNull();
  });

  test("does not find another student", async () => {
    const found = await t.run(async (ctx) => await walledReader(ctx.db, inRobin()).get("students", here.kim));
    expect(found).toBeNull();
  });

  const reads = {
    first: (query: Rows) => query.first(),
    unique: (query: Rows) => query.unique(),
    take: (query: Rows) => query.take(5),
    paginate: (query: Rows) => query.paginate({ numItems: 5, cursor: null }),
    "for await": async (query: Rows) => {
      for await (const row of query) return row;
    },
  };
  type Rows = ReturnType<ReturnType<MutationCtx["db"]["query"]>["order"]> &
    AsyncIterable<Doc<"teamMemberships">>;

  test.each(Object.entries(reads))("a query that reaches outside fails: %s", async (_, read) => {
    const reaching = withRow(here, here.kim, async (db) => {
      const query = db
        .query("teamMemberships")
        .withIndex("by_student_and_person", (q) => q.eq("studentId", here.kim))
        .order("asc");
      return await read(query as unknown as Rows);
    });
    await expect(reaching).rejects.toThrow("reached outside its compartment");
  });

  test("a query that stays inside answers as ever", async () => {
    const rows = await withRow(here, here.robin, (db) =>
      db
        .query("teamMemberships")
        .withIndex("by_student_and_person", (q) => q.eq("studentId", here.robin))
        .order("desc")
        .take(5),
    );
    expect(rows).toHaveLength(1);
  });

  test("an organization's wall holds all its students and its schools", async () => {
    const found = await t.run(async (ctx) => {
      const schoolId = await ctx.db.insert("organizations", { ...district, parentId: here.organizationId });
      const db = walledReader(ctx.db, inDistrict());
      return [
        await db.get("students", here.kim),
        await db.get("organizations", schoolId),
        await db.get("organizations", there.organizationId),
      ].map((row) => row !== null);
    });
    expect(found).toEqual([true, true, false]);
  });
});

describe("writing", () => {
  test("a row for another student is refused", async () => {
    const writing = withRow(here, here.robin, (db) => db.insert("teamMemberships", teammate(here, here.kim)));
    await expect(writing).rejects.toThrow("outside its compartment");
  });

  test("a row for another organization is refused", async () => {
    const writing = withRow(here, here.robin, (db) =>
      db.insert("teamMemberships", teammate(there, here.robin)),
    );
    await expect(writing).rejects.toThrow("outside its compartment");
  });

  test("a person is never written through a wall", async () => {
    const writing = withRow(here, here.robin, (db) =>
      db.insert("people", { email: "", name: "", locale: "en", color: 0, preferences: { theme: "system" } }),
    );
    await expect(writing).rejects.toThrow("outside its compartment");
  });

  test.each(["organizationId", "studentId"] as const)("a patch that moves %s is refused", async (key) => {
    const change = { organizationId: there.organizationId, studentId: here.kim };
    const moving = withRow(here, here.robin, (db, id) =>
      db.patch("teamMemberships", id, { [key]: change[key] }),
    );
    await expect(moving).rejects.toThrow(`${key} of a row of teamMemberships never changes`);
  });

  test("a replacement that moves the row is refused", async () => {
    const moving = withRow(here, here.robin, (db, id) =>
      db.replace("teamMemberships", id, teammate(here, here.kim)),
    );
    await expect(moving).rejects.toThrow("never changes");
  });

  test("a patch that names the compartment it already has goes through", async () => {
    const row = await withRow(here, here.robin, async (db, id) => {
      await db.patch("teamMemberships", id, { ...teammate(here, here.robin), endsOn: "2026-06-30" });
      return await db.get("teamMemberships", id);
    });
    expect(row?.endsOn).toBe("2026-06-30");
  });

  const changes = {
    patch: (db: MutationCtx["db"], id: Id<"teamMemberships">) =>
      db.patch("teamMemberships", id, { endsOn: "2026-06-30" }),
    replace: (db: MutationCtx["db"], id: Id<"teamMemberships">) =>
      db.replace("teamMemberships", id, teammate(here, here.kim)),
    delete: (db: MutationCtx["db"], id: Id<"teamMemberships">) => db.delete("teamMemberships", id),
  };
  test.each(Object.entries(changes))("another student's row is not there to %s", async (_, change) => {
    await expect(withRow(here, here.kim, change)).rejects.toThrow("No such row");
  });
});

const district = {
  name: "A district",
  kind: "district" as const,
  timeZone: "America/Chicago",
  jurisdiction: "us-federal" as const,
  isSample: false,
};

async function aPlace(ctx: MutationCtx | { db: MutationCtx["db"] }): Promise<Place> {
  const organizationId = await ctx.db.insert("organizations", district);
  const pupil = (firstName: string) =>
    ctx.db.insert("students", {
      organizationId,
      schoolId: organizationId,
      studentNumber: firstName,
      firstName,
      lastName: "Example",
      birthOn: "2016-03-09",
      gradeLevel: "4",
      enrolmentStatus: "active",
      currentNeeds: [],
      senStatus: "none",
      ...noPlanYet,
    });
  return { organizationId, robin: await pupil("Robin"), kim: await pupil("Kim") };
}

async function aPerson(ctx: { db: MutationCtx["db"] }): Promise<Id<"people">> {
  const preferences = { theme: "system" as const };
  return await ctx.db.insert("people", { email: "a@b.test", name: "A", locale: "en", color: 0, preferences });
}
