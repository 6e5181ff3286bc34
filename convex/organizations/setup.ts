import { v } from "convex/values";
import { append } from "../audit/model";
import { problem } from "../errors";
import { env, openQuery, ownMutation } from "../functions";
import { mailSetup } from "../notifications/model";
import { presentSample } from "../sample/present";
import { role } from "../values";
import { found } from "./founding";
import { jurisdiction, organizationKind } from "./schema";

const sample = v.object({
  people: v.array(v.object({ name: v.string(), email: v.string(), role, description: v.string() })),
  password: v.string(),
});

/**
 * What pages before sign-in need to know: whether somebody has begun here, whom one can try it out as, and whether a
 * link that is asked for will arrive.
 */
export const status = openQuery({
  because: "Nobody can be signed in on an empty deployment; the sample people are there to be tried.",
  args: {},
  returns: v.object({ isEmpty: v.boolean(), sample: v.union(v.null(), sample), sendsMail: v.boolean() }),
  handler: async (ctx) => {
    const first = await ctx.db.query("organizations").first();
    const isSample = env.SAMPLE_MODE === "1" && first?.isSample === true;
    const sendsMail = mailSetup().kind === "ready";
    return { isEmpty: first === null, sample: isSample ? presentSample() : null, sendsMail };
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
