import { v } from "convex/values";
import { append } from "../audit/model";
import { problem } from "../errors";
import { env, openQuery, ownMutation } from "../functions";
import { found } from "./founding";
import { SAMPLE_PASSWORD, samplePeopleOf, samplePerson } from "./samplePeople";
import { jurisdiction, organizationKind } from "./schema";

const sample = v.object({ people: v.array(samplePerson), password: v.string() });

/** What the first page needs to know: whether somebody has begun here, and whom one can try it out as. */
export const status = openQuery({
  because: "Nobody can be signed in on an empty deployment; the sample people are there to be tried.",
  args: {},
  returns: v.object({ isEmpty: v.boolean(), sample: v.union(v.null(), sample) }),
  handler: async (ctx) => {
    const first = await ctx.db.query("organizations").first();
    if (!first?.isSample || env.SAMPLE_MODE !== "1") return { isEmpty: first === null, sample: null };
    const people = await samplePeopleOf(ctx, first);
    return { isEmpty: false, sample: { people, password: SAMPLE_PASSWORD } };
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
