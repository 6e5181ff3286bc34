import type { FunctionReturnType } from "convex/server";
import { internal } from "../../_generated/api";
import type { Id } from "../../_generated/dataModel";
import type { ActionCtx } from "../../functions";
import { LONGEST_PASSKEY_NAME } from "../rules";

type Row = NonNullable<FunctionReturnType<typeof internal.people.passkeyRows.byId>>;
type Drawn = Omit<Row, "id" | "createdAt">;
/** The plugin asks by one field at a time. */
type By<Field> = { where: { field: Field; value: string }[] };

/** The five ways in which better-auth's passkey plugin reads and writes rows. */
export function passkeyStorage(ctx: ActionCtx) {
  const { ofAccount, byCredential, byId, add, used, remove } = internal.people.passkeyRows;
  const dated = (row: Row | null) => row && { ...row, createdAt: new Date(row.createdAt) };
  return {
    create: async ({ data }: { data: Drawn & { createdAt: Date } }) => {
      const { createdAt: _, name = "", ...drawn } = data;
      return dated(await ctx.runMutation(add, { ...drawn, name: name.slice(0, LONGEST_PASSKEY_NAME) }));
    },
    findOne: async ({ where }: By<"credentialID" | "id">) => {
      const { field, value } = only(where);
      const found =
        field === "id"
          ? await ctx.runQuery(byId, { id: value })
          : await ctx.runQuery(byCredential, { credentialID: value });
      return dated(found);
    },
    findMany: async ({ where }: By<"userId">) =>
      (await ctx.runQuery(ofAccount, { authUserId: only(where).value })).map(dated),
    update: async ({ where, update: { counter } }: By<"id"> & { update: { counter: number } }) => {
      await ctx.runMutation(used, { id: only(where).value as Id<"passkeys">, counter });
      return null;
    },
    delete: async ({ where }: By<"id">) => {
      await ctx.runMutation(remove, { id: only(where).value as Id<"passkeys"> });
    },
  };
}

function only<Where>([first, ...more]: Where[]): Where {
  if (first === undefined || more.length > 0) throw new Error("Passkeys are asked for by one field.");
  return first;
}
