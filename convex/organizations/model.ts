import type { Doc, Id } from "../_generated/dataModel";
import { currentMemberships, type InOrganization } from "../access/enter";
import { type CivilDay, isWithin, type SchoolCalendar } from "../dates";
import { problem } from "../errors";
import type { MutationCtx, OrganizationMutationCtx, QueryCtx } from "../functions";
import type { Role } from "../values";
import { settingsOf } from "./rules/settings";

type Db = Pick<QueryCtx, "db">;
type Reads = Db & Pick<InOrganization, "organization" | "today">;

/** Throws `not_a_member` unless the person has one of the roles in this organization today. */
export async function requireMember(
  ctx: Reads,
  personId: Id<"people">,
  wanted: readonly Role[],
): Promise<void> {
  const held = await currentMemberships(ctx, ctx.organization._id, personId, ctx.today);
  if (!held.some(({ role }) => wanted.includes(role))) {
    throw problem("not_a_member", { field: "personId" });
  }
}

/** A school of this organization, archived or not; a school on its own is its own. Throws `not_found`. */
export async function requireSchoolRow(
  ctx: Db & Pick<InOrganization, "organization">,
  schoolId: Id<"organizations">,
): Promise<Doc<"organizations">> {
  const school = await ctx.db.get("organizations", schoolId);
  const isOurs = school?.parentId === ctx.organization._id || school?._id === ctx.organization._id;
  if (!school || !isOurs || school.kind !== "school") throw problem("not_found", { field: "schoolId" });
  return school;
}

type Administers = { memberships: readonly Pick<Doc<"memberships">, "role" | "schoolId">[] };

/** Whether the caller administers a school, or the whole organization. */
export function administers({ memberships }: Administers, school: Id<"organizations">): boolean {
  return memberships.some(
    ({ role, schoolId }) => role === "administrator" && (schoolId === undefined || schoolId === school),
  );
}

/** The schools that an administrator is bound to; null for all of them; empty for whoever administers none. */
export function schoolsAdministered({ memberships }: Administers): Id<"organizations">[] | null {
  const held = memberships.filter(({ role }) => role === "administrator");
  if (held.some(({ schoolId }) => schoolId === undefined)) return null;
  return [...new Set(held.flatMap(({ schoolId }) => schoolId ?? []))];
}

/** Twenty years of terms, and of holidays; older ones count nothing any more. */
const MOST_TERMS = 200;
const MOST_CLOSURES = 1000;

/** The terms of an organization by first day. */
export async function termsOf(ctx: Db, organizationId: Id<"organizations">): Promise<Doc<"terms">[]> {
  const latest = await ctx.db
    .query("terms")
    .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
    .order("desc")
    .take(MOST_TERMS);
  return latest.reverse();
}

/** The closures of an organization and its schools by first day. */
export async function closuresOf(ctx: Db, organizationId: Id<"organizations">): Promise<Doc<"closures">[]> {
  const latest = await ctx.db
    .query("closures")
    .withIndex("by_organization", (q) => q.eq("organizationId", organizationId))
    .order("desc")
    .take(MOST_CLOSURES);
  return latest.reverse();
}

/** When school is kept, in the whole organization or in one school of it. For isSchoolDay and its sisters in dates.ts. */
export async function calendarOf(
  ctx: Db,
  organization: Doc<"organizations">,
  schoolId?: Id<"organizations">,
): Promise<SchoolCalendar> {
  const closures = await closuresOf(ctx, organization._id);
  return {
    weekdays: settingsOf(organization).weekdays,
    terms: await termsOf(ctx, organization._id),
    closures: [
      ...closures.filter((closure) => closure.schoolId === undefined),
      ...closures.filter((closure) => schoolId !== undefined && closure.schoolId === schoolId),
    ],
  };
}

/** Nobody has been this many things in one organization. */
const MANY_MEMBERSHIPS = 200;

/** All that a person is, was and will be in this organization, oldest first. */
export async function membershipsOf(
  ctx: Db & Pick<InOrganization, "organization">,
  personId: Id<"people">,
): Promise<Doc<"memberships">[]> {
  return await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_person", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("personId", personId),
    )
    .take(MANY_MEMBERSHIPS);
}

/** Ends a membership with a day, and says who did it. */
export async function closeMembership(
  ctx: Pick<MutationCtx, "db"> & Pick<InOrganization, "person">,
  { _id }: Doc<"memberships">,
  endsOn: CivilDay,
  deactivated?: Doc<"memberships">["deactivated"],
): Promise<void> {
  const ended = { endsOn, endedBy: ctx.person._id, endedAt: Date.now() };
  await ctx.db.patch("memberships", _id, { ...ended, ...(deactivated && { deactivated }) });
}

const MANY_ADMINISTRATORS = 200;

/**
 * An organization that nobody administers could never be entered again: somebody else must go on administering all
 * of it, today and without a last day. Throws `last_administrator`.
 */
export async function requireAnotherAdministrator(
  ctx: OrganizationMutationCtx,
  leaving: Doc<"memberships">,
): Promise<void> {
  if (leaving.role !== "administrator" || leaving.schoolId !== undefined) return;
  const administrators = await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_role", (q) =>
      q.eq("organizationId", ctx.organization._id).eq("role", "administrator"),
    )
    .take(MANY_ADMINISTRATORS);
  const goesOn = administrators.some(
    (row) =>
      row.personId !== leaving.personId &&
      row.schoolId === undefined &&
      row.endsOn === undefined &&
      isWithin(ctx.today, row),
  );
  if (!goesOn) throw problem("last_administrator");
}
