import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { type OrganizationQueryCtx, organizationQuery } from "../functions";
import { findNamed } from "../people/model";
import { civilDay } from "../values";
import { certificateHash } from "./rules/certificate";
import { proposalReason, recordKind } from "./schema";

const permanent = v.object({
  name: v.string(),
  studentNumber: v.string(),
  schoolName: v.string(),
  gradeLevel: v.string(),
  startedOn: v.union(civilDay, v.null()),
  leftOn: v.union(civilDay, v.null()),
});

const certificate = v.object({
  destructionId: v.id("destructions"),
  formerStudentId: v.string(),
  recordKind,
  reason: proposalReason,
  confirmedByNames: v.array(v.string()),
  status: v.union(v.literal("running"), v.literal("done")),
  startedAt: v.number(),
  finishedAt: v.union(v.number(), v.null()),
  counts: v.array(v.object({ table: v.string(), rows: v.number() })),
  files: v.number(),
  hash: v.union(v.string(), v.null()),
  /** Whether the hash still fits what the certificate says; null while the destruction runs. */
  isIntact: v.union(v.boolean(), v.null()),
  permanentRecord: v.union(permanent, v.null()),
});

/** The destructions and their certificates, newest first, each checked against its hash. */
export const list = organizationQuery({
  can: "retention.decide",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(certificate),
  handler: async (ctx, { organizationId, paginationOpts }) => {
    const found = await ctx.db
      .query("destructions")
      .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
      .order("desc")
      .paginate(paginationOpts);
    const page: Infer<typeof certificate>[] = [];
    for (const row of found.page) page.push(await present(ctx, row));
    return { ...found, page };
  },
});

async function present(ctx: OrganizationQueryCtx, row: Doc<"destructions">) {
  const names = await Promise.all(row.confirmedBy.map((personId) => findNamed(ctx, personId)));
  const { _id: destructionId, formerStudentId, status, startedAt, counts, files } = row;
  return {
    destructionId,
    formerStudentId,
    recordKind: row.recordKind,
    reason: row.reason,
    confirmedByNames: names.map((person) => person?.name ?? ""),
    status,
    startedAt,
    finishedAt: row.finishedAt ?? null,
    counts,
    files,
    hash: row.hash ?? null,
    isIntact: row.hash === undefined ? null : (await certificateHash(row)) === row.hash,
    permanentRecord: row.keptPermanentRecord ? await permanentOf(ctx, formerStudentId) : null,
  };
}

async function permanentOf(ctx: OrganizationQueryCtx, formerStudentId: string) {
  const kept = await ctx.db
    .query("permanentRecords")
    .withIndex("by_organization", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("formerStudentId", formerStudentId),
    )
    .first();
  if (!kept) return null;
  const { name, studentNumber, schoolName, gradeLevel, startedOn = null, leftOn = null } = kept;
  return { name, studentNumber, schoolName, gradeLevel, startedOn, leftOn };
}
