import { v } from "convex/values";
import { components } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, type MutationCtx, ownMutation, ownQuery, type QueryCtx } from "../functions";

/** A person trusts no more browsers than this at once: with the next one the trust that ends first is taken back. */
const MANY = 50;

async function trustsOf(ctx: Pick<QueryCtx, "db">, authUserId: string | undefined) {
  if (authUserId === undefined) return [];
  return await ctx.db
    .query("trustedBrowsers")
    .withIndex("by_auth_user", (q) => q.eq("authUserId", authUserId).gt("expiresAt", Date.now()))
    .take(MANY);
}

/** How many browsers sign the caller in without asking for a code. */
export const count = ownQuery({
  args: {},
  returns: v.number(),
  handler: async (ctx) => (await trustsOf(ctx, ctx.person.authUserId)).length,
});

/** From now on every browser asks the caller for a code again. */
export const forget = ownMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    await forgetBrowsers(ctx, ctx.person.authUserId);
    return null;
  },
});

/** Takes back every trust that a person gave, here and where better-auth looks for it. */
export async function forgetBrowsers(ctx: MutationCtx, authUserId: string | undefined): Promise<void> {
  for (const trust of await trustsOf(ctx, authUserId)) await takeBack(ctx, trust);
}

async function takeBack(ctx: MutationCtx, { _id, identifier }: Doc<"trustedBrowsers">): Promise<void> {
  await ctx.runMutation(components.betterAuth.adapter.deleteOne, {
    input: { model: "verification", where: [{ field: "identifier", value: identifier }] },
  });
  await ctx.db.delete("trustedBrowsers", _id);
}

/** Keeps account of a trust that better-auth has written. Called by auth.ts. */
export const remember = internalMutation({
  args: { authUserId: v.string(), identifier: v.string(), expiresAt: v.number() },
  returns: v.null(),
  handler: async (ctx, trust) => {
    const old = await ctx.db
      .query("trustedBrowsers")
      .withIndex("by_auth_user", (q) => q.eq("authUserId", trust.authUserId).lte("expiresAt", Date.now()))
      .take(MANY);
    for (const { _id } of old) await ctx.db.delete("trustedBrowsers", _id);
    const living = await trustsOf(ctx, trust.authUserId);
    const [first] = living;
    if (first && living.length === MANY) await takeBack(ctx, first);
    await ctx.db.insert("trustedBrowsers", trust);
    return null;
  },
});

/** Drops a trust that better-auth has used up: each sign-in with it makes a new one. Called by auth.ts. */
export const drop = internalMutation({
  args: { identifier: v.string() },
  returns: v.null(),
  handler: async (ctx, { identifier }) => {
    const trust = await ctx.db
      .query("trustedBrowsers")
      .withIndex("by_identifier", (q) => q.eq("identifier", identifier))
      .first();
    if (trust) await ctx.db.delete("trustedBrowsers", trust._id);
    return null;
  },
});

/** Forgets every trust of an account, after its password was set anew. Called by auth.ts. */
export const forgetAll = internalMutation({
  args: { authUserId: v.string() },
  returns: v.null(),
  handler: async (ctx, { authUserId }) => {
    await forgetBrowsers(ctx, authUserId);
    return null;
  },
});
