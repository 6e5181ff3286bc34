import { APIError, getIp } from "better-auth/api";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import { browserKnownTo } from "./knownBrowsers";
import type { AuthRequest } from "./request";

/** Nobody in front of the deployment says where requests come from: they all count together. */
const NO_ADDRESS = "unknown";

type Guess = { limit: "signIn" | "password"; account: string; address: string | null };

/** What whoever has tried too often is told, whatever they tried. */
export const tooMany = () =>
  new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_TRIES", message: "Too many tries." });

/**
 * The password of one request: whose it is said to be is known before its hash is compared, and it is judged after
 * (access/guesses.ts). better-auth makes a hash where there is none to compare with, so that an address without an
 * account takes as long; at sign-in that is a wrong guess.
 */
export function guessing(ctx: ActionCtx) {
  let guess: Guess | null = null;
  let isNobody = false;
  const { make, matches } = internal.people.signIn.hashing;

  const begin = async (begun: Guess) => {
    guess = begun;
    if (!(await ctx.runMutation(internal.access.guesses.isHeard, { guess }))) throw tooMany();
  };
  const judge = async (isRight: boolean) => {
    if (guess === null) return;
    const isHeard = await ctx.runMutation(internal.access.guesses.judge, { guess, isRight });
    if (!isHeard) throw tooMany();
  };
  return {
    /** A password for an address. A browser known to the account is counted by itself. */
    atSignIn: async (request: AuthRequest, email: string) => {
      isNobody = true;
      const browser = await browserKnownTo(request, email);
      const { headers, context } = request;
      const address = (headers && getIp(headers, context.options)) ?? NO_ADDRESS;
      await begin(
        browser === null
          ? { limit: "signIn", account: email, address }
          : { limit: "signIn", account: `${browser}/${email}`, address: null },
      );
    },
    /** A password asked for again inside a session: whoever guesses has come far already. */
    inSession: async (authUserId: string) =>
      await begin({ limit: "password", account: authUserId, address: null }),
    hash: async (password: string): Promise<string> => {
      const hash = await ctx.runAction(make, { password });
      if (isNobody) await judge(false);
      return hash;
    },
    verify: async (asked: { password: string; hash: string }): Promise<boolean> => {
      const isRight = await ctx.runAction(matches, asked);
      await judge(isRight);
      return isRight;
    },
  };
}

export type Guessing = ReturnType<typeof guessing>;
