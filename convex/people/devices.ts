import { v } from "convex/values";
import { internal } from "../_generated/api";
import { currentMemberships } from "../access/enter";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { organizationMutation, ownMutation, ownQuery } from "../functions";
import { accepted, requiredText } from "../typed";
import { deviceName } from "./deviceNames";
import { endSessions, sessionsOf } from "./sessions";

const device = v.object({
  deviceId: v.string(),
  isThis: v.boolean(),
  browser: v.union(v.string(), v.null()),
  system: v.union(v.string(), v.null()),
  kind: v.union(v.literal("computer"), v.literal("phone"), v.literal("tablet")),
  /** Where from, as far as the network tells; null when it does not. */
  ipAddress: v.union(v.string(), v.null()),
  signedInAt: v.number(),
  /** To the hour: the session's row says it, and writing that wakes whatever reads it. */
  lastUsedAt: v.number(),
});

/** Where the caller is signed in: this device first, then the one used last. */
export const list = ownQuery({
  args: {},
  returns: v.array(device),
  handler: async (ctx) => {
    const sessions = await sessionsOf(ctx, ctx.person, Date.now());
    const isThis = (id: string) => id === ctx.sessionId;
    return sessions
      .sort((a, b) => Number(isThis(b._id)) - Number(isThis(a._id)) || b.updatedAt - a.updatedAt)
      .map((session) => ({
        deviceId: session._id,
        isThis: isThis(session._id),
        ...deviceName(session.userAgent ?? ""),
        ipAddress: session.ipAddress || null,
        signedInAt: session.createdAt,
        lastUsedAt: session.updatedAt,
      }));
  },
});

/** Signs one of the caller's devices out; its open pages close at once. Throws `not_found` for anything else. */
export const revoke = ownMutation({
  args: { deviceId: v.string() },
  returns: v.null(),
  handler: async (ctx, { deviceId }) => {
    const sessions = await sessionsOf(ctx, ctx.person, Date.now());
    const ended = sessions.find(({ _id }) => _id === deviceId);
    if (!ended) throw problem("not_found");
    await endSessions(ctx, [ended]);
    return null;
  },
});

/** Signs the caller out everywhere but here; answers on how many devices. */
export const revokeOthers = ownMutation({
  args: {},
  returns: v.number(),
  handler: async (ctx) => {
    const others = (await sessionsOf(ctx, ctx.person, Date.now())).filter(({ _id }) => _id !== ctx.sessionId);
    await endSessions(ctx, others);
    return others.length;
  },
});

/**
 * Signs a member out everywhere, and lets no browser skip their second step any more: for a lost device, or for
 * somebody who has left. With `losesSteps` their passkeys and codes are taken back too: for a member who has lost
 * them. The reason stands in the audit trail. Throws `not_found` for someone who never was a member, or for their
 * steps is none now; `required` without a reason.
 */
export const endAll = organizationMutation({
  can: "people.endSessions",
  args: { personId: v.id("people"), reason: v.string(), losesSteps: v.optional(v.boolean()) },
  returns: v.number(),
  handler: async (ctx, { organizationId, personId, reason, losesSteps = false }) => {
    const because = accepted(requiredText(300), reason, "reason");
    const membership = await ctx.db
      .query("memberships")
      .withIndex("by_organization_and_person", (q) =>
        q.eq("organizationId", organizationId).eq("personId", personId),
      )
      .first();
    if (!membership) throw problem("not_found");
    if (losesSteps && (await currentMemberships(ctx, organizationId, personId, ctx.today)).length === 0) {
      throw problem("not_found");
    }
    const member = await requireRow(ctx, "people", personId);
    const sessions = await sessionsOf(ctx, member, Date.now());
    await endSessions(ctx, sessions);
    if (member.authUserId !== undefined) {
      const account = { authUserId: member.authUserId };
      await ctx.runMutation(internal.people.trustedBrowsers.forgetAll, account);
      if (losesSteps) await ctx.runMutation(internal.people.secondSteps.takeBack, account);
    }
    const lost = losesSteps ? ", passkeys and codes" : "";
    ctx.note(`person ${personId}, ${sessions.length} sessions${lost}; ${because}`);
    return sessions.length;
  },
});
