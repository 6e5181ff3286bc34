import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { type StudentQueryCtx, studentQuery } from "../functions";
import { progressOf } from "../progress/model";
import { pictureView } from "../progress/views";
import { fullName } from "../students/rules";
import {
  accommodationsOf,
  goalsOf,
  requireReadablePlan,
  sectionsOf,
  servicesOf,
  specialFactorsOf,
} from "./model";
import {
  accommodationView,
  goalFields,
  planView,
  presentAccommodation,
  presentPlan,
  presentService,
  presentSpecialFactor,
  serviceView,
  specialFactorView,
} from "./present";
import { readLatest } from "./prose";
import { sectionKind } from "./schema";

const readableGoal = v.object({
  goalId: v.id("goals"),
  number: v.number(),
  ...goalFields,
  progress: v.object(pictureView),
});

/**
 * A plan as it is read and printed, by the family once it is shared and by the team: the texts, the goals with
 * how far they have come, and what is agreed. Nothing about who is writing it. `content` is ProseMirror JSON as
 * text.
 */
export const get = studentQuery({
  can: "ieps.read",
  args: { iepId: v.id("ieps") },
  returns: v.object({
    student: v.object({ name: v.string(), gradeLevel: v.string(), schoolName: v.string() }),
    iep: planView,
    sections: v.array(v.object({ kind: sectionKind, content: v.string(), isEmpty: v.boolean() })),
    goals: v.array(readableGoal),
    services: v.array(serviceView),
    accommodations: v.array(accommodationView),
    specialFactors: v.array(specialFactorView),
  }),
  handler: async (ctx, { iepId }) => {
    const plan = await requireReadablePlan(ctx, iepId);
    const { gradeLevel, schoolId } = ctx.student;
    const school = await ctx.db.get("organizations", schoolId);
    const sections = await sectionsOf(ctx, iepId);
    const goals = (await goalsOf(ctx, iepId)).filter((goal) => goal.isActive);
    return {
      student: { name: fullName(ctx.student), gradeLevel, schoolName: school?.name ?? "" },
      iep: presentPlan(plan, ctx.today),
      sections: await Promise.all(
        sections.filter(({ state }) => state !== "notNeeded").map((section) => readableSection(ctx, section)),
      ),
      goals: await Promise.all(goals.map((goal) => presentReadableGoal(ctx, goal))),
      services: (await servicesOf(ctx, iepId)).map(presentService),
      accommodations: (await accommodationsOf(ctx, iepId)).map(presentAccommodation),
      specialFactors: (await specialFactorsOf(ctx, iepId)).map(presentSpecialFactor),
    };
  },
});

async function readableSection(ctx: StudentQueryCtx, section: Doc<"sections">) {
  const { doc } = await readLatest(ctx, section._id);
  return { kind: section.kind, content: JSON.stringify(doc), isEmpty: doc.textContent.trim() === "" };
}

async function presentReadableGoal(ctx: StudentQueryCtx, goal: Doc<"goals">) {
  const {
    _id,
    _creationTime,
    organizationId,
    studentId,
    iepId,
    ownerId,
    isActive,
    retiredAt,
    continuesId,
    ...fields
  } = goal;
  return { ...fields, goalId: _id, progress: await progressOf(ctx, goal) };
}
