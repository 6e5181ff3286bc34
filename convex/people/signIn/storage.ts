import type { AdapterFactory } from "better-auth/adapters";
import type { BetterAuthOptions } from "better-auth/minimal";
import { internal } from "../../_generated/api";
import type { ActionCtx } from "../../functions";
import { passkeyStorage } from "./passkeyStorage";

type Storage = AdapterFactory<BetterAuthOptions>;
type Rows = ReturnType<Storage>;
type Key = { publicKey: string; privateKey: string };

/**
 * better-auth's own storage in its component, but for two kinds of rows: a key that signs tokens is kept once, whoever
 * else draws one; and passkeys, for which the component has no table, are rows beside the people.
 */
export function storage(ctx: ActionCtx, component: Storage): Storage {
  return (options) => {
    const rows = component(options);
    const passkeys = passkeyStorage(ctx);
    const at = <Name extends keyof typeof passkeys>(name: Name) =>
      ((wanted: { model: string }) => {
        const kept = (wanted.model === "passkey" ? passkeys : rows)[name] as (wanted: unknown) => unknown;
        return kept(wanted);
      }) as Rows[Name];
    const create = async (wanted: Parameters<Rows["create"]>[0]) => {
      if (wanted.model !== "jwks") return await at("create")(wanted);
      const { publicKey, privateKey } = wanted.data as Key;
      const kept = await ctx.runMutation(internal.people.signingKeys.keep, { publicKey, privateKey });
      return { ...kept, createdAt: new Date(kept.createdAt) };
    };
    return {
      ...rows,
      create: create as Rows["create"],
      findOne: at("findOne"),
      findMany: at("findMany"),
      update: at("update"),
      delete: at("delete"),
    };
  };
}
