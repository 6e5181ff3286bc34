import { v } from "convex/values";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";

const mapping = v.object({ file: v.string(), columns: v.record(v.string(), v.string()) });
const MOST_FILES = 20;
const MOST_COLUMNS = 60;

/** How the columns of a source were understood the last time, file by file. */
export const list = organizationQuery({
  can: "roster.import",
  args: { source: v.string() },
  returns: v.array(mapping),
  handler: async (ctx, { organizationId, source }) => {
    const rows = await ctx.db
      .query("rosterMappings")
      .withIndex("by_organization_and_source", (q) =>
        q.eq("organizationId", organizationId).eq("source", source.trim().toLowerCase()),
      )
      .take(MOST_FILES);
    return rows.map(({ file, columns }) => ({ file, columns }));
  },
});

/** Remembers which column of a source's file is which field. */
export const remember = organizationMutation({
  can: "roster.import",
  args: { source: v.string(), ...mapping.fields },
  returns: v.null(),
  handler: async (ctx, { organizationId, source: typed, file, columns }) => {
    const source = typed.trim().toLowerCase();
    if (source === "" || file === "") throw problem("required", { field: "source" });
    if (Object.keys(columns).length > MOST_COLUMNS) throw problem("too_large", { field: "columns" });
    const known = await ctx.db
      .query("rosterMappings")
      .withIndex("by_organization_and_source", (q) =>
        q.eq("organizationId", organizationId).eq("source", source).eq("file", file),
      )
      .first();
    if (known) await ctx.db.patch("rosterMappings", known._id, { columns });
    else await ctx.db.insert("rosterMappings", { organizationId, source, file, columns });
    ctx.note(`columns of ${file} from ${source}`);
    return null;
  },
});
