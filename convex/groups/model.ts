import type { Doc, Id } from "../_generated/dataModel";
import type { InOrganization } from "../access/enter";
import { requireRow } from "../access/load";
import { isWithin } from "../dates";
import { problem } from "../errors";
import type { MutationCtx, OrganizationQueryCtx, QueryCtx, StudentQueryCtx } from "../functions";
import { administers } from "../organizations/model";
import { clashes } from "./rules";

type Db = Pick<QueryCtx, "db">;
type Opened = OrganizationQueryCtx;

/** A class is thirty, a year group a few hundred. */
export const LARGEST_GROUP = 500;
/** Nobody is in, or teaches, more groups than this in a few years. */
const MANY_GROUPS = 200;
const MANY_SPELLS = 20;

/** A group of a school that the caller administers. Throws `not_found`. */
export async function requireGroup(ctx: Opened, groupId: Id<"groups">): Promise<Doc<"groups">> {
  const group = await requireRow(ctx, "groups", groupId);
  if (!administers(ctx, group.schoolId)) throw problem("not_found");
  return group;
}

/** The same, for whoever changes it. Throws `not_found`, `group_archived`. */
export async function requireOpenGroup(ctx: Opened, groupId: Id<"groups">): Promise<Doc<"groups">> {
  const group = await requireGroup(ctx, groupId);
  if (group.archivedAt !== undefined) throw problem("group_archived");
  return group;
}

/** Whoever is in a group on a day: spells of which the day is one. */
export async function teachersOf(ctx: Db, groupId: Id<"groups">): Promise<Doc<"groupTeachers">[]> {
  return await ctx.db
    .query("groupTeachers")
    .withIndex("by_group", (q) => q.eq("groupId", groupId))
    .take(LARGEST_GROUP);
}

type Writes = Pick<MutationCtx, "db"> & Pick<InOrganization, "organization">;
type Spell = { startsOn: string; endsOn?: string | undefined };

/** Puts a teacher in a group for some days; null when they are in it on one of those days already. */
export async function assignTeacher(
  ctx: Writes,
  groupId: Id<"groups">,
  personId: Id<"people">,
  spell: Spell,
): Promise<Id<"groupTeachers"> | null> {
  const held = await ctx.db
    .query("groupTeachers")
    .withIndex("by_group", (q) => q.eq("groupId", groupId).eq("personId", personId))
    .take(MANY_SPELLS);
  if (held.some((other) => clashes(other, spell))) return null;
  return await ctx.db.insert("groupTeachers", {
    organizationId: ctx.organization._id,
    groupId,
    personId,
    ...given(spell),
  });
}

/** Puts a pupil in a group for some days; null when they are in it on one of those days already. */
export async function placeStudent(
  ctx: Writes,
  groupId: Id<"groups">,
  studentId: Id<"students">,
  spell: Spell,
): Promise<Id<"groupStudents"> | null> {
  const held = await ctx.db
    .query("groupStudents")
    .withIndex("by_group", (q) => q.eq("groupId", groupId).eq("studentId", studentId))
    .take(MANY_SPELLS);
  if (held.some((other) => clashes(other, spell))) return null;
  return await ctx.db.insert("groupStudents", {
    organizationId: ctx.organization._id,
    studentId,
    groupId,
    ...given(spell),
  });
}

const given = ({ startsOn, endsOn }: Spell) => ({ startsOn, ...(endsOn !== undefined && { endsOn }) });

/**
 * Who teaches the open pupil today, with the groups. A suggestion for the team, and nothing else: teaching a group
 * opens no record.
 */
export async function teachersOfStudent(ctx: StudentQueryCtx) {
  const spells = await ctx.db
    .query("groupStudents")
    .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id))
    .take(MANY_GROUPS);
  const found = new Map<Id<"people">, string[]>();
  for (const { groupId } of spells.filter((spell) => isWithin(ctx.today, spell))) {
    const group = await ctx.db.get("groups", groupId);
    if (!group || group.archivedAt !== undefined) continue;
    for (const teacher of await teachersOf(ctx, groupId)) {
      if (!isWithin(ctx.today, teacher)) continue;
      found.set(teacher.personId, [...(found.get(teacher.personId) ?? []), group.name]);
    }
  }
  return found;
}
