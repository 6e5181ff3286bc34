import { v } from "convex/values";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { compareWith, headOf } from "./model";
import { digestOf } from "./rules";

const checkpoint = v.object({
  organizationId: v.string(),
  sequence: v.number(),
  hash: v.string(),
  /** When it was taken, in ms. */
  at: v.number(),
  digest: v.string(),
});

/** The chain's newest place, to be kept as a file elsewhere, where whoever changes the database cannot change it too. */
export const take = organizationMutation({
  can: "audit.read",
  args: {},
  returns: checkpoint,
  handler: async (ctx, { organizationId }) => {
    const { sequence, hash } = await headOf(ctx, organizationId);
    const taken = { organizationId, sequence, hash, at: Date.now() };
    ctx.note(`checkpoint at entry ${sequence}`);
    return { ...taken, digest: digestOf(taken) };
  },
});

/**
 * Whether the chain still passes through a checkpoint. "cut": it ends before it; "swapped": another entry stands in
 * its place. Together with `audit.entries.verify` over the whole chain this shows that nothing up to the checkpoint
 * has been changed.
 * @throws checkpoint_unreadable for a file that was changed, or is of another organization
 */
export const compare = organizationQuery({
  can: "audit.read",
  args: { checkpoint },
  returns: v.union(v.literal("holds"), v.literal("cut"), v.literal("swapped")),
  handler: async (ctx, { organizationId, checkpoint: { digest, ...kept } }) => {
    if (kept.organizationId !== organizationId || digestOf(kept) !== digest) {
      throw problem("checkpoint_unreadable", { field: "checkpoint" });
    }
    return await compareWith(ctx, organizationId, kept);
  },
});
