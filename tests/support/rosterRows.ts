import type { Ids } from "./arguments.ts";
import type { openConvexTest } from "./convexTestBackend.ts";
import type { World } from "./world.ts";

/** An import with one row, and an export, of the world's organization. */
export async function rosterRowsOf(t: ReturnType<typeof openConvexTest>, world: World): Promise<Ids> {
  const { organizationId, administrator } = world;
  return await t.run(async (ctx) => {
    const importId = await ctx.db.insert("imports", {
      organizationId,
      source: "matrix",
      format: "templates",
      mode: "delta",
      fileNames: ["students.csv"],
      fingerprint: "",
      columns: {},
      status: "applied",
      isOpen: false,
      startedBy: administrator.personId,
      startedAt: 0,
      steppedAt: 0,
      expected: 1,
      staged: 1,
      total: 1,
      reached: 1,
      counts: {},
      results: {},
      students: { active: 0, leaving: 0 },
      isCleared: true,
    });
    const importRowId = await ctx.db.insert("importRows", {
      organizationId,
      importId,
      position: 1,
      kind: "student",
      externalId: "1",
      file: "students.csv",
      line: 2,
      cells: "",
      outcome: "error",
      problems: [],
      result: "passed",
    });
    const exportId = await ctx.db.insert("rosterExports", {
      organizationId,
      personId: administrator.personId,
      startedAt: Date.now(),
      expiresAt: Date.now() + 3_600_000,
    });
    return { imports: importId, importRows: importRowId, rosterExports: exportId };
  });
}
