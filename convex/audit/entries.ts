import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { standing } from "../access/standing";
import { type OrganizationQueryCtx, organizationQuery } from "../functions";
import { fullName } from "../students/rules";
import { GENESIS, hashOf } from "./rules";

const entry = v.object({
  entryId: v.id("auditEntries"),
  sequence: v.number(),
  at: v.number(),
  actorName: v.union(v.string(), v.null()),
  studentId: v.union(v.id("students"), v.null()),
  studentName: v.union(v.string(), v.null()),
  standing: v.union(standing, v.null()),
  permission: v.string(),
  command: v.string(),
  outcome: v.union(v.literal("done"), v.literal("refused")),
  summary: v.string(),
});

/** What was done, opened and refused in the organization, newest first. */
export const list = organizationQuery({
  can: "audit.read",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(entry),
  handler: async (ctx, { organizationId, paginationOpts }) => {
    const found = await ctx.db
      .query("auditEntries")
      .withIndex("by_organization_and_sequence", (q) => q.eq("organizationId", organizationId))
      .order("desc")
      .paginate(paginationOpts);
    const nameOf = namesOf(ctx);
    const page = [];
    for (const row of found.page) {
      page.push({
        entryId: row._id,
        sequence: row.sequence,
        at: row.at,
        actorName: await nameOf.person(row.actorId),
        studentId: row.studentId ?? null,
        studentName: await nameOf.student(row.studentId),
        standing: row.standing ?? null,
        permission: row.permission,
        command: row.command,
        outcome: row.outcome,
        summary: row.summary,
      });
    }
    return { ...found, page };
  },
});

/** Looks each name up once per page. */
function namesOf(ctx: OrganizationQueryCtx) {
  const known = new Map<string, string | null>();
  const once = async (id: string, find: () => Promise<string | null>) => {
    const name = known.has(id) ? (known.get(id) ?? null) : await find();
    known.set(id, name);
    return name;
  };
  return {
    person: async (id: Id<"people"> | undefined) =>
      id ? await once(id, async () => (await ctx.db.get("people", id))?.name ?? null) : null,
    student: async (id: Id<"students"> | undefined) =>
      id
        ? await once(id, async () => {
            const student = await ctx.db.get("students", id);
            return student && fullName(student);
          })
        : null,
  };
}

const STRETCH = 500;

/**
 * Recomputes a stretch of up to 500 entries of the chain, from a sequence number on. `brokenAt` is the first
 * entry that does not follow from the one before it; `next` is where to go on, or null at the end.
 */
export const verify = organizationQuery({
  can: "audit.read",
  args: { from: v.optional(v.number()) },
  returns: v.object({
    checked: v.number(),
    brokenAt: v.union(v.number(), v.null()),
    next: v.union(v.number(), v.null()),
  }),
  handler: async (ctx, { organizationId, from = 1 }) => {
    const first = Math.max(1, Math.floor(from));
    // One entry more at the front: its hash is what the first of the stretch must carry.
    const entries = await ctx.db
      .query("auditEntries")
      .withIndex("by_organization_and_sequence", (q) =>
        q.eq("organizationId", organizationId).gte("sequence", first - 1),
      )
      .take(STRETCH + 1);
    let previousHash = GENESIS;
    let expected = first;
    if (first > 1) {
      const before = entries.shift();
      if (before?.sequence !== first - 1) return { checked: 0, brokenAt: first - 1, next: null };
      previousHash = before.hash;
    }
    for (const { _id, _creationTime, hash, ...hashed } of entries.slice(0, STRETCH)) {
      const follows = hashed.sequence === expected && hashed.previousHash === previousHash;
      if (!follows || (await hashOf(hashed)) !== hash) {
        return { checked: expected - first, brokenAt: expected, next: null };
      }
      previousHash = hash;
      expected += 1;
    }
    const checked = expected - first;
    return { checked, brokenAt: null, next: checked === STRETCH ? expected : null };
  },
});
