import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { standing } from "../access/standing";
import { type OrganizationQueryCtx, organizationQuery } from "../functions";
import { fullName } from "../students/rules";
import { findEntry, headOf, STRETCH, stretchFrom } from "./model";
import { follow, START } from "./rules";

const entry = v.object({
  entryId: v.id("auditEntries"),
  sequence: v.number(),
  at: v.number(),
  actorId: v.union(v.id("people"), v.null()),
  actorName: v.union(v.string(), v.null()),
  studentId: v.union(v.id("students"), v.null()),
  studentName: v.union(v.string(), v.null()),
  standing: v.union(standing, v.null()),
  permission: v.string(),
  command: v.string(),
  outcome: v.union(v.literal("done"), v.literal("refused")),
  summary: v.string(),
});

const filter = v.union(
  v.object({ by: v.literal("actor"), actorId: v.id("people") }),
  v.object({ by: v.literal("student"), studentId: v.id("students") }),
  v.object({ by: v.literal("outcome"), outcome: v.union(v.literal("done"), v.literal("refused")) }),
  v.object({ by: v.literal("permission"), permission: v.string() }),
);

/** What was done, opened and refused in the organization, newest first; of one person, child, outcome or kind. */
export const list = organizationQuery({
  can: "audit.read",
  args: { paginationOpts: paginationOptsValidator, filter: v.optional(filter) },
  returns: paginationResultValidator(entry),
  handler: async (ctx, { paginationOpts, filter: only }) => {
    if (only?.by === "student") await requireRow(ctx, "students", only.studentId);
    const found = await entriesOf(ctx, only).order("desc").paginate(paginationOpts);
    const nameOf = namesOf(ctx);
    const page = [];
    for (const row of found.page) {
      page.push({
        entryId: row._id,
        sequence: row.sequence,
        at: row.at,
        actorId: row.actorId ?? null,
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

/** The entries that a filter leaves, each filter by an index of its own. */
function entriesOf(ctx: OrganizationQueryCtx, only: Infer<typeof filter> | undefined) {
  const { _id: organizationId } = ctx.organization;
  const entries = ctx.db.query("auditEntries");
  switch (only?.by) {
    case undefined:
      return entries.withIndex("by_organization_and_sequence", (q) => q.eq("organizationId", organizationId));
    case "actor":
      return entries.withIndex("by_actor", (q) =>
        q.eq("organizationId", organizationId).eq("actorId", only.actorId),
      );
    case "student":
      return entries.withIndex("by_student", (q) => q.eq("studentId", only.studentId));
    case "outcome":
      return entries.withIndex("by_outcome", (q) =>
        q.eq("organizationId", organizationId).eq("outcome", only.outcome),
      );
    case "permission":
      return entries.withIndex("by_permission", (q) =>
        q.eq("organizationId", organizationId).eq("permission", only.permission),
      );
  }
}

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

/**
 * Recomputes a stretch of up to 500 entries of the chain, from a sequence number on. `brokenAt` is the first
 * entry that does not follow from the one before it; `next` is where to go on, or null at the end; `of` is how many
 * entries there are.
 */
export const verify = organizationQuery({
  can: "audit.read",
  args: { from: v.optional(v.number()) },
  returns: v.object({
    checked: v.number(),
    of: v.number(),
    brokenAt: v.union(v.number(), v.null()),
    next: v.union(v.number(), v.null()),
  }),
  handler: async (ctx, { organizationId, from = 1 }) => {
    const first = Math.max(1, Math.floor(from));
    const { sequence: of } = await headOf(ctx, organizationId);
    const before = first === 1 ? START : await findEntry(ctx, organizationId, first - 1);
    if (before === null) return { checked: 0, of, brokenAt: first - 1, next: null };
    const entries = await stretchFrom(ctx, organizationId, first);
    const { last, brokenAt } = follow(before, entries);
    const checked = last.sequence - (first - 1);
    const isWhole = brokenAt !== null || entries.length < STRETCH;
    return { checked, of, brokenAt, next: isWhole ? null : last.sequence + 1 };
  },
});
