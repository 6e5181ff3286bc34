import { defineTable } from "convex/server";
import { v } from "convex/values";

export const mailTemplate = v.union(v.literal("invitation"), v.literal("passwordReset"));

export const notificationTables = {
  /**
   * Mail to be sent, one row each, written in the transaction that causes it.
   * Written by notifications/model.ts; read by notifications/outbox.ts.
   */
  outbox: defineTable({
    organizationId: v.optional(v.id("organizations")),
    to: v.string(),
    template: mailTemplate,
    params: v.record(v.string(), v.string()),
    /** The one link of the mail. It holds a secret, so it is cleared when it has run out. */
    url: v.optional(v.string()),
    hasLink: v.boolean(),
    createdAt: v.number(),
    sentAt: v.optional(v.number()),
  })
    .index("by_created", ["createdAt"])
    .index("by_link_and_created", ["hasLink", "createdAt"])
    .index("by_organization_and_created", ["organizationId", "createdAt"]),
};
