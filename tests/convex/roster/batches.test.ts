import { expect, test } from "vitest";
import { internal } from "#convex/_generated/api.js";
import { compartmentTables } from "#tests/support/canaries.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld } from "#tests/support/world.ts";
import { appliedImport, checkedImport, children, settled, undone } from "./importing.ts";

const twins = children(
  { externalId: "1", givenName: "Robin", familyName: "Quill", needPrimary: "autism", homeLanguage: "Polish" },
  { externalId: "2", givenName: "Lee", familyName: "Quill" },
);

test("students whom an import brought and an undo took out leave no row behind, in no table", async () => {
  const t = openConvexTest();
  const world = await aWorld(convexTestBackend(t));
  const rowsOfChildren = () =>
    t.run(async (ctx) => {
      const found: string[] = [];
      for (const table of ["students", "externalIds", "duplicates", ...compartmentTables] as "students"[]) {
        const rows = await ctx.db.query(table).take(100);
        if (rows.length > 0) found.push(table);
      }
      return found;
    });
  const { importId } = await appliedImport(world, twins);
  expect(await rowsOfChildren()).toEqual(
    expect.arrayContaining(["students", "studentWords", "studentNeeds", "studentProfiles", "duplicates"]),
  );
  expect((await undone(world, importId)).results).toEqual({ undone: 2 });
  expect(await rowsOfChildren()).toEqual([]);
});

test("an import whose batch failed is set going again, though nobody looks", async () => {
  const t = openConvexTest();
  const world = await aWorld(convexTestBackend(t));
  const { importId } = await checkedImport(world, twins);
  const standsStillSince = (ms: number) =>
    t.run(async (ctx) => {
      await ctx.db.patch("imports", importId, { status: "applying", reached: 0, steppedAt: Date.now() - ms });
    });
  await standsStillSince(60_000);
  await world.backend.operator.mutation(internal.roster.course.revive, {});
  expect((await t.run((ctx) => ctx.db.get("imports", importId)))?.reached).toBe(0);
  await standsStillSince(180_000);
  await world.backend.operator.mutation(internal.roster.course.revive, {});
  expect((await settled(world, importId)).results).toEqual({ applied: 2 });
});
