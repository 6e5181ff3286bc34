import { defineTable } from "convex/server";
import { v } from "convex/values";

export const mailTemplate = v.union(
  v.literal("invitation"),
  v.literal("passwordReset"),
  v.literal("passwordChanged"),
  v.literal("secondFactorOff"),
  v.literal("passkeyAdded"),
  v.literal("passkeyRemoved"),
  v.literal("accountExists"),
  v.literal("rightsExplained"),
  v.literal("rightsTransferred"),
  v.literal("consentAsked"),
  v.literal("consentAnswered"),
  v.literal("consentWithdrawn"),
  v.literal("recordRequested"),
  v.literal("recordRequestAnswered"),
  v.literal("emergencyBegan"),
  v.literal("chainBroken"),
);

/** What an alert is about; its sentence and its link are in src/features/notifications/alertWords.ts. */
export const alertKind = v.union(
  v.literal("emergencyBegan"),
  v.literal("recordRequested"),
  v.literal("recordRequestAnswered"),
  v.literal("chainBroken"),
  v.literal("consentAsked"),
  v.literal("consentAnswered"),
  v.literal("consentWithdrawn"),
  v.literal("rightsExplained"),
  v.literal("rightsTransferred"),
);

export const notificationTables = {
  /**
   * What a person should know at once, shown by the bell. Names neither a child nor any content: whom it is about
   * is looked up when it is read, by what the reader may see then.
   * Written by notifications/model.ts; read by notifications/alerts.ts.
   */
  alerts: defineTable({
    organizationId: v.id("organizations"),
    personId: v.id("people"),
    kind: alertKind,
    studentId: v.optional(v.id("students")),
    at: v.number(),
    readAt: v.optional(v.number()),
  })
    .index("by_person", ["personId", "at"])
    .index("by_student", ["studentId"])
    .index("by_person_and_read", ["personId", "readAt"]),

  /**
   * Mail to be sent, one row each, written in the transaction that causes it.
   * Written by notifications/model.ts; read by notifications/outbox.ts.
   */
  outbox: defineTable({
    organizationId: v.optional(v.id("organizations")),
    to: v.string(),
    template: mailTemplate,
    params: v.record(v.string(), v.string()),
    /** The reader's language, BCP 47; absent: English. */
    locale: v.optional(v.string()),
    /** The one link of the mail. It holds a secret, so it is cleared when it has run out. */
    url: v.optional(v.string()),
    hasLink: v.boolean(),
    /** The child whose page the link leads to; it goes with the link, and both with the child's record. */
    aboutId: v.optional(v.id("students")),
    createdAt: v.number(),
    sentAt: v.optional(v.number()),
  })
    .index("by_created", ["createdAt"])
    .index("by_link_and_created", ["hasLink", "createdAt"])
    .index("by_about", ["aboutId"])
    .index("by_organization_and_created", ["organizationId", "createdAt"]),
};
