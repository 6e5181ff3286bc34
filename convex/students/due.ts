import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { addDays, daysBetween } from "../dates";
import { openRequests } from "../disclosures/model";
import { type OrganizationQueryCtx, organizationQuery } from "../functions";
import { findDraft, findPlanInEffect } from "../ieps/model";
import { findLatest } from "../progress/model";
import { dueForStatus } from "../status/due";
import { asksForPlan } from "../status/rules/spells";
import { civilDay } from "../values";
import { dueAboutFamily } from "./dueFamily";
import { reviewsUntil } from "./listing";
import { caseloadOf } from "./model";
import { fullName, QUIET_GOAL_DAYS, REVIEW_HORIZON_DAYS } from "./rules";

const due = v.object({
  /** A review coming up or missed; a draft being written; a child whose status asks for a plan, without one; a goal gone quiet; a family waiting. */
  kind: v.union(
    v.literal("review"),
    v.literal("draft"),
    v.literal("noPlan"),
    v.literal("noData"),
    v.literal("evaluation"),
    v.literal("reevaluation"),
    v.literal("summary"),
    v.literal("recordRequest"),
    /** A withdrawal of services to act on; rights at full age to explain, or to hand over. */
    v.literal("withdrawal"),
    v.literal("explainRights"),
    v.literal("transferRights"),
  ),
  studentId: v.id("students"),
  studentName: v.string(),
  dueOn: v.union(civilDay, v.null()),
  daysLeft: v.union(v.number(), v.null()),
  iepId: v.optional(v.id("ieps")),
  goalId: v.optional(v.id("goals")),
  /** The number of the goal, where there is one. */
  goalNumber: v.optional(v.number()),
});
type Due = Infer<typeof due>;

const MOST_REVIEWS = 50;
/** Home looks through this many children at most; a larger caseload is worked through from the list. */
const MOST_CHILDREN = 60;
const MOST_GOALS = 30;

/** What is due for the caller: all of their caseload, and for an administrator the reviews ahead besides. */
export const list = organizationQuery({
  can: "students.list",
  args: {},
  returns: v.array(due),
  handler: async (ctx) => {
    const isAdministrator = ctx.memberships.some(({ role }) => role === "administrator");
    const found = await dueOnCaseload(ctx);
    if (isAdministrator) {
      const known = new Set(found.filter(({ kind }) => kind === "review").map(({ iepId }) => iepId));
      found.push(...(await reviewsAhead(ctx)).filter(({ iepId }) => !known.has(iepId)));
    }
    found.push(...(await requestsToAnswer(ctx)));
    return found.sort((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));
  },
});

/** The nearest reviews in the schools that the caller administers; other schools' plans take no place in the list. */
async function reviewsAhead(ctx: OrganizationQueryCtx): Promise<Due[]> {
  const students = await reviewsUntil(ctx, addDays(ctx.today, REVIEW_HORIZON_DAYS), MOST_REVIEWS);
  return students.flatMap((student) => {
    const { planId: _id, reviewDueOn } = student;
    return _id === undefined ? [] : [review(ctx, student, { _id, reviewDueOn })];
  });
}

/** What families have asked about records, for the child's case manager and the administrators of its school. */
async function requestsToAnswer(ctx: OrganizationQueryCtx): Promise<Due[]> {
  const horizon = addDays(ctx.today, REVIEW_HORIZON_DAYS);
  const waiting: Due[] = [];
  for (const { studentId, dueOn } of await openRequests(ctx, ctx.organization._id, horizon)) {
    const student = await ctx.db.get("students", studentId);
    const answers =
      student?.caseManagerId === ctx.person._id ||
      ctx.memberships.some(
        ({ role, schoolId }) =>
          role === "administrator" && (schoolId === undefined || schoolId === student?.schoolId),
      );
    if (student && answers) waiting.push(entry(ctx, student, "recordRequest", dueOn));
  }
  return waiting;
}

async function dueOnCaseload(ctx: OrganizationQueryCtx): Promise<Due[]> {
  const children = (await caseloadOf(ctx)).filter((student) => student.enrolmentStatus === "active");
  const found: Due[] = [];
  for (const student of children.slice(0, MOST_CHILDREN)) {
    const active = await findPlanInEffect(ctx, student._id);
    const draft = await findDraft(ctx, student._id);
    if (active && daysBetween(ctx.today, active.reviewDueOn) <= REVIEW_HORIZON_DAYS) {
      found.push(review(ctx, student, active));
    }
    if (draft) found.push({ ...entry(ctx, student, "draft", draft.meetingOn ?? null), iepId: draft._id });
    if (!active && !draft && asksForPlan(student.senStatus)) found.push(entry(ctx, student, "noPlan", null));
    if (active) found.push(...(await quietGoals(ctx, student, active)));
    for (const { kind, dueOn } of await dueAboutFamily(ctx, student)) {
      found.push(entry(ctx, student, kind, dueOn));
    }
    for (const { kind, dueOn } of await dueForStatus(ctx, student)) {
      found.push(entry(ctx, student, kind, dueOn));
    }
  }
  return found;
}

/** Active goals whose last measurement is too long ago, or that never had one since the plan began. */
async function quietGoals(
  ctx: OrganizationQueryCtx,
  student: Doc<"students">,
  plan: Doc<"ieps">,
): Promise<Due[]> {
  const goals = await ctx.db
    .query("goals")
    .withIndex("by_iep", (q) => q.eq("iepId", plan._id))
    .take(MOST_GOALS);
  const quiet: Due[] = [];
  for (const goal of goals) {
    if (!goal.isActive) continue;
    const last = await findLatest(ctx, goal);
    const dueOn = addDays(last?.observedOn ?? plan.startsOn, QUIET_GOAL_DAYS);
    if (dueOn >= ctx.today) continue;
    const quietGoal = { goalId: goal._id, goalNumber: goal.number, iepId: plan._id };
    quiet.push({ ...entry(ctx, student, "noData", dueOn), ...quietGoal });
  }
  return quiet;
}

function review(
  ctx: OrganizationQueryCtx,
  student: Doc<"students">,
  plan: Pick<Doc<"ieps">, "_id" | "reviewDueOn">,
): Due {
  return { ...entry(ctx, student, "review", plan.reviewDueOn), iepId: plan._id };
}

function entry(
  ctx: OrganizationQueryCtx,
  student: Doc<"students">,
  kind: Due["kind"],
  dueOn: string | null,
): Due {
  const daysLeft = dueOn === null ? null : daysBetween(ctx.today, dueOn);
  return { kind, studentId: student._id, studentName: fullName(student), dueOn, daysLeft };
}
