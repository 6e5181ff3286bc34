import { v } from "convex/values";
import { internalMutation, type MutationCtx } from "../functions";
import { keyOf, limits } from "./limits";

/**
 * Wrong passwords are counted, right ones are not: a school that signs in at eight o'clock behind one address, or one
 * account on thirty screens, is nobody who guesses. Whether a password counts is known only once its hash has been
 * compared, so it is judged then, one transaction after the other: of any number of guesses that arrive at one moment,
 * ten wrong ones are answered, and a right one behind them is not told from the rest.
 */

const guess = v.object({
  limit: v.union(v.literal("signIn"), v.literal("password")),
  /** Whose password it is said to be; the answer must not tell whether there is such an account. */
  account: v.string(),
  /** Where it came from; null where the account alone counts. */
  address: v.union(v.string(), v.null()),
});
type Guess = typeof guess.type;

/** Whether a guess would still be heard: whoever has none left costs no hash. */
export const isHeard = internalMutation({
  args: { guess },
  returns: v.boolean(),
  handler: async (ctx, args) => await hasSomeLeft(ctx, args.guess),
});

/** Judges a guess whose hash has been compared. False when there were too many wrong ones before it, right or not. */
export const judge = internalMutation({
  args: { guess, isRight: v.boolean() },
  returns: v.boolean(),
  handler: async (ctx, { guess: { limit, account, address }, isRight }) => {
    const key = keyOf(account);
    if (!(await hasSomeLeft(ctx, { limit, account, address }))) return false;
    if (isRight) await limits.reset(ctx, limit, { key });
    else {
      await limits.limit(ctx, limit, { key });
      if (address !== null) await limits.limit(ctx, "spraying", { key: address });
    }
    return true;
  },
});

async function hasSomeLeft(ctx: MutationCtx, { limit, account, address }: Guess): Promise<boolean> {
  if (!(await isOpen(ctx, limit, keyOf(account)))) return false;
  return address === null || (await isOpen(ctx, "spraying", address));
}

async function isOpen(ctx: MutationCtx, limit: Guess["limit"] | "spraying", key: string): Promise<boolean> {
  const { ok } = await limits.check(ctx, limit, { key });
  if (ok) return true;
  // Counted by a clock that has been set back since: nobody would be heard until it is there again.
  const { ts } = await limits.getValue(ctx, limit, { key });
  if (ts <= Date.now()) return false;
  await limits.reset(ctx, limit, { key });
  return true;
}
