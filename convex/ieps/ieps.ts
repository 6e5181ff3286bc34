import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireConsent } from "../consent/model";
import { addDays } from "../dates";
import { problem } from "../errors";
import { studentMutation, studentQuery } from "../functions";
import { settingsOf } from "../organizations/rules/settings";
import { listPlan } from "../students/listedPlan";
import { accepted, requiredText } from "../typed";
import { civilDay } from "../values";
import { copyContents } from "./amending";
import {
  accommodationsOf,
  findDraft,
  findPlanInEffect,
  goalsOf,
  mayRead,
  missingBefore,
  missingFromPlan,
  requireDraft,
  requirePlan,
  sectionsOf,
  servicesOf,
  specialFactorsOf,
} from "./model";
import {
  accommodationView,
  goalView,
  planView,
  presentAccommodation,
  presentGoal,
  presentPlan,
  presentSection,
  presentService,
  presentSpecialFactor,
  sectionView,
  serviceView,
  specialFactorView,
} from "./present";
import { createProse } from "./prose";
import { canBecome, checkDates, reviewDueOnFor, usualEndOn } from "./rules/lifecycle";
import { sectionKinds } from "./rules/sections";
import { sectionKind, specialFactor } from "./schema";

/** What still has to be done before a plan may take effect. */
const missingView = v.object({
  what: v.union(
    v.literal("meetingOn"),
    v.literal("goals"),
    v.literal("services"),
    v.literal("transition"),
    v.literal("section"),
    v.literal("specialFactor"),
    v.literal("consent"),
  ),
  section: v.optional(sectionKind),
  factor: v.optional(specialFactor),
});

/** The plan in effect, as far as the caller may read it. */
export const getActive = studentQuery({
  can: "ieps.read",
  args: {},
  returns: v.union(planView, v.null()),
  handler: async (ctx, { studentId }) => {
    const plan = await findPlanInEffect(ctx, studentId);
    return plan && mayRead(ctx, plan) ? presentPlan(plan, ctx.today) : null;
  },
});

/** A whole plan as the team works on it; the texts of its sections are in `drafting`. */
export const get = studentQuery({
  can: "ieps.readDrafts",
  args: { iepId: v.id("ieps") },
  returns: v.object({
    iep: planView,
    sections: v.array(sectionView),
    goals: v.array(goalView),
    services: v.array(serviceView),
    accommodations: v.array(accommodationView),
    specialFactors: v.array(specialFactorView),
    missing: v.array(missingView),
    abilities: v.array(v.string()),
  }),
  handler: async (ctx, { iepId }) => {
    const plan = await requirePlan(ctx, iepId);
    const sections = await sectionsOf(ctx, iepId);
    const goals = await goalsOf(ctx, iepId);
    return {
      iep: presentPlan(plan, ctx.today),
      sections: await Promise.all(sections.map((section) => presentSection(ctx, section))),
      goals: await Promise.all(goals.map((goal) => presentGoal(ctx, goal))),
      services: (await servicesOf(ctx, iepId)).map(presentService),
      accommodations: (await accommodationsOf(ctx, iepId)).map(presentAccommodation),
      specialFactors: (await specialFactorsOf(ctx, iepId)).map(presentSpecialFactor),
      missing: plan.status === "draft" ? await missingBefore(ctx, plan) : [],
      abilities: ctx.abilities(),
    };
  },
});

/**
 * Begins a draft beside the plan in effect, which stays in effect until the draft replaces it. An amendment
 * starts as a copy of the plan in effect and keeps its last day and its annual review date.
 */
export const start = studentMutation({
  can: "ieps.start",
  args: {
    title: v.string(),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    meetingOn: v.optional(civilDay),
    amendsId: v.optional(v.id("ieps")),
  },
  returns: v.id("ieps"),
  handler: async (ctx, { studentId, title, startsOn, meetingOn, amendsId, ...args }): Promise<Id<"ieps">> => {
    if (await findDraft(ctx, studentId)) throw problem("plan_draft_exists");
    const amended = amendsId ? await requirePlan(ctx, amendsId) : null;
    if (amended && amended.status !== "inEffect") throw problem("invalid", { field: "amendsId" });
    const endsOn = amended?.endsOn ?? args.endsOn ?? usualEndOn(startsOn);
    const dates = { startsOn, endsOn, ...(meetingOn === undefined ? {} : { meetingOn }) };
    checkDates(dates);
    const iepId = await ctx.db.insert("ieps", {
      ...ctx.compartment,
      ...dates,
      planType: "us-iep",
      status: "draft",
      title: accepted(requiredText(120), title),
      reviewDueOn: reviewDueOnFor(dates, amended, settingsOf(ctx.organization)),
      ...(amended ? { amendsId: amended._id } : {}),
      createdBy: ctx.person._id,
    });
    for (const kind of sectionKinds) {
      const updatedAt = Date.now();
      const section = { ...ctx.compartment, iepId, kind, state: "notStarted" as const, updatedAt };
      const sectionId = await ctx.db.insert("sections", section);
      if (!amended) await createProse(ctx, sectionId);
    }
    if (amended) await copyContents(ctx, amended._id, iepId);
    await listPlan(ctx, studentId);
    ctx.note(`plan ${iepId}, from ${startsOn}`);
    return iepId;
  },
});

/** Moves a draft's dates. The review date follows from them, except that an amendment keeps the one it has. */
export const setDates = studentMutation({
  can: "ieps.edit",
  args: {
    iepId: v.id("ieps"),
    startsOn: civilDay,
    endsOn: civilDay,
    meetingOn: v.union(civilDay, v.null()),
  },
  returns: v.null(),
  handler: async (ctx, { studentId, iepId, startsOn, endsOn, meetingOn }) => {
    const plan = await requireDraft(ctx, iepId);
    const amended = plan.amendsId ? await requirePlan(ctx, plan.amendsId) : null;
    if (amended && endsOn !== amended.endsOn) throw problem("out_of_range", { field: "endsOn" });
    const dates = { startsOn, endsOn, meetingOn: meetingOn ?? undefined };
    checkDates(dates);
    await ctx.db.patch("ieps", iepId, {
      ...dates,
      reviewDueOn: reviewDueOnFor(dates, amended, settingsOf(ctx.organization)),
    });
    await listPlan(ctx, studentId);
    ctx.note(`plan ${iepId}: dates`);
    return null;
  },
});

/** Opens a plan to the child's guardians and the child, or closes it again. */
export const share = studentMutation({
  can: "ieps.share",
  args: { iepId: v.id("ieps"), shared: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { iepId, shared }) => {
    await requirePlan(ctx, iepId);
    await ctx.db.patch("ieps", iepId, { sharedWithFamilyAt: shared ? Date.now() : undefined });
    ctx.note(`plan ${iepId}: ${shared ? "shared with the family" : "no longer shared with the family"}`);
    return null;
  },
});

/**
 * Puts a complete draft in effect from its first day, which may not lie ahead, and in the same transaction ends
 * the plan before it: on no day is there more than one (34 CFR 300.323(a)), and on no day is there none. Services
 * begin only with the family's consent, and not again once it is withdrawn (34 CFR 300.300(b)).
 */
export const putInEffect = studentMutation({
  can: "ieps.putInEffect",
  args: { iepId: v.id("ieps") },
  returns: v.null(),
  handler: async (ctx, { studentId, iepId }) => {
    const plan = await requireDraft(ctx, iepId);
    if (plan.startsOn > ctx.today) throw problem("day_in_future", { field: "startsOn" });
    const missing = await missingFromPlan(ctx, plan, ctx.student);
    if (missing.some(({ what }) => what === "transition")) throw problem("transition_required");
    if (missing.length > 0) throw problem("plan_incomplete", { params: { missing: missing.length } });
    await requireConsent(ctx, "initialServices");
    const former = await findPlanInEffect(ctx, studentId);
    if (former) {
      const from = addDays(former.startsOn, 1);
      if (plan.startsOn < from) throw problem("plan_overlap", { field: "startsOn", params: { from } });
      if (!canBecome(former.status, "superseded")) throw problem("plan_overlap");
      await ctx.db.patch("ieps", former._id, { status: "superseded", supersededOn: plan.startsOn });
    }
    await ctx.db.patch("ieps", iepId, { status: "inEffect", putInEffectAt: Date.now() });
    await listPlan(ctx, studentId);
    ctx.note(`plan ${iepId} in effect from ${plan.startsOn}`);
    return null;
  },
});
