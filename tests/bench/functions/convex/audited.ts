import { type DataModelFromSchemaDefinition, type GenericMutationCtx, mutationGeneric } from "convex/server";
import { v } from "convex/values";
import { append } from "../../../../convex/audit/model";
import type schema from "./schema";

type Model = DataModelFromSchemaDefinition<typeof schema>;

/** B19: a note by a member, with and without the product's own audit entry in the same transaction. */
export const add = mutationGeneric({
  args: { body: v.string(), isAudited: v.boolean() },
  returns: v.id("notes"),
  handler: async (ctx: GenericMutationCtx<Model>, { body, isAudited }) => {
    const identity = await ctx.auth.getUserIdentity();
    const member = await ctx.db
      .query("members")
      .withIndex("by_subject", (q) => q.eq("subject", identity?.subject ?? ""))
      .unique();
    if (member === null) throw new Error("Members only.");
    const id = await ctx.db.insert("notes", { author: member.subject, topic: "audited", position: 0, body });
    if (isAudited) {
      const entry = { organizationId: "bench", permission: "notes.add", command: "audited:add" };
      const told = { outcome: "done", summary: `note ${id}`, actorId: member._id };
      await append(ctx as never, { ...entry, ...told } as never);
    }
    return id;
  },
});
