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

/** Nobody is signed in on more devices than this; older ones are ended first when all are. */
const MANY = 100;

type Found = FunctionReturnType<typeof components.betterAuth.adapter.findMany>;

/** The person's sessions that have not run out at `now`. */
export async function sessionsOf(
  ctx: QueryCtx | MutationCtx,
  person: Doc<"people">,
  now: number,
): Promise<SessionRow[]> {
  if (person.authUserId === undefined) return [];
  const found: Found = await ctx.runQuery(components.betterAuth.adapter.findMany, {
    model: "session",
    where: [{ field: "userId", value: person.authUserId }],
    paginationOpts: { numItems: MANY, cursor: null },
  });
  return (found.page as SessionRow[]).filter(({ expiresAt }) => expiresAt > now);
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
