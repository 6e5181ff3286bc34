import { v } from "convex/values";
import { append } from "../audit/model";
import { problem } from "../errors";
import { env, openQuery, ownMutation } from "../functions";
import { presentSample } from "../sample/present";
import { role } from "../values";
import { found } from "./founding";
import { jurisdiction, organizationKind } from "./schema";

const sample = v.object({
  people: v.array(v.object({ name: v.string(), email: v.string(), role, description: v.string() })),
  password: v.string(),
});

/** What the first page needs to know: whether somebody has begun here, and whom one can try it out as. */
export const status = openQuery({
  because: "Nobody can be signed in on an empty deployment; the sample people are there to be tried.",
  args: {},
  returns: v.object({ isEmpty: v.boolean(), sample: v.union(v.null(), sample) }),
  handler: async (ctx) => {
    const first = await ctx.db.query("organizations").first();
    const isSample = env.SAMPLE_MODE === "1" && first?.isSample === true;
    return { isEmpty: first === null, sample: isSample ? presentSample() : null };
  },
});

/** The first visitor of an empty deployment creates the organization and becomes its administrator. */
export const create = ownMutation({
  args: { name: v.string(), kind: organizationKind, timeZone: v.string(), jurisdiction },
  returns: v.id("organizations"),
  handler: async (ctx, organization) => {
    if ((await ctx.db.query("organizations").first()) !== null) throw problem("already_set_up");
    const isSample = env.SAMPLE_MODE === "1";
    const organizationId = await found(ctx, { ...organization, isSample }, ctx.person);
    await append(ctx, {
      organizationId,
      actorId: ctx.person._id,
      permission: "organizations.edit",
      command: "organizations/setup:create",
      outcome: "done",
      summary: `organization ${organizationId}`,
    });
    return organizationId;
  },
});
