import type { AdapterFactory } from "better-auth/adapters";
import type { BetterAuthOptions } from "better-auth/minimal";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";

type Storage = AdapterFactory<BetterAuthOptions>;
type Create = ReturnType<Storage>["create"];
type Key = { publicKey: string; privateKey: string };

/** better-auth's own storage, but for a key that signs tokens: that is kept once, whoever else draws one. */
export function storage(ctx: ActionCtx, component: Storage): Storage {
  return (options) => {
    const rows = component(options);
    const create = async (wanted: Parameters<Create>[0]) => {
      if (wanted.model !== "jwks") return await rows.create(wanted);
      const { publicKey, privateKey } = wanted.data as Key;
      const kept = await ctx.runMutation(internal.people.signingKeys.keep, { publicKey, privateKey });
      return { ...kept, createdAt: new Date(kept.createdAt) };
    };
    return { ...rows, create: create as Create };
  };
}
