import type { Doc, Id } from "../_generated/dataModel";
import { civilDayAt, isWithin } from "../dates";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx } from "../functions";
import { settingsOf } from "../organizations/rules/settings";
import { type Audience, abilitiesOf, audienceOf, isAllowed } from "./abilities";
import { type Caller, findUnlocked, requireCaller } from "./actor";
import type { Permission } from "./policy";
import { type Relation, relationTo } from "./relation";

/** What a function knows once its organization door has opened. */
export type InOrganization = {
  person: Doc<"people">;
  organization: Doc<"organizations">;
  /** The caller's memberships that are current today. */
  memberships: Doc<"memberships">[];
  /** Today in the organization's time zone. */
  today: string;
  can: (permission: Permission) => boolean;
  abilities: () => Permission[];
};

/** What a function knows once a student's compartment has opened. */
export type InCompartment = InOrganization & {
  student: Doc<"students">;
  /** To spread into every row about the student. */
  compartment: { organizationId: Id<"organizations">; studentId: Id<"students"> };
  relation: Relation;
  audience: Audience;
};

/** Nobody is this many things in one organization. */
const MANY_MEMBERSHIPS = 50;

/** A person's memberships of an organization that are current on a day. */
export async function currentMemberships(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  personId: Id<"people">,
  today: string,
): Promise<Doc<"memberships">[]> {
  const rows = await ctx.db
    .query("memberships")
    .withIndex("by_organization_and_person", (q) =>
      q.eq("organizationId", organizationId).eq("personId", personId),
    )
    .take(MANY_MEMBERSHIPS);
  return rows.filter((membership) => isWithin(today, membership));
}

/** Whether an organization asks a second step at sign-in of somebody who came in without one. */
export function lacksSecondFactor(
  { hasTwoFactors }: Pick<Caller, "hasTwoFactors">,
  organization: Doc<"organizations">,
  memberships: readonly Pick<Doc<"memberships">, "role">[],
): boolean {
  if (hasTwoFactors) return false;
  const { secondFactorRoles } = settingsOf(organization);
  return memberships.some(({ role }) => secondFactorRoles.includes(role));
}

/**
 * Opens an organization for the caller. Throws `not_signed_in`; `not_found` for an organization they do not
 * belong to today; `second_factor_needed` until their sign-in has the second step that it asks for; `not_allowed`
 * for a member without the permission.
 */
export async function enterOrganization(
  ctx: QueryCtx | MutationCtx,
  organizationId: Id<"organizations">,
  permission: Permission,
): Promise<InOrganization> {
  const caller = await requireCaller(ctx);
  const { person } = caller;
  const organization = await ctx.db.get("organizations", organizationId);
  if (!organization || organization.archivedAt !== undefined) throw problem("not_found");
  const today = civilDayAt(Date.now(), organization.timeZone);
  const memberships = await currentMemberships(ctx, organizationId, person._id, today);
  if (memberships.length === 0) throw problem("not_found");
  if (lacksSecondFactor(caller, organization, memberships)) throw problem("second_factor_needed");
  const can = (wanted: Permission) => isAllowed(wanted, memberships, null);
  if (!can(permission)) throw problem("not_allowed");
  const abilities = () => abilitiesOf(memberships, null);
  return { person, organization, memberships, today, can, abilities };
}

/** The student's compartment as the caller stands in it, or null when they may not know of the student. */
export async function findCompartment(
  ctx: QueryCtx | MutationCtx,
  studentId: Id<"students">,
): Promise<InCompartment | null> {
  const caller = await findUnlocked(ctx);
  const student = caller && (await ctx.db.get("students", studentId));
  const organization = student && (await ctx.db.get("organizations", student.organizationId));
  if (!caller || !student || !organization || organization.archivedAt !== undefined) return null;
  const { person } = caller;
  if (student.mergedIntoId !== undefined) return await leadOn(ctx, student.mergedIntoId);
  const today = civilDayAt(Date.now(), organization.timeZone);
  const memberships = await currentMemberships(ctx, organization._id, person._id, today);
  const relation = await relationTo(ctx, student, organization, person, today);
  const can = (wanted: Permission) => isAllowed(wanted, memberships, relation);
  if (!can("students.read")) return null;
  if (lacksSecondFactor(caller, organization, memberships)) throw problem("second_factor_needed");
  return {
    person,
    organization,
    memberships,
    today,
    can,
    abilities: () => abilitiesOf(memberships, relation),
    student,
    compartment: { organizationId: organization._id, studentId: student._id },
    relation,
    audience: audienceOf(memberships, relation),
  };
}

/**
 * A record that became part of another: whoever may read that one is led there (`record_merged`, with its id); for
 * everybody else there is nothing.
 */
async function leadOn(ctx: QueryCtx | MutationCtx, studentId: Id<"students">): Promise<null> {
  if (await findCompartment(ctx, studentId)) throw problem("record_merged", { params: { studentId } });
  return null;
}

/**
 * Opens a student's compartment. Someone else's student is `not_found`, exactly like one who does not exist;
 * `second_factor_needed` and `not_allowed` are only for a person who may read this student, and lacks the second
 * step at sign-in or the one permission.
 */
export async function enterCompartment(
  ctx: QueryCtx | MutationCtx,
  studentId: Id<"students">,
  permission: Permission,
): Promise<InCompartment> {
  await requireCaller(ctx);
  const opened = await findCompartment(ctx, studentId);
  if (!opened) throw problem("not_found");
  if (!opened.can(permission)) throw problem("not_allowed");
  return opened;
}
