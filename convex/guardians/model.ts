import type { Doc, Id } from "../_generated/dataModel";
import { type MajorityRule, majorityRuleFor } from "../compliance/rules/packs";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx, StudentQueryCtx } from "../functions";
import { settingsOf } from "../organizations/rules/settings";
import { birthOnOf } from "../students/identity";
import type { Relationship } from "../values";
import {
  comesOfAgeOn,
  explainDueFrom,
  explainRightsFrom,
  type GuardianRight,
  rightsOn,
  rightsPassed,
  usualRights,
} from "./rules";

type Reads = Pick<QueryCtx, "db">;

/** More rows than this for one person and one child would be a mistake of data entry. */
const MANY = 20;

/** When a student's rights come to be their own. */
export function majorityRuleOf(organization: Doc<"organizations">): MajorityRule {
  return majorityRuleFor(organization.jurisdiction, settingsOf(organization));
}

/** Which rights are the student's own on a day. */
export function rightsPassedTo(
  student: Doc<"students">,
  organization: Doc<"organizations">,
  today: string,
): GuardianRight[] {
  return rightsPassed(birthOnOf(student), majorityRuleOf(organization), today);
}

/** Whether the student decides on a day. */
export function isOfAge(
  student: Doc<"students">,
  organization: Doc<"organizations">,
  today: string,
): boolean {
  return comesOfAgeOn(birthOnOf(student), majorityRuleOf(organization)) <= today;
}

/**
 * A notice about rights at full age is given when it is due: the first from sixty days before the year ahead on and
 * until full age, of which it speaks as to come; the second at full age. Throws `notice_not_due`, `not_of_age`,
 * `notice_too_late`, by the field that is said.
 */
export function requireNoticeDue(
  { student, organization }: Pick<StudentQueryCtx, "student" | "organization">,
  { kind, day, field }: { kind: Doc<"majorityNotices">["kind"]; day: string; field: string },
): void {
  const ofAge = isOfAge(student, organization, day);
  if (kind === "rightsTransferred" && !ofAge) throw problem("not_of_age", { field });
  if (kind === "rightsExplained" && ofAge) throw problem("notice_too_late", { field });
  const explainFrom = explainRightsFrom(birthOnOf(student), majorityRuleOf(organization));
  if (day < explainDueFrom(explainFrom)) throw problem("notice_not_due", { field });
}

/** What one person may do as a guardian of one child today; nothing for everybody else. */
export async function guardianRightsOf(
  ctx: Reads,
  {
    student,
    organization,
    personId,
    today,
  }: {
    student: Doc<"students">;
    organization: Doc<"organizations">;
    personId: Id<"people">;
    today: string;
  },
): Promise<GuardianRight[]> {
  const guardianships = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", student._id).eq("personId", personId))
    .order("desc")
    .take(MANY);
  if (guardianships.length === 0) return [];
  const restrictions = await ctx.db
    .query("courtRestrictions")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", student._id).eq("personId", personId))
    .order("desc")
    .take(MANY);
  return rightsOn({
    guardianships,
    restrictions,
    passed: rightsPassedTo(student, organization, today),
    day: today,
  });
}

/**
 * Throws `guardian_cannot_sign` unless the person could decide in the family's name on a day: a guardian who might
 * sign then, or the student at full age.
 */
export async function requireSigner(
  ctx: Pick<StudentQueryCtx, "db" | "student" | "organization">,
  personId: Id<"people">,
  day: string,
): Promise<void> {
  const { student, organization } = ctx;
  const person = await ctx.db.get("people", personId);
  if (person?.studentId === student._id && isOfAge(student, organization, day)) return;
  const rights = await guardianRightsOf(ctx, { student, organization, personId, today: day });
  if (!rights.includes("sign")) throw problem("guardian_cannot_sign", { field: "personId" });
}

/** The guardians who may sign for a child today, each once. */
export async function signersOf(ctx: Reads, about: Omit<Parameters<typeof guardianRightsOf>[1], "personId">) {
  const guardianships = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", about.student._id))
    .take(MANY);
  const signers: Id<"people">[] = [];
  for (const personId of new Set(guardianships.map((row) => row.personId))) {
    const rights = await guardianRightsOf(ctx, { ...about, personId });
    if (rights.includes("sign")) signers.push(personId);
  }
  return signers;
}

type NewGuardian = {
  organizationId: Id<"organizations">;
  studentId: Id<"students">;
  person: Pick<Doc<"people">, "_id" | "locale">;
  relationship: Relationship;
  startsOn: string;
};

/** Makes a person a guardian of a child, with the rights that their part usually has. */
export async function beginGuardianship(
  ctx: { db: Pick<MutationCtx["db"], "insert"> },
  { person, relationship, startsOn, ...compartment }: NewGuardian,
): Promise<Id<"guardianships">> {
  return await ctx.db.insert("guardianships", {
    ...compartment,
    personId: person._id,
    relationship,
    startsOn,
    ...usualRights(relationship, startsOn),
    language: person.locale,
    interpreterNeeded: false,
    evidenceDocumentIds: [],
    adultGrounds: [],
  });
}
