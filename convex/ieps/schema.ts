import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

export const iepStatus = v.union(
  v.literal("draft"),
  v.literal("inEffect"),
  v.literal("superseded"),
  v.literal("expired"),
);
export const sectionKind = v.union(
  v.literal("presentLevels"),
  v.literal("parentConcerns"),
  v.literal("strengthsAndVoice"),
  v.literal("specialFactors"),
  v.literal("goals"),
  v.literal("services"),
  v.literal("accommodations"),
  v.literal("transition"),
);
export const sectionState = v.union(
  v.literal("notStarted"),
  v.literal("inProgress"),
  v.literal("ready"),
  v.literal("notNeeded"),
);
export const goalArea = v.union(
  v.literal("reading"),
  v.literal("writing"),
  v.literal("mathematics"),
  v.literal("communication"),
  v.literal("behaviour"),
  v.literal("socialEmotional"),
  v.literal("motor"),
  v.literal("adaptive"),
  v.literal("transition"),
);
export const measureUnit = v.union(
  v.literal("wordsPerMinute"),
  v.literal("percent"),
  v.literal("count"),
  v.literal("minutes"),
  v.literal("rating"),
  v.literal("trials"),
);
/** A value measured, or to be reached, on a day. */
export const datedValue = v.object({ value: v.number(), on: civilDay });

export const consistency = v.object({ met: v.number(), of: v.number() });
export const direction = v.union(v.literal("increase"), v.literal("decrease"));
export const frequency = v.object({
  times: v.number(),
  per: v.union(v.literal("day"), v.literal("week"), v.literal("month"), v.literal("year")),
});
/** The five questions that every plan answers (34 CFR 300.324(a)(2)). */
export const specialFactor = v.union(
  v.literal("behaviour"),
  v.literal("limitedEnglish"),
  v.literal("braille"),
  v.literal("communication"),
  v.literal("assistiveTechnology"),
);

export const iepTables = {
  /** A plan. Written by ieps/ieps.ts and ieps/lifecycle.ts; at most one per student is in effect on any day. */
  ieps: defineTable({
    ...compartment,
    planType: v.literal("us-iep"),
    status: iepStatus,
    title: v.string(),
    startsOn: civilDay,
    endsOn: civilDay,
    /** The last day that was planned, when the plan was ended before it. */
    plannedEndOn: v.optional(civilDay),
    meetingOn: v.optional(civilDay),
    reviewDueOn: civilDay,
    sharedWithFamilyAt: v.optional(v.number()),
    putInEffectAt: v.optional(v.number()),
    /** The first day on which the next plan was in effect instead; this plan's own dates stay as agreed. */
    supersededOn: v.optional(civilDay),
    /** The plan that this one amends: it keeps that plan's annual review date (34 CFR 300.324(b)(1)(i)). */
    amendsId: v.optional(v.id("ieps")),
    createdBy: v.id("people"),
  })
    .index("by_status_and_end", ["status", "endsOn"])
    .index("by_student_and_status", ["studentId", "status"])
    .index("by_organization_and_status_and_review", ["organizationId", "status", "reviewDueOn"]),

  /**
   * One section of a plan; the id of its collaborative document is its own id. Written by ieps/ieps.ts (all
   * eight, when the plan is started), ieps/sections.ts and ieps/drafting.ts; read by everything about a plan.
   */
  sections: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    kind: sectionKind,
    state: sectionState,
    ownerId: v.optional(v.id("people")),
    updatedAt: v.number(),
  }).index("by_iep", ["iepId", "kind"]),

  /** A measurable annual goal of a plan. Written by ieps/goals.ts; read by ieps/ and progress/. */
  goals: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    number: v.number(),
    area: goalArea,
    statement: v.string(),
    condition: v.string(),
    behaviour: v.string(),
    criterion: v.string(),
    /** "In `met` of the last `of` sessions": what counts as having reached the target. */
    consistency: v.optional(consistency),
    measure: measureUnit,
    direction,
    baseline: datedValue,
    target: datedValue,
    schedule: v.string(),
    /** The goal of an earlier plan whose measurements this one goes on with: always the first of the line. */
    continuesId: v.optional(v.id("goals")),
    ownerId: v.optional(v.id("people")),
    isActive: v.boolean(),
    retiredAt: v.optional(v.number()),
  })
    .index("by_iep", ["iepId", "number"])
    .index("by_student", ["studentId", "isActive"]),

  /** Written by ieps/services.ts. A service, with the start, frequency, place and duration that 34 CFR 300.320(a)(7) asks for. */
  services: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    kind: v.string(),
    startsOn: civilDay,
    endsOn: civilDay,
    frequency,
    minutes: v.number(),
    location: v.string(),
    providerRole: v.string(),
  }).index("by_iep", ["iepId"]),

  /** Written by ieps/accommodations.ts. An accommodation or modification, and where it applies. */
  accommodations: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    category: v.string(),
    text: v.string(),
    setting: v.string(),
  }).index("by_iep", ["iepId"]),

  /** Written by ieps/specialFactors.ts. The answer to one special factor (34 CFR 300.324(a)(2)). */
  specialFactors: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    factor: specialFactor,
    applies: v.boolean(),
    explanation: v.string(),
  }).index("by_iep", ["iepId", "factor"]),

  /**
   * Who changed a section's text from one version to the next, and when: one row per accepted submit, in the
   * same transaction as the steps themselves, which the prosemirror-sync component keeps.
   * Written by ieps/prose.ts; read by ieps/drafting.ts.
   */
  changes: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    sectionId: v.id("sections"),
    personId: v.id("people"),
    /** One open editor, not a person; its steps are numbered by `serials`, in the order of the steps. */
    clientId: v.string(),
    serials: v.array(v.number()),
    fromVersion: v.number(),
    toVersion: v.number(),
    at: v.number(),
  }).index("by_section_and_version", ["sectionId", "toVersion"]),

  /**
   * How far the server has processed each editor's steps, so that a submit sent twice counts once.
   * Written by ieps/prose.ts.
   */
  draftingClients: defineTable({
    ...compartment,
    sectionId: v.id("sections"),
    clientId: v.string(),
    personId: v.id("people"),
    /** The highest serial processed. */
    through: v.number(),
  }).index("by_section_and_client", ["sectionId", "clientId"]),

  /**
   * Where somebody's caret stands, as positions in one version of a section's text; readers map it through
   * later steps. One row per open page. Written by ieps/editors.ts; shown while the person is in the room.
   */
  carets: defineTable({
    ...compartment,
    iepId: v.id("ieps"),
    sectionId: v.id("sections"),
    personId: v.id("people"),
    /** The page's own secret, never shown to anybody: with it a closing page takes its caret away. */
    sessionId: v.string(),
    anchor: v.number(),
    head: v.number(),
    version: v.number(),
    at: v.number(),
  })
    .index("by_iep", ["iepId"])
    .index("by_session", ["sessionId", "iepId"]),
};
