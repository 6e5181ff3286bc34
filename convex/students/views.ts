import { v } from "convex/values";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { accepted, optionalText, requiredText } from "../typed";

/** More names than these nobody finds again. */
const MOST_VIEWS = 30;
const LONGEST_QUERY = 1000;

/** The caller's own saved views of the list of students, by name. */
export const list = organizationQuery({
  can: "students.list",
  args: {},
  returns: v.array(v.object({ name: v.string(), query: v.string() })),
  handler: async (ctx, { organizationId }) => {
    const rows = await ctx.db
      .query("savedViews")
      .withIndex("by_person", (q) => q.eq("organizationId", organizationId).eq("personId", ctx.person._id))
      .take(MOST_VIEWS);
    return rows.map(({ name, query }) => ({ name, query }));
  },
});

/** Keeps the list's filters, order and words under a name; the same name again takes the new ones. Throws `too_large` beyond thirty. */
export const save = organizationMutation({
  can: "students.list",
  recorded: "elsewhere",
  args: { name: v.string(), query: v.string() },
  returns: v.null(),
  handler: async (ctx, { organizationId, name: typed, query: wanted }) => {
    const name = accepted(requiredText(60), typed, "name");
    const query = accepted(optionalText(LONGEST_QUERY), wanted, "query");
    const own = await ctx.db
      .query("savedViews")
      .withIndex("by_person", (q) => q.eq("organizationId", organizationId).eq("personId", ctx.person._id))
      .take(MOST_VIEWS);
    const same = own.find((view) => view.name === name);
    if (same) {
      await ctx.db.patch("savedViews", same._id, { query });
      return null;
    }
    if (own.length >= MOST_VIEWS) throw problem("too_large", { field: "name" });
    await ctx.db.insert("savedViews", { organizationId, personId: ctx.person._id, name, query });
    return null;
  },
});

/** Forgets one of the caller's own views. One that is not there is forgotten already. */
export const remove = organizationMutation({
  can: "students.list",
  recorded: "elsewhere",
  args: { name: v.string() },
  returns: v.null(),
  handler: async (ctx, { organizationId, name }) => {
    const view = await ctx.db
      .query("savedViews")
      .withIndex("by_person", (q) =>
        q.eq("organizationId", organizationId).eq("personId", ctx.person._id).eq("name", name),
      )
      .first();
    if (view) await ctx.db.delete("savedViews", view._id);
    return null;
  },
});
