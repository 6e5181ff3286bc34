import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireLease } from "../access/lease";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import type { Span } from "../status/rules/spans";
import { civilDay } from "../values";
import { spellsOf } from "./enrolling";
import { decideBetween } from "./likeness";
import { obstaclesBetween } from "./mergeObstacles";
import { requireStudent } from "./model";
import { findProfile, partOf } from "./parts";
import { plainParts } from "./profileSchema";
import { identityShown } from "./registering";
import { fullName } from "./rules";
import { daysLeft } from "./rules/weaving";
import { enrolmentStatus } from "./schema";

const brief = v.object({
  studentId: v.id("students"),
  name: v.string(),
  studentNumber: v.string(),
  schoolName: v.string(),
  gradeLevel: v.string(),
  enrolmentStatus,
});

async function briefOf(ctx: OrganizationQueryCtx, studentId: Id<"students">) {
  const student = await requireStudent(ctx, studentId);
  const school = await ctx.db.get("organizations", student.schoolId);
  return {
    studentId,
    name: fullName(student),
    studentNumber: student.studentNumber,
    schoolName: school?.name ?? ctx.organization.name,
    gradeLevel: student.gradeLevel,
    enrolmentStatus: student.enrolmentStatus,
  };
}

/** Pairs of records that may be of one child and that nobody has decided about, the newest first. A page can be shorter than asked for. */
export const list = organizationQuery({
  can: "students.merge",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(
    v.object({
      duplicateId: v.id("duplicates"),
      because: v.union(v.literal("sameNumber"), v.literal("sameBirthAndName")),
      newer: brief,
      older: brief,
      foundAt: v.number(),
    }),
  ),
  handler: async (ctx, { organizationId, paginationOpts }) => {
    const found = await ctx.db
      .query("duplicates")
      .withIndex("by_organization_and_standing", (q) =>
        q.eq("organizationId", organizationId).eq("standing", "open"),
      )
      .order("desc")
      .paginate(paginationOpts);
    const page = [];
    for (const { _id, because, newerId, olderId, foundAt } of found.page) {
      // While a record is being destroyed, its pairs go after it.
      const isWhole =
        (await ctx.db.get("students", newerId)) !== null && (await ctx.db.get("students", olderId)) !== null;
      if (!isWhole) continue;
      const [newer, older] = [await briefOf(ctx, newerId), await briefOf(ctx, olderId)];
      page.push({ duplicateId: _id, because, newer, older, foundAt });
    }
    return { ...found, page };
  },
});

/** A spell at a school that one of the records holds, and the days of it that count once they are one. */
const wovenSpell = v.object({
  enrolmentId: v.id("enrolments"),
  from: v.union(v.literal("kept"), v.literal("other")),
  schoolName: v.string(),
  gradeLevel: v.string(),
  startsOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  counts: v.array(v.object({ startsOn: civilDay, endsOn: v.union(civilDay, v.null()) })),
});

const { learning, languages, contacts, transport, accessibility, baselines, adjustments } = plainParts;
const side = v.object({
  student: brief,
  identity: v.record(v.string(), v.string()),
  parts: v.object({ learning, languages, contacts, transport, accessibility, baselines, adjustments }),
  /** Whether medical considerations are written down; they are not shown here. */
  hasHealth: v.boolean(),
});

/**
 * Two records side by side. Both must be open (`students.record.open`), since both are read.
 * @throws lease_needed, not_found
 */
export const compare = organizationQuery({
  can: "students.merge",
  args: { keptId: v.id("students"), otherId: v.id("students") },
  returns: v.object({
    kept: side,
    other: side,
    /** What must be settled first: both have a plan in effect, both have a draft, episodes of one kind overlap. */
    obstacles: v.array(v.union(v.literal("plansInEffect"), v.literal("drafts"), v.literal("episodes"))),
    /** Where the child was at school by either record, newest first, as rules/weaving.ts makes one line of it. */
    enrolments: v.array(wovenSpell),
  }),
  handler: async (ctx, { keptId, otherId }) => {
    const [kept, other] = [await sideOf(ctx, keptId), await sideOf(ctx, otherId)];
    const obstacles = await obstaclesBetween(ctx, keptId, otherId);
    return { kept, other, obstacles, enrolments: await wovenBetween(ctx, keptId, otherId) };
  },
});

async function wovenBetween(ctx: OrganizationQueryCtx, keptId: Id<"students">, otherId: Id<"students">) {
  const [ours, theirs] = [await spellsOf(ctx, keptId), await spellsOf(ctx, otherId)];
  const days = ({ startsOn, endsOn }: Span) => ({ startsOn, endsOn: endsOn ?? null });
  const lines = [
    ...ours.map((spell) => ({ spell, from: "kept" as const, left: [spell] })),
    ...theirs.map((spell) => ({ spell, from: "other" as const, left: daysLeft(spell, ours) })),
  ].sort((a, b) => (a.spell.startsOn < b.spell.startsOn ? 1 : -1));
  return await Promise.all(
    lines.map(async ({ spell, from, left }) => ({
      enrolmentId: spell._id,
      from,
      schoolName: (await ctx.db.get("organizations", spell.schoolId))?.name ?? ctx.organization.name,
      gradeLevel: spell.gradeLevel,
      ...days(spell),
      counts: left.map(days),
    })),
  );
}

async function sideOf(ctx: OrganizationQueryCtx, studentId: Id<"students">) {
  const student = await requireStudent(ctx, studentId);
  const compartment = { organizationId: ctx.organization._id, studentId };
  await requireLease(ctx, { compartment, person: ctx.person });
  const profile = await findProfile(ctx, studentId);
  return {
    student: await briefOf(ctx, studentId),
    identity: identityShown(student),
    parts: {
      learning: partOf(profile, "learning"),
      languages: partOf(profile, "languages"),
      contacts: partOf(profile, "contacts"),
      transport: partOf(profile, "transport"),
      accessibility: partOf(profile, "accessibility"),
      baselines: partOf(profile, "baselines"),
      adjustments: partOf(profile, "adjustments"),
    },
    hasHealth: profile?.sealedHealth !== undefined,
  };
}

/** Decides that two records are of two children; the pair is not suggested again. */
export const dismiss = organizationMutation({
  can: "students.merge",
  args: { duplicateId: v.id("duplicates") },
  returns: v.null(),
  handler: async (ctx, { duplicateId }) => {
    const pair = await ctx.db.get("duplicates", duplicateId);
    if (!pair) throw problem("not_found");
    await decideBetween(ctx, pair.newerId, pair.olderId, "different");
    ctx.note(`students ${pair.newerId}, ${pair.olderId} are two children`);
    return null;
  },
});
