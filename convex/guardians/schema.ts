import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment, relationship } from "../values";

/** What a guardian may do about one child. */
export const guardianRight = v.union(v.literal("see"), v.literal("sign"), v.literal("contact"));

/** The last day is included; an absent one means until further notice. */
export const span = v.object({ startsOn: civilDay, endsOn: v.optional(civilDay) });

/**
 * Why a guardian still sees the record of a grown student: the student agrees, the student is their dependent for
 * tax (34 CFR 99.31(a)(8)), or a court made them guardian of an adult.
 */
export const adultGround = v.union(
  v.literal("studentAgreed"),
  v.literal("dependentForTax"),
  v.literal("courtAppointed"),
);

/** How a notice reached somebody: on their screen here, by e-mail, on paper, or told to them. */
export const noticeWay = v.union(
  v.literal("onScreen"),
  v.literal("mail"),
  v.literal("paper"),
  v.literal("inPerson"),
);

export const majorityNoticeKind = v.union(v.literal("rightsExplained"), v.literal("rightsTransferred"));

export const guardianTables = {
  /**
   * Who is a guardian of whom, from when to when, and what they may do. A right is a list of spans, so that taking
   * it away keeps the days on which it was held.
   * Written by guardians/guardianships.ts, guardians/majority.ts and organizations/inviting.ts; read by
   * access/relation.ts at every call.
   */
  guardianships: defineTable({
    ...compartment,
    personId: v.id("people"),
    relationship,
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    /** When the record learned the last day; absent when it was known from the start. */
    endLearnedAt: v.optional(v.number()),
    maySee: v.array(span),
    maySign: v.array(span),
    mayBeContacted: v.array(span),
    /** BCP 47: the language in which this guardian is written to. */
    language: v.string(),
    interpreterNeeded: v.boolean(),
    /** Who the child lives with when, as far as the school must know it. Sealed. */
    sealedCustodyNote: v.optional(v.string()),
    evidenceDocumentIds: v.array(v.id("documents")),
    /** Grounds on which rights go on when the student is of full age. */
    adultGrounds: v.array(
      v.object({
        ground: adultGround,
        startsOn: civilDay,
        endsOn: v.optional(civilDay),
        recordedBy: v.id("people"),
        /** The court's paper, for its appointment. */
        evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
      }),
    ),
  })
    .index("by_student_and_person", ["studentId", "personId"])
    .index("by_person", ["personId"]),

  /**
   * What a court forbids somebody concerning one child. It takes rights from a guardian while it lasts, whatever
   * their guardianship says. Kept when it is lifted.
   * Written by guardians/restrictions.ts; read by guardians/model.ts.
   */
  courtRestrictions: defineTable({
    ...compartment,
    /** The guardian whom it names; absent for somebody who has no account. */
    personId: v.optional(v.id("people")),
    personName: v.string(),
    forbids: v.array(guardianRight),
    startsOn: civilDay,
    endsOn: v.optional(civilDay),
    /** What the order says. Sealed. */
    sealedOrder: v.string(),
    evidenceDocumentIds: v.array(v.id("documents")),
    recordedAt: v.number(),
    recordedBy: v.id("people"),
    liftedAt: v.optional(v.number()),
    liftedBy: v.optional(v.id("people")),
  }).index("by_student_and_person", ["studentId", "personId"]),

  /**
   * What was said to whom about rights at full age (34 CFR 300.320(c), 300.520). Never changed.
   * Written by guardians/majority.ts and majorityNotices.ts; read by guardians/around.ts and students/dueFamily.ts.
   */
  majorityNotices: defineTable({
    ...compartment,
    kind: majorityNoticeKind,
    givenOn: civilDay,
    /** Each who was told, and how; absent on entries that only say that everybody was. */
    told: v.optional(v.array(v.object({ name: v.string(), ways: v.array(noticeWay) }))),
    recordedAt: v.number(),
    recordedBy: v.id("people"),
  }).index("by_student", ["studentId"]),
};
