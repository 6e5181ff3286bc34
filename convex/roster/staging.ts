import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { problem } from "../errors";
import { organizationMutation } from "../functions";
import { requireImport } from "./model";
import { uniqueOf } from "./rules/cells";
import { rowKind, rowProblem } from "./schema";
import { sealCells } from "./sealed";

const stagedRow = v.object({
  kind: rowKind,
  externalId: v.string(),
  file: v.string(),
  line: v.number(),
  cells: v.record(v.string(), v.string()),
  problems: v.array(rowProblem),
});

/** So many rows come in one call. */
const MOST_AT_ONCE = 500;
/** A cell longer than this is nothing that a roster holds, and is cut so that it can be shown as the mistake it is. */
const LONGEST_CELL = 1000;
const MOST_CELLS = 30;

/**
 * Takes the rows that follow the first `from` ones. Sending the same rows twice is harmless; a gap throws
 * `import_out_of_step`. Answers how many rows are here.
 */
export const add = organizationMutation({
  can: "roster.import",
  // One entry says that the import began and of how many rows; its rows arrive by the hundred.
  recorded: "elsewhere",
  args: { importId: v.id("imports"), from: v.number(), rows: v.array(stagedRow) },
  returns: v.number(),
  handler: async (ctx, { organizationId, importId, from, rows }) => {
    const found = await requireImport(ctx, importId, "staging");
    if (rows.length > MOST_AT_ONCE) throw problem("too_large", { field: "rows" });
    if (from > found.staged) throw problem("import_out_of_step");
    const fresh = rows.slice(found.staged - from);
    if (found.staged + fresh.length > found.expected) throw problem("import_out_of_step");
    let position = found.staged;
    for (const row of fresh) {
      position++;
      const place = { organizationId, importId: importId as Id<"imports">, position };
      const cells = bounded(row.cells);
      await ctx.db.insert("importRows", {
        ...place,
        kind: row.kind,
        externalId: row.externalId.slice(0, LONGEST_CELL),
        ...uniqueField({ ...row, cells }),
        file: row.file.slice(0, LONGEST_CELL),
        line: row.line,
        cells: sealCells(place, cells),
        outcome: "pending",
        problems: row.problems,
        result: "waiting",
      });
    }
    await ctx.db.patch("imports", importId, { staged: position, steppedAt: Date.now() });
    return position;
  },
});

const bounded = (cells: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells)
      .slice(0, MOST_CELLS)
      .map(([field, value]) => [field, value.slice(0, LONGEST_CELL)]),
  );

function uniqueField(row: Parameters<typeof uniqueOf>[0]) {
  const unique = uniqueOf(row);
  return unique ? { unique } : {};
}
