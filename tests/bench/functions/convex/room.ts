import {
  type DataModelFromSchemaDefinition,
  type GenericQueryCtx,
  mutationGeneric,
  queryGeneric,
} from "convex/server";
import { v } from "convex/values";
import type schema from "./schema";

type Model = DataModelFromSchemaDefinition<typeof schema>;
type QueryCtx = GenericQueryCtx<Model>;
const room = "the room";
const shownLine = v.union(v.null(), v.object({ text: v.string(), count: v.number() }));

/** B01: every screen asks in its own name, and every name is checked. */
export const lineForMe = queryGeneric({
  args: {},
  returns: shownLine,
  handler: async (ctx: QueryCtx) => {
    await requireMember(ctx);
    return await lineOf(ctx);
  },
});

/** B02: the same line, whoever asks. */
export const lineShared = queryGeneric({
  args: {},
  returns: shownLine,
  handler: lineOf,
});

/** One keystroke: identity and role checked, one document replaced, on disk before it is answered. */
export const say = mutationGeneric({
  args: { text: v.string() },
  returns: v.null(),
  handler: async (ctx, { text }) => {
    const member = await requireMember(ctx);
    if (member.role !== "writer") throw new Error("Readers do not write.");
    const line = await ctx.db
      .query("lines")
      .withIndex("by_room", (q) => q.eq("room", room))
      .unique();
    if (line === null) throw new Error("Nobody has joined yet.");
    await ctx.db.patch("lines", line._id, { text: (line.text + text).slice(-128), count: line.count + 1 });
    return null;
  },
});

export const join = mutationGeneric({
  args: { subjects: v.array(v.string()) },
  returns: v.null(),
  handler: async (ctx, { subjects }) => {
    for (const subject of subjects) await ctx.db.insert("members", { subject, role: "writer" });
    await ctx.db.insert("lines", { room, text: "", count: 0 });
    return null;
  },
});

async function requireMember(ctx: QueryCtx) {
  const identity = await ctx.auth.getUserIdentity();
  if (identity === null) throw new Error("Sign in first.");
  const member = await ctx.db
    .query("members")
    .withIndex("by_subject", (q) => q.eq("subject", identity.subject))
    .unique();
  if (member === null) throw new Error("Members only.");
  return member;
}

async function lineOf(ctx: QueryCtx) {
  const line = await ctx.db
    .query("lines")
    .withIndex("by_room", (q) => q.eq("room", room))
    .unique();
  return line && { text: line.text, count: line.count };
}
