import { v } from "convex/values";
import { problem } from "../errors";
import { studentMutation, studentQuery } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { isOpen, proposalsOf } from "./model";
import { reasonInput } from "./rules/schedule";
import { proposalReason, proposalStatus } from "./schema";

/**
 * Asks for the child's whole record to be destroyed: a guardian, as 34 CFR 300.624(b) lets them once the school
 * no longer needs it, or the school. Two administrators decide; nothing happens by itself. Asking twice is
 * `conflict`.
 */
export const ask = studentMutation({
  can: "retention.ask",
  args: { words: v.string() },
  returns: v.id("retentionProposals"),
  handler: async (ctx, { studentId, words: typed }) => {
    const words = accepted(reasonInput, typed, "words");
    const known = await proposalsOf(ctx, studentId);
    if (known.some((proposal) => proposal.recordKind === "record" && isOpen(proposal) && proposal.askedBy)) {
      throw problem("conflict");
    }
    const proposalId = await ctx.db.insert("retentionProposals", {
      ...ctx.compartment,
      recordKind: "record",
      reason: ctx.audience === "family" ? "familyAsked" : "schoolAsked",
      askedBy: ctx.person._id,
      words,
      dueOn: ctx.today,
      proposedAt: Date.now(),
      status: "proposed",
    });
    ctx.note(`proposal ${proposalId}`);
    return proposalId;
  },
});

/** Takes the caller's own request back, as long as nobody has confirmed it. Throws `not_found`, or `conflict` after. */
export const withdraw = studentMutation({
  can: "retention.ask",
  args: {},
  returns: v.null(),
  handler: async (ctx, { studentId }) => {
    const known = await proposalsOf(ctx, studentId);
    const mine = known.find((proposal) => proposal.askedBy === ctx.person._id && isOpen(proposal));
    if (mine?.status !== "proposed" && mine?.status !== "noticed") throw problem("conflict");
    await ctx.db.patch("retentionProposals", mine._id, { status: "withdrawn" });
    ctx.note(`proposal ${mine._id}`);
    return null;
  },
});

/** Whether somebody has asked for the record to be destroyed, and where that stands; newest first. */
export const list = studentQuery({
  can: "retention.ask",
  args: {},
  returns: v.array(
    v.object({
      proposalId: v.id("retentionProposals"),
      reason: proposalReason,
      status: proposalStatus,
      askedAt: v.number(),
      isMine: v.boolean(),
      notBefore: v.union(civilDay, v.null()),
      decisionReason: v.union(v.string(), v.null()),
    }),
  ),
  handler: async (ctx, { studentId }) => {
    const known = await proposalsOf(ctx, studentId);
    return known
      .filter(({ recordKind, reason }) => recordKind === "record" && reason !== "schedule")
      .sort((a, b) => b.proposedAt - a.proposedAt)
      .map((proposal) => ({
        proposalId: proposal._id,
        reason: proposal.reason,
        status: proposal.status,
        askedAt: proposal.proposedAt,
        isMine: proposal.askedBy === ctx.person._id,
        notBefore: proposal.notBefore ?? null,
        decisionReason: proposal.decisionReason ?? null,
      }));
  },
});
