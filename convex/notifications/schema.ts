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

/** Where a mail stands on its way; which follows which is in rules/delivery.ts. */
export const mailState = v.union(
  v.literal("waiting"),
  v.literal("sending"),
  v.literal("sent"),
  v.literal("failed"),
  v.literal("givenUp"),
  v.literal("dropped"),
);

/** Why a mail was not taken; the sentences are in src/lib/mailWords.ts. */
export const mailReason = v.union(
  v.literal("unreachable"),
  v.literal("silent"),
  v.literal("notSecure"),
  v.literal("signInRefused"),
  v.literal("senderRefused"),
  v.literal("recipientRefused"),
  v.literal("addressUnsupported"),
  v.literal("mailRefused"),
  v.literal("toldToWait"),
  v.literal("interrupted"),
);

/** How a mail stands, as the page shows it: rules/delivery.ts. */
export const shownDelivery = v.object({
  state: v.union(v.literal("kept"), mailState),
  sentAt: v.union(v.number(), v.null()),
  nextTryAt: v.union(v.number(), v.null()),
  reason: v.union(mailReason, v.null()),
  answer: v.union(v.string(), v.null()),
  mayAskAgain: v.boolean(),
});

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
  v.literal("mailGivenUp"),
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
   * Written by notifications/model.ts and, on its way, sending.ts; read by notifications/outbox.ts.
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
    /** Absent in mails of a version that sent none: nobody sends them any more. */
    state: v.optional(mailState),
    /** How often the mail server was asked to take it. */
    attempts: v.optional(v.number()),
    /** Not to be sent before, in ms; while it is being sent, when that counts as broken off. Absent when all is done. */
    dueAt: v.optional(v.number()),
    /** Why the last attempt came to nothing, and what the server said: without links and passwords. */
    reason: v.optional(mailReason),
    answer: v.optional(v.string()),
    sentAt: v.optional(v.number()),
  })
    .index("by_created", ["createdAt"])
    .index("by_state_and_due", ["state", "dueAt"])
    .index("by_organization_and_state", ["organizationId", "state", "createdAt"])
    .index("by_link_and_created", ["hasLink", "createdAt"])
    .index("by_about", ["aboutId"])
    .index("by_organization_and_created", ["organizationId", "createdAt"]),
};
