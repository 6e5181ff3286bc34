import schema from "#convex/schema.ts";
import { canaryOf, children, type Neighbourhood } from "./neighbourhood.ts";

type Validated = { fields?: Record<string, { isOptional: "optional" | "required" }> };

const fieldsOf = (table: { validator: unknown }) => (table.validator as Validated).fields ?? {};

/** The tables whose rows lie in a child's compartment: every one of them carries its id. */
export const compartmentTables: readonly string[] = Object.entries(schema.tables)
  .filter(([, table]) => fieldsOf(table).studentId?.isOptional === "required")
  .map(([name]) => name);

/**
 * Writes a mark into every sentence around every child, so that whatever a function answers shows whose words it
 * holds. A sentence is a plain text with a space in it: codes, days and hashes stay as they are.
 */
export async function plantCanaries({
  deployment,
  ids,
}: Pick<Neighbourhood, "deployment"> & { ids: Partial<Neighbourhood["ids"]> }): Promise<number> {
  return await deployment.run(async (ctx) => {
    let planted = 0;
    for (const table of compartmentTables) {
      const rows = (await ctx.db.query(table as "goals").take(1000)) as unknown as Record<string, unknown>[];
      for (const row of rows) {
        const owner = children.find((child) => ids[child]?.students === row.studentId);
        if (owner === undefined) continue;
        const marked = Object.entries(row).filter(
          ([, value]) => typeof value === "string" && value.includes(" ") && !value.includes("canary"),
        );
        planted += marked.length;
        const change = Object.fromEntries(
          marked.map(([name, value]) => [name, `${value} ${canaryOf(owner)}`]),
        );
        if (marked.length > 0) await ctx.db.patch(table as "goals", row._id as never, change as never);
      }
    }
    return planted;
  });
}
