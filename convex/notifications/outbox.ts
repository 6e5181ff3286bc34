import { v } from "convex/values";
import { enterOrganization } from "../access/enter";
import { env, openQuery } from "../functions";
import { writeMail } from "./rules/mail";

const RECENT = 50;

/**
 * The last mails, newest first. In sample mode, where no mail leaves the machine, everyone reads them all:
 * that is how an invitation or a password reset is tried out. Otherwise administrators read their
 * organization's; password resets belong to no organization, so no administrator can follow one.
 */
export const list = openQuery({
  because: "Sample mode shows the mail that it does not send; otherwise the organization's door is asked.",
  args: { organizationId: v.optional(v.id("organizations")) },
  returns: v.array(
    v.object({
      mailId: v.id("outbox"),
      to: v.string(),
      /** As it arrives, in the reader's language: as plain text and as a page, and which way they are written. */
      subject: v.string(),
      body: v.string(),
      html: v.string(),
      locale: v.string(),
      direction: v.union(v.literal("ltr"), v.literal("rtl")),
      url: v.union(v.string(), v.null()),
      createdAt: v.number(),
      sentAt: v.union(v.number(), v.null()),
    }),
  ),
  handler: async (ctx, { organizationId }) => {
    const mails = await (async () => {
      if (env.SAMPLE_MODE === "1") {
        return await ctx.db.query("outbox").withIndex("by_created").order("desc").take(RECENT);
      }
      if (organizationId === undefined) return [];
      await enterOrganization(ctx, organizationId, "outbox.read");
      return await ctx.db
        .query("outbox")
        .withIndex("by_organization_and_created", (q) => q.eq("organizationId", organizationId))
        .order("desc")
        .take(RECENT);
    })();
    return mails.map((mail) => ({
      mailId: mail._id,
      to: mail.to,
      ...writeMail(mail),
      url: mail.url ?? null,
      createdAt: mail.createdAt,
      sentAt: mail.sentAt ?? null,
    }));
  },
});
