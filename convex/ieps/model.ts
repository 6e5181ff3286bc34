import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { allows, consentStanding } from "../consent/model";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx, StudentMutationCtx, StudentQueryCtx } from "../functions";
import { settingsOf } from "../organizations/rules/settings";
import { birthOnOf } from "../students/identity";
import { listPlan } from "../students/listedPlan";
import { type Contents, canBeWritten, type IepStatus, type Missing, missingFrom } from "./rules/lifecycle";
import { sectionOrder } from "./rules/sections";

type Reads = { db: QueryCtx["db"] };

/** No plan holds more of one kind than this, and no child has had more plans. */
export const MANY = 100;

/** A plan of the open compartment. Throws `not_found`. */
export async function requirePlan(ctx: StudentQueryCtx, iepId: Id<"ieps">): Promise<Doc<"ieps">> {
  return await requireRow(ctx, "ieps", iepId);
}

/** A plan that the caller may read: the family reads one only once it is shared. Throws `not_found`. */
export async function requireReadablePlan(ctx: StudentQueryCtx, iepId: Id<"ieps">): Promise<Doc<"ieps">> {
  const plan = await requirePlan(ctx, iepId);
  if (!mayRead(ctx, plan)) throw problem("not_found");
  return plan;
}

export function mayRead(ctx: Pick<StudentQueryCtx, "audience">, plan: Doc<"ieps">): boolean {
  return ctx.audience === "team" || plan.sharedWithFamilyAt !== undefined;
}

/** A plan that may be written. Throws `not_found`, or `plan_not_draft` once it has taken effect. */
export async function requireDraft(ctx: StudentMutationCtx, iepId: Id<"ieps">): Promise<Doc<"ieps">> {
  const plan = await requireRow(ctx, "ieps", iepId);
  if (!canBeWritten(plan)) throw problem("plan_not_draft");
  return plan;
}

/** A section of a plan that may be written. Throws `not_found` or `plan_not_draft`. */
export async function requireDraftSection(
  ctx: StudentMutationCtx,
  sectionId: Id<"sections">,
): Promise<Doc<"sections">> {
  const section = await requireRow(ctx, "sections", sectionId);
  await requireDraft(ctx, section.iepId);
  return section;
}

/** The child's plans of one status, the one that starts last first. */
export async function plansOf(
  ctx: Reads,
  studentId: Id<"students">,
  status: IepStatus,
): Promise<Doc<"ieps">[]> {
  const plans = await ctx.db
    .query("ieps")
    .withIndex("by_student_and_status", (q) => q.eq("studentId", studentId).eq("status", status))
    .take(MANY);
  return plans.sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

/** The plan in effect for a child, or null. There is never more than one. */
export async function findPlanInEffect(ctx: Reads, studentId: Id<"students">): Promise<Doc<"ieps"> | null> {
  const [plan] = await plansOf(ctx, studentId, "inEffect");
  return plan ?? null;
}

/** The plan being written for a child, or null. There is never more than one. */
export async function findDraft(ctx: Reads, studentId: Id<"students">): Promise<Doc<"ieps"> | null> {
  const [plan] = await plansOf(ctx, studentId, "draft");
  return plan ?? null;
}

export async function sectionsOf(ctx: Reads, iepId: Id<"ieps">): Promise<Doc<"sections">[]> {
  const sections = await ctx.db
    .query("sections")
    .withIndex("by_iep", (q) => q.eq("iepId", iepId))
    .take(MANY);
  return sections.sort((a, b) => sectionOrder(a.kind) - sectionOrder(b.kind));
}

/** The goals of a plan by number; retired ones too. */
export async function goalsOf(ctx: Reads, iepId: Id<"ieps">): Promise<Doc<"goals">[]> {
  return await ctx.db
    .query("goals")
    .withIndex("by_iep", (q) => q.eq("iepId", iepId))
    .take(MANY);
}

export async function servicesOf(ctx: Reads, iepId: Id<"ieps">): Promise<Doc<"services">[]> {
  return await ctx.db
    .query("services")
    .withIndex("by_iep", (q) => q.eq("iepId", iepId))
    .take(MANY);
}

export async function accommodationsOf(ctx: Reads, iepId: Id<"ieps">): Promise<Doc<"accommodations">[]> {
  return await ctx.db
    .query("accommodations")
    .withIndex("by_iep", (q) => q.eq("iepId", iepId))
    .take(MANY);
}

export async function specialFactorsOf(ctx: Reads, iepId: Id<"ieps">): Promise<Doc<"specialFactors">[]> {
  return await ctx.db
    .query("specialFactors")
    .withIndex("by_iep", (q) => q.eq("iepId", iepId))
    .take(MANY);
}

/** What still has to be done before the plan may take effect. */
export async function missingFromPlan(
  ctx: Reads & Pick<StudentQueryCtx, "organization">,
  plan: Doc<"ieps">,
  student: Doc<"students">,
): Promise<Missing[]> {
  const goals = await goalsOf(ctx, plan._id);
  const contents: Contents = {
    birthOn: birthOnOf(student),
    transitionAge: settingsOf(ctx.organization).transitionAge,
    dates: plan,
    sections: await sectionsOf(ctx, plan._id),
    activeGoals: goals.filter((goal) => goal.isActive).length,
    services: (await servicesOf(ctx, plan._id)).length,
    answeredFactors: (await specialFactorsOf(ctx, plan._id)).map(({ factor }) => factor),
  };
  return missingFrom(contents);
}

/** The same, and the family's consent to services, which is not part of the plan but stands before it. */
export async function missingBefore(ctx: StudentQueryCtx, plan: Doc<"ieps">) {
  const standing = await consentStanding(ctx, "initialServices");
  const missing = await missingFromPlan(ctx, plan, ctx.student);
  return allows(standing) ? missing : [...missing, { what: "consent" } as const];
}

/** Closes plans whose last day has passed. Run once a day by crons.ts; answers how many it closed. */
export async function expirePlans(ctx: MutationCtx, today: string): Promise<number> {
  const ended = await ctx.db
    .query("ieps")
    .withIndex("by_status_and_end", (q) => q.eq("status", "inEffect").lt("endsOn", today))
    .take(MANY);
  for (const plan of ended) {
    await ctx.db.patch("ieps", plan._id, { status: "expired" });
    await listPlan(ctx, plan.studentId);
  }
  return ended.length;
}
