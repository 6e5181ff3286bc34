import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { findNamed } from "../people/model";
import { exportStatus } from "./schema";
import { issueTicket } from "./tickets";

const RECENT = 10;

/**
 * Starts a copy of everything the organization holds, with what is sealed in the open beside it.
 * Throws `password_needed`; `too_many_running` while one is being made.
 */
export const start = organizationMutation({
  can: "exports.organization",
  proof: "recentPassword",
  args: {},
  returns: v.id("organizationExports"),
  handler: async (ctx, { organizationId }) => {
    const recent = await recentOf(ctx);
    if (recent.some(({ status }) => status === "building")) throw problem("too_many_running");
    const now = Date.now();
    const exportId = await ctx.db.insert("organizationExports", {
      organizationId,
      requestedBy: ctx.person._id,
      requestedAt: now,
      status: "building",
      done: 0,
      total: 1,
      parts: [],
      table: 0,
      cursor: null,
      touchedAt: now,
    });
    await ctx.scheduler.runAfter(0, internal.exports.organizationBuilding.buildPart, { exportId });
    ctx.note(`copy ${exportId}, sealed fields opened`);
    return exportId;
  },
});

/** Goes on with a copy that failed, from its last whole part. Throws `not_found`, or `copy_expired` if it did not fail. */
export const resume = organizationMutation({
  can: "exports.organization",
  args: { exportId: v.id("organizationExports") },
  returns: v.null(),
  handler: async (ctx, { exportId }) => {
    const copy = await requireRow(ctx, "organizationExports", exportId);
    if (copy.status !== "failed") throw problem("copy_expired");
    await ctx.db.patch("organizationExports", exportId, { status: "building", touchedAt: Date.now() });
    await ctx.scheduler.runAfter(0, internal.exports.organizationBuilding.buildPart, { exportId });
    return null;
  },
});

/** The copies made lately, newest first. */
export const list = organizationQuery({
  can: "exports.organization",
  args: {},
  returns: v.array(
    v.object({
      exportId: v.id("organizationExports"),
      status: exportStatus,
      done: v.number(),
      total: v.number(),
      requestedByName: v.union(v.string(), v.null()),
      requestedAt: v.number(),
      expiresAt: v.union(v.number(), v.null()),
      parts: v.array(v.object({ name: v.string(), size: v.number(), sha256: v.string() })),
    }),
  ),
  handler: async (ctx) => {
    const found = [];
    for (const copy of await recentOf(ctx)) {
      const by = await findNamed(ctx, copy.requestedBy);
      const { _id: exportId, status, done, total, requestedAt, expiresAt = null } = copy;
      const parts = copy.parts.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
      const who = { requestedByName: by?.name ?? null, requestedAt };
      found.push({ exportId, status, done, total, ...who, expiresAt, parts });
    }
    return found;
  },
});

/** Leave to fetch one part, for five minutes. Throws `password_needed`, `not_found`, or `copy_expired` after seven days. */
export const download = organizationMutation({
  can: "exports.organization",
  proof: "recentPassword",
  args: { exportId: v.id("organizationExports"), part: v.number() },
  returns: v.object({ path: v.string() }),
  handler: async (ctx, { exportId, part }) => {
    const copy = await requireRow(ctx, "organizationExports", exportId);
    ctx.note(`copy ${exportId}, part ${part + 1}`);
    return await issueTicket(ctx, copy, part, ctx.person._id);
  },
});

async function recentOf(ctx: OrganizationQueryCtx): Promise<Doc<"organizationExports">[]> {
  return await ctx.db
    .query("organizationExports")
    .withIndex("by_organization", (q) => q.eq("organizationId", ctx.organization._id))
    .order("desc")
    .take(RECENT);
}
