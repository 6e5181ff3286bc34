import type { FunctionReturnType } from "convex/server";
import { v } from "convex/values";
import { components } from "../_generated/api";
import { internalMutation, type MutationCtx } from "../functions";

/** The keys that sign identity tokens: rows of better-auth's component, the private half sealed by its secret. */
const signingKey = v.object({
  id: v.string(),
  publicKey: v.string(),
  privateKey: v.string(),
  createdAt: v.number(),
  expiresAt: v.optional(v.number()),
});

type Found = FunctionReturnType<typeof components.betterAuth.adapter.findMany>;
type Row = {
  _id: string;
  publicKey: string;
  privateKey: string;
  createdAt: number;
  expiresAt?: number | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** A key signs for so long, in ms. */
const LIFE_MS = 90 * DAY_MS;
/** A retired key is published for so long, in ms: far longer than a token lives, whatever a clock shows. */
const KEPT_MS = DAY_MS;
/** More than ever are there at once: one signs, and those before it go within days. */
const MANY = 100;

/**
 * Keeps a key that was drawn to sign with, unless there is one already: then that one is answered. Whoever signs in
 * first draws a key, and so may two at the same moment; what is decided here is decided in one transaction, so that
 * all of them sign with the same.
 */
export const keep = internalMutation({
  args: { publicKey: v.string(), privateKey: v.string() },
  returns: signingKey,
  handler: async (ctx, drawn) => {
    const now = Date.now();
    const [newest] = await keysOf(ctx);
    if (newest && signs(newest, now)) return presented(newest);
    const made: Row = await ctx.runMutation(components.betterAuth.adapter.create, {
      input: { model: "jwks", data: { ...drawn, createdAt: now } },
    });
    return presented(made);
  },
});

/**
 * Retires the key: the next token is signed by a new one, and tokens of the old one are good until they run out, a
 * quarter of an hour later. Nobody is signed out. For whoever operates the deployment (README.md).
 */
export const rotate = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const now = Date.now();
    for (const key of await keysOf(ctx)) if (signs(key, now)) await retire(ctx, key, now);
    return null;
  },
});

/** Retires a key that has signed for ninety days, and removes those that nobody's token is signed by any more. */
export const keepFresh = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const now = Date.now();
    for (const key of await keysOf(ctx)) {
      if (signs(key, now)) {
        if (key.createdAt + LIFE_MS <= now) await retire(ctx, key, now);
      } else if ((key.expiresAt ?? now) + KEPT_MS <= now) {
        await ctx.runMutation(components.betterAuth.adapter.deleteOne, { input: byId(key) });
      }
    }
    return null;
  },
});

/** All keys, the newest first. */
async function keysOf(ctx: MutationCtx): Promise<Row[]> {
  const found: Found = await ctx.runQuery(components.betterAuth.adapter.findMany, {
    model: "jwks",
    paginationOpts: { numItems: MANY, cursor: null },
  });
  return (found.page as Row[]).sort((a, b) => b.createdAt - a.createdAt);
}

const signs = ({ expiresAt }: Row, now: number) => expiresAt == null || expiresAt > now;

const byId = ({ _id }: Row) => ({ model: "jwks" as const, where: [{ field: "_id" as const, value: _id }] });

async function retire(ctx: MutationCtx, key: Row, now: number): Promise<void> {
  await ctx.runMutation(components.betterAuth.adapter.updateOne, {
    input: { ...byId(key), update: { expiresAt: now } },
  });
}

function presented({ _id: id, publicKey, privateKey, createdAt, expiresAt }: Row) {
  return { id, publicKey, privateKey, createdAt, ...(expiresAt != null && { expiresAt }) };
}
