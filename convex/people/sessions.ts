import type { FunctionReturnType } from "convex/server";
import { components } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import type { MutationCtx, QueryCtx } from "../functions";

/** A session row of better-auth's component. */
export type SessionRow = {
  _id: string;
  userId: string;
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
  ipAddress?: string | null;
  userAgent?: string | null;
};

/** Nobody is signed in on more devices than this: with the next one the oldest is signed out. */
export const MOST_SESSIONS = 100;
/** Sessions that one sign-in takes away at most; what a former version left beyond that goes with the next ones. */
const MOST_AT_ONCE = 200;

type Found = FunctionReturnType<typeof components.betterAuth.adapter.findMany>;
type Ctx = Pick<QueryCtx | MutationCtx, "runQuery">;

/** Every session of an account, those that have run out among them: page by page, so that none is left out. */
async function rowsOf(ctx: Ctx, authUserId: string): Promise<SessionRow[]> {
  const rows: SessionRow[] = [];
  let cursor: string | null = null;
  for (;;) {
    const found: Found = await ctx.runQuery(components.betterAuth.adapter.findMany, {
      model: "session",
      where: [{ field: "userId", value: authUserId }],
      paginationOpts: { numItems: MOST_SESSIONS, cursor },
    });
    rows.push(...(found.page as SessionRow[]));
    if (found.isDone) return rows;
    cursor = found.continueCursor;
  }
}

/** The person's sessions that have not run out at `now`. */
export async function sessionsOf(ctx: Ctx, person: Doc<"people">, now: number): Promise<SessionRow[]> {
  if (person.authUserId === undefined) return [];
  return (await rowsOf(ctx, person.authUserId)).filter(({ expiresAt }) => expiresAt > now);
}

/**
 * Makes room for one more session of an account: takes away those that have run out, whose browsers never come back
 * to say so, and the oldest ones when there are as many as may be.
 */
export async function makeRoom(ctx: MutationCtx, authUserId: string, now: number): Promise<void> {
  const rows = await rowsOf(ctx, authUserId);
  const over = rows.filter(({ expiresAt }) => expiresAt <= now);
  const living = rows.filter(({ expiresAt }) => expiresAt > now).sort((a, b) => b.createdAt - a.createdAt);
  await endSessions(ctx, [...over, ...living.slice(MOST_SESSIONS - 1)].slice(0, MOST_AT_ONCE));
}

/** Ends sessions. Every function reads its session row, so their live queries close with this transaction. */
export async function endSessions(
  ctx: MutationCtx,
  ended: readonly Pick<SessionRow, "_id">[],
): Promise<void> {
  for (const { _id } of ended) {
    await ctx.runMutation(components.betterAuth.adapter.deleteOne, {
      input: { model: "session", where: [{ field: "_id", value: _id }] },
    });
  }
}
