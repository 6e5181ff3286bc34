import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { recordDisclosure } from "../disclosures/model";
import { plainAuthority } from "../disclosures/rules";
import { legalGround } from "../disclosures/schema";
import { problem } from "../errors";
import { type StudentQueryCtx, studentMutation, studentQuery } from "../functions";
import { findNamed } from "../people/model";
import { exportStatus } from "./schema";
import { issueTicket } from "./tickets";

const RECENT = 20;

const listed = v.object({
  exportId: v.id("childExports"),
  audience: v.union(v.literal("team"), v.literal("family")),
  status: exportStatus,
  done: v.number(),
  total: v.number(),
  requestedByName: v.union(v.string(), v.null()),
  requestedAt: v.number(),
  expiresAt: v.union(v.number(), v.null()),
  recipient: v.union(v.string(), v.null()),
  parts: v.array(v.object({ name: v.string(), size: v.number(), sha256: v.string() })),
});

/**
 * Starts a copy of the child's record to take away: complete for the team, what is shared with the family for
 * the family. With `givenTo` it is for somebody outside, and stands in the disclosure log (34 CFR 99.32): the family
 * has agreed to this recipient (99.30), or the law makes an exception (99.31), whose authority is kept.
 * @throws too_many_running while one is being made; required for a recipient without a purpose, and an exception
 * without its authority; consent_missing
 */
export const start = studentMutation({
  can: "exports.child",
  args: {
    givenTo: v.optional(
      v.object({
        recipient: v.string(),
        purpose: v.string(),
        ground: legalGround,
        /** What the ground rests on: the number of an order, the name of a law. */
        authority: v.optional(v.string()),
      }),
    ),
  },
  returns: v.id("childExports"),
  handler: async (ctx, { givenTo }) => {
    // A family gives its own copy to whomever it likes: only what the school gives out is a disclosure.
    const outside = ctx.audience === "team" && givenTo ? givenTo : null;
    const recent = await recentOf(ctx);
    if (recent.some((copy) => copy.status === "building" && copy.requestedBy === ctx.person._id)) {
      throw problem("too_many_running");
    }
    const exportId = await ctx.db.insert("childExports", {
      ...ctx.compartment,
      audience: ctx.audience,
      locale: ctx.person.locale,
      requestedBy: ctx.person._id,
      requestedAt: Date.now(),
      status: "building",
      done: 0,
      total: 1,
      parts: [],
      ...(outside && { recipient: outside.recipient.trim(), purpose: outside.purpose.trim() }),
    });
    if (outside) {
      const { recipient, purpose, ground, authority = "" } = outside;
      const plain = plainAuthority(ground, ctx.organization.jurisdiction, purpose);
      const said = { recipient, purpose, ground, authority: authority.trim() || plain };
      await recordDisclosure(ctx, { ...said, disclosedOn: ctx.today, recordTypes: ["wholeRecord"] });
    }
    await ctx.scheduler.runAfter(0, internal.exports.childBuilding.build, { exportId });
    ctx.note(`copy ${exportId} for the ${ctx.audience}${outside ? ", given outside" : ""}`);
    return exportId;
  },
});

/** The copies made lately, newest first: the team's all, a guardian's own. */
export const list = studentQuery({
  can: "exports.child",
  args: {},
  returns: v.array(listed),
  handler: async (ctx) => {
    const mine = (await recentOf(ctx)).filter((copy) => mayFetch(ctx, copy));
    return await Promise.all(mine.map((copy) => present(ctx, copy)));
  },
});

/**
 * Leave to fetch one file of a copy, for five minutes. Throws `copy_expired` after seven days, and for a copy that
 * is not the caller's.
 */
export const download = studentMutation({
  can: "exports.child",
  args: { exportId: v.id("childExports"), part: v.number() },
  returns: v.object({ path: v.string() }),
  handler: async (ctx, { exportId, part }) => {
    const copy = await requireRow(ctx, "childExports", exportId);
    // Somebody else's copy is no copy of theirs: what helps is the same, to make one.
    if (!mayFetch(ctx, copy)) throw problem("copy_expired");
    ctx.note(`copy ${exportId}, part ${part + 1}`);
    return await issueTicket(ctx, copy, part, ctx.person._id);
  },
});

/** The family's copies are their own; the team's complete ones are the team's. */
function mayFetch(ctx: Pick<StudentQueryCtx, "audience" | "person">, copy: Doc<"childExports">): boolean {
  return copy.requestedBy === ctx.person._id || (ctx.audience === "team" && copy.audience === "team");
}

async function recentOf(ctx: StudentQueryCtx): Promise<Doc<"childExports">[]> {
  return await ctx.db
    .query("childExports")
    .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id))
    .order("desc")
    .take(RECENT);
}

async function present(ctx: StudentQueryCtx, copy: Doc<"childExports">) {
  const by = await findNamed(ctx, copy.requestedBy);
  return {
    exportId: copy._id,
    audience: copy.audience,
    status: copy.status,
    done: copy.done,
    total: copy.total,
    requestedByName: by?.name ?? null,
    requestedAt: copy.requestedAt,
    expiresAt: copy.expiresAt ?? null,
    recipient: copy.recipient ?? null,
    parts: copy.parts.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  };
}
