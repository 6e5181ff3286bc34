import { type Infer, v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { findCompartment } from "../access/enter";
import { takeLease } from "../access/lease";
import { limits } from "../access/limits";
import { permission } from "../access/policy";
import { append } from "../audit/model";
import { ownMutation, type StudentQueryCtx, studentMutation, studentQuery } from "../functions";
import { reconcile } from "../ieps/rules/edits";
import { iepStatus } from "../ieps/schema";
import { findNamed, presentedPerson } from "../people/model";
import { senStatus } from "../status/schema";
import { civilDay } from "../values";
import { guardiansOf, plansKnownTo, presentedGuardian, presentedTeamMember, teamOf } from "./circle";
import { birthOnOf } from "./identity";
import { requireOversight } from "./oversight";
import { changeStudent, identityShown } from "./registering";
import { fullName } from "./rules";
import { currentNeeds, enrolmentStatus } from "./schema";

const record = v.object({
  student: v.object({
    studentId: v.id("students"),
    name: v.string(),
    firstName: v.string(),
    lastName: v.string(),
    preferredName: v.union(v.string(), v.null()),
    studentNumber: v.string(),
    pronouns: v.union(v.string(), v.null()),
    birthOn: civilDay,
    gradeLevel: v.string(),
    enrolmentStatus,
    senStatus,
    needs: currentNeeds,
  }),
  organizationId: v.id("organizations"),
  school: v.object({ schoolId: v.id("organizations"), name: v.string() }),
  caseManager: v.union(presentedPerson, v.null()),
  team: v.array(presentedTeamMember),
  guardians: v.array(presentedGuardian),
  plans: v.array(
    v.object({
      iepId: v.id("ieps"),
      title: v.string(),
      status: iepStatus,
      startsOn: civilDay,
      endsOn: civilDay,
      reviewDueOn: civilDay,
      sharedWithFamily: v.boolean(),
    }),
  ),
  activeIepId: v.union(v.id("ieps"), v.null()),
  draftIepId: v.union(v.id("ieps"), v.null()),
  today: civilDay,
  audience: v.union(v.literal("team"), v.literal("family")),
  abilities: v.array(permission),
});

/** Everything about a student that is not inside a plan. The family sees plans that are shared with it. */
export const get = studentQuery({
  can: "students.read",
  args: {},
  returns: record,
  handler: async (ctx) => {
    const { student } = ctx;
    const school = await ctx.db.get("organizations", student.schoolId);
    const plans = await plansKnownTo(ctx);
    return {
      student: {
        studentId: student._id,
        name: fullName(student),
        firstName: student.firstName,
        lastName: student.lastName,
        preferredName: student.preferredName ?? null,
        studentNumber: student.studentNumber,
        pronouns: student.pronouns ?? null,
        birthOn: birthOnOf(student),
        gradeLevel: student.gradeLevel,
        enrolmentStatus: student.enrolmentStatus,
        senStatus: student.senStatus,
        needs: student.currentNeeds,
      },
      organizationId: ctx.organization._id,
      school: { schoolId: student.schoolId, name: school?.name ?? ctx.organization.name },
      caseManager: await findNamed(ctx, student.caseManagerId),
      team: await teamOf(ctx),
      guardians: await guardiansOf(ctx),
      plans: plans.map((plan) => ({
        iepId: plan._id,
        title: plan.title,
        status: plan.status,
        startsOn: plan.startsOn,
        endsOn: plan.endsOn,
        reviewDueOn: plan.reviewDueOn,
        sharedWithFamily: plan.sharedWithFamilyAt !== undefined,
      })),
      activeIepId: plans.find((plan) => plan.status === "inEffect")?._id ?? null,
      draftIepId: plans.find((plan) => plan.status === "draft")?._id ?? null,
      today: ctx.today,
      audience: ctx.audience,
      abilities: ctx.abilities(),
    };
  },
});

const identityFields = v
  .object({
    studentNumber: v.string(),
    firstName: v.string(),
    lastName: v.string(),
    preferredName: v.string(),
    pronouns: v.string(),
    birthOn: civilDay,
    stateNumber: v.string(),
    upn: v.string(),
    formerUpn: v.string(),
  })
  .partial();

/**
 * Changes the pupil record, field by field; only what is passed changes, from today on. The empty text takes away
 * what may be absent. Where `base` holds a field as the person saw it, what somebody else has made of it meanwhile
 * is refused with `conflict`.
 */
export const edit = studentMutation({
  can: "students.edit",
  args: {
    ...identityFields.fields,
    base: v.optional(identityFields),
    schoolId: v.optional(v.id("organizations")),
    gradeLevel: v.optional(v.string()),
    caseManagerId: v.optional(v.id("people")),
    /** What is passed was always so, and was written down wrong before. */
    isCorrection: v.optional(v.boolean()),
  },
  returns: v.null(),
  handler: async (ctx, { studentId: _studentId, isCorrection = false, base, ...changes }) => {
    const { student } = ctx;
    // An absent field was seen as blank.
    const now = {
      preferredName: "",
      pronouns: "",
      stateNumber: "",
      upn: "",
      formerUpn: "",
      ...identityShown(student),
    };
    if (base)
      reconcile(
        now,
        base,
        Object.fromEntries(Object.keys(base).map((name) => [name, changes[name as keyof typeof base]])),
      );
    // Handing a child to another school or another case manager is for those who oversee both.
    if (changes.schoolId || changes.caseManagerId) requireOversight(ctx, student.schoolId);
    if (changes.schoolId) requireOversight(ctx, changes.schoolId);
    const fields = await changeStudent(ctx, student, changes, { isCorrection });
    ctx.note(fields.join(", "));
    return null;
  },
});

const opening = v.object({
  opened: v.boolean(),
  /** Until when the record may be read without opening it again, in ms; null when it was refused. */
  leaseEndsAt: v.union(v.number(), v.null()),
});

/**
 * Says that the caller now reads the record, or goes on reading it: the entry that IDEA asks for (34 CFR
 * 300.614), kept for everyone who reads, not only for those the law names. A refusal is an answer here, not an
 * error, so that it stays on record; a stranger cannot tell someone else's student from one who does not exist.
 */
export const open = ownMutation({
  args: { studentId: v.id("students") },
  returns: opening,
  handler: async (ctx, { studentId }): Promise<Infer<typeof opening>> => {
    const opened = await findCompartment(ctx, studentId);
    if (opened) return { opened: true, leaseEndsAt: await takeLease(ctx, opened) };
    const refusal = { opened: false, leaseEndsAt: null };
    const organizationId = await holderOf(ctx, studentId);
    if (!organizationId) return refusal;
    if (!(await limits.limit(ctx, "refusedOpening", { key: ctx.person._id })).ok) return refusal;
    await append(ctx, {
      organizationId,
      studentId,
      actorId: ctx.person._id,
      permission: "students.read",
      command: "students/record:open",
      outcome: "refused",
      summary: "opened the record",
    });
    return refusal;
  },
});

async function holderOf(ctx: Pick<StudentQueryCtx, "db">, studentId: Id<"students">) {
  const student = await ctx.db.get("students", studentId);
  return student?.organizationId ?? null;
}
