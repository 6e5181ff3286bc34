import { expect, test } from "vitest";
import { compartmentTables } from "#tests/support/canaries.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld } from "#tests/support/world.ts";
import { appliedImport, children, undone } from "./importing.ts";

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
