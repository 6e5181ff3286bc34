import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { daysBetween } from "../dates";
import type { QueryCtx } from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { civilDay } from "../values";
import {
  consistency,
  datedValue,
  direction,
  frequency,
  goalArea,
  iepStatus,
  measureUnit,
  sectionKind,
  sectionState,
  specialFactor,
} from "./schema";

/** A plan's own facts. `daysUntilReview` is negative once the review is overdue. */
export const planView = v.object({
  iepId: v.id("ieps"),
  title: v.string(),
  status: iepStatus,
  startsOn: civilDay,
  endsOn: civilDay,
  meetingOn: v.union(civilDay, v.null()),
  reviewDueOn: civilDay,
  daysUntilReview: v.number(),
  amendsId: v.union(v.id("ieps"), v.null()),
  sharedWithFamilyAt: v.union(v.number(), v.null()),
});

export function presentPlan(plan: Doc<"ieps">, today: string): Infer<typeof planView> {
  return {
    iepId: plan._id,
    title: plan.title,
    status: plan.status,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    meetingOn: plan.meetingOn ?? null,
    reviewDueOn: plan.reviewDueOn,
    daysUntilReview: daysBetween(today, plan.reviewDueOn),
    amendsId: plan.amendsId ?? null,
    sharedWithFamilyAt: plan.sharedWithFamilyAt ?? null,
  };
}

export const sectionView = v.object({
  sectionId: v.id("sections"),
  kind: sectionKind,
  state: sectionState,
  owner: v.union(presentedPerson, v.null()),
  updatedAt: v.number(),
});

export async function presentSection(
  ctx: { db: QueryCtx["db"] },
  section: Doc<"sections">,
): Promise<Infer<typeof sectionView>> {
  const { _id: sectionId, kind, state, updatedAt } = section;
  return { sectionId, kind, state, updatedAt, owner: await findNamed(ctx, section.ownerId) };
}

/** The fields of a goal that a person writes. */
export const goalFields = {
  area: goalArea,
  statement: v.string(),
  condition: v.string(),
  behaviour: v.string(),
  criterion: v.string(),
  consistency: v.optional(consistency),
  measure: measureUnit,
  direction,
  baseline: datedValue,
  target: datedValue,
  schedule: v.string(),
};

export const goalView = v.object({
  goalId: v.id("goals"),
  iepId: v.id("ieps"),
  number: v.number(),
  ...goalFields,
  owner: v.union(presentedPerson, v.null()),
  isActive: v.boolean(),
});

export async function presentGoal(
  ctx: { db: QueryCtx["db"] },
  goal: Doc<"goals">,
): Promise<Infer<typeof goalView>> {
  const { _id, _creationTime, organizationId, studentId, ownerId, retiredAt, continuesId, ...fields } = goal;
  return { ...fields, goalId: _id, owner: await findNamed(ctx, ownerId) };
}

export const serviceFields = {
  kind: v.string(),
  startsOn: civilDay,
  endsOn: civilDay,
  frequency,
  minutes: v.number(),
  location: v.string(),
  providerRole: v.string(),
};
export const serviceView = v.object({ serviceId: v.id("services"), ...serviceFields });

export function presentService(service: Doc<"services">): Infer<typeof serviceView> {
  const { _id, _creationTime, organizationId, studentId, iepId, ...fields } = service;
  return { serviceId: _id, ...fields };
}

export const accommodationFields = { category: v.string(), text: v.string(), setting: v.string() };
export const accommodationView = v.object({
  accommodationId: v.id("accommodations"),
  ...accommodationFields,
});

export function presentAccommodation({
  _id,
  category,
  text,
  setting,
}: Doc<"accommodations">): Infer<typeof accommodationView> {
  return { accommodationId: _id, category, text, setting };
}

export const specialFactorView = v.object({
  factor: specialFactor,
  applies: v.boolean(),
  explanation: v.string(),
});

export function presentSpecialFactor({
  factor,
  applies,
  explanation,
}: Doc<"specialFactors">): Infer<typeof specialFactorView> {
  return { factor, applies, explanation };
}
