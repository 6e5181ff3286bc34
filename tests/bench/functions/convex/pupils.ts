import {
  type DataModelFromSchemaDefinition,
  type GenericMutationCtx,
  type GenericQueryCtx,
  mutationGeneric,
  queryGeneric,
} from "convex/server";
import { v } from "convex/values";
import { open, type Place, seal, sealingKey } from "../../../../convex/sealing/rules/cipher";
import type schema from "./schema";

type Model = DataModelFromSchemaDefinition<typeof schema>;

const key = sealingKey(new Uint8Array(32).fill(7));
const placeOf = (rowId: string): Place => ({
  organizationId: "bench",
  table: "pupils",
  rowId,
  sensitivity: "identity",
});

/** B19: the same pupils with their birth date in the open, and sealed. */
export const fill = mutationGeneric({
  args: { count: v.number() },
  returns: v.null(),
  handler: async (ctx: GenericMutationCtx<Model>, { count }) => {
    for (let n = 0; n < count; n++) {
      const pupil = { name: `Pupil ${n}`, school: "A school of the benchmark", number: `N-${n}` };
      const birthOn = `2015-0${1 + (n % 9)}-15`;
      await ctx.db.insert("pupils", { ...pupil, kind: "plain", identity: JSON.stringify({ birthOn }) });
      const id = await ctx.db.insert("pupils", { ...pupil, kind: "sealed", identity: "" });
      const random = crypto.getRandomValues(new Uint8Array(16));
      const identity = seal(key, placeOf(id), JSON.stringify({ birthOn }), random);
      await ctx.db.patch("pupils", id, { identity });
    }
    return null;
  },
});

/** B19: a page of a hundred with their birth dates; `turn` makes each asking a new one. */
export const page = queryGeneric({
  args: { kind: v.union(v.literal("plain"), v.literal("sealed")), turn: v.number() },
  returns: v.array(
    v.object({ name: v.string(), school: v.string(), number: v.string(), birthOn: v.string() }),
  ),
  handler: async (ctx: GenericQueryCtx<Model>, { kind }) => {
    const pupils = await ctx.db
      .query("pupils")
      .withIndex("by_kind", (q) => q.eq("kind", kind))
      .take(100);
    return pupils.map(({ _id, name, school, number, identity }) => {
      const opened = kind === "sealed" ? open([key], placeOf(_id), identity) : { text: identity };
      if (!("text" in opened)) throw new Error("An envelope of the benchmark does not open.");
      return { name, school, number, birthOn: String(JSON.parse(opened.text).birthOn) };
    });
  },
});
