import { defineTable } from "convex/server";
import { v } from "convex/values";
import { civilDay, compartment } from "../values";

/** Why the law lets somebody outside see it: consent, or one of the exceptions to it (34 CFR 99.30, 99.31(a)). */
export const legalGround = v.union(
  v.literal("consent"), // 99.30
  v.literal("parentRequest"), // given to the parent or the eligible student themselves
  v.literal("transfer"), // 99.31(a)(2): another school where the child seeks to enrol
  v.literal("audit"), // 99.31(a)(3), 99.35: authorities that audit or evaluate programmes
  v.literal("studies"), // 99.31(a)(6)
  v.literal("accreditation"), // 99.31(a)(7)
  v.literal("courtOrder"), // 99.31(a)(9)
  v.literal("emergency"), // 99.31(a)(10), 99.36: health or safety
  v.literal("childWelfare"), // 20 USC 1232g(b)(1)(L)
  v.literal("juvenileJustice"), // 99.31(a)(5), 99.38
  v.literal("legalDuty"), // another statute; in England UK GDPR art. 6(1)(c)
  v.literal("publicTask"), // England: UK GDPR art. 6(1)(e)
);

export const recordType = v.union(
  v.literal("identity"),
  v.literal("enrolment"),
  v.literal("plan"),
  v.literal("evaluation"),
  v.literal("progress"),
  v.literal("status"),
  v.literal("health"),
  v.literal("behaviour"),
  v.literal("documents"),
  v.literal("wholeRecord"),
);

/** Somebody to whom the recipient may pass it on, and why they want it (34 CFR 99.32(b)(1)). */
export const onwardRecipient = v.object({ name: v.string(), interest: v.string() });

export const requestKind = v.union(
  v.literal("inspect"), // 300.613, 99.10
  v.literal("copy"),
  v.literal("explain"), // 300.613(b)(1)
  v.literal("amend"), // 300.618, 99.20
);

export const requestOutcome = v.union(
  v.literal("given"),
  v.literal("partlyGiven"),
  v.literal("refused"),
  v.literal("amended"),
  v.literal("notAmended"), // then the family is told of its right to a hearing (300.618(c), 300.619)
  v.literal("withdrawn"),
);

export const disclosureTables = {
  /**
   * What of the record went to whom outside, when and why (34 CFR 300.614, 99.32). Kept as long as the record;
   * a mistaken entry is struck through, never removed.
   * Written by disclosures/model.ts; read by disclosures/disclosures.ts.
   */
  disclosures: defineTable({
    ...compartment,
    recipient: v.string(),
    purpose: v.string(),
    ground: legalGround,
    /** What the ground rests on: the recipient's legitimate interest, the order's number, the threat (99.32(a)(5)). */
    authority: v.string(),
    recordTypes: v.array(recordType),
    disclosedOn: civilDay,
    onwardTo: v.array(onwardRecipient),
    /** The family's agreement that it rests on, for that ground. */
    consentId: v.optional(v.id("consents")),
    /** Whether the law itself asks for this entry. */
    isRequiredByLaw: v.boolean(),
    recordedBy: v.id("people"),
    recordedAt: v.number(),
    struckAt: v.optional(v.number()),
    struckBy: v.optional(v.id("people")),
    struckReason: v.optional(v.string()),
  }).index("by_student", ["studentId", "disclosedOn"]),

  /**
   * A family's request to see, copy, have explained or amend the record, and what became of it.
   * Written by disclosures/requests.ts; read there and by students/due.ts.
   */
  recordRequests: defineTable({
    ...compartment,
    kind: requestKind,
    /** Who asks: their account, or their name when staff wrote the request down for them. */
    askedBy: v.optional(v.id("people")),
    askedByName: v.string(),
    askedOn: civilDay,
    /** What they ask for, in their own words. */
    words: v.string(),
    dueOn: civilDay,
    recordedBy: v.id("people"),
    recordedAt: v.number(),
    status: v.union(v.literal("open"), v.literal("answered")),
    outcome: v.optional(requestOutcome),
    /** What was given or changed, or why not. */
    answer: v.optional(v.string()),
    answeredOn: v.optional(civilDay),
    answeredBy: v.optional(v.id("people")),
    answeredAt: v.optional(v.number()),
  })
    .index("by_student", ["studentId", "askedOn"])
    .index("by_organization_and_status_and_due", ["organizationId", "status", "dueOn"]),
};
