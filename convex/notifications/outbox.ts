import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { enterOrganization } from "../access/enter";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import {
  env,
  type OrganizationMutationCtx,
  openQuery,
  organizationMutation,
  organizationQuery,
  type QueryCtx,
} from "../functions";
import { mailSetup } from "./model";
import { advance, LINK_LIFETIME_MS, mayAskAgain, shownDelivery as shown } from "./rules/delivery";
import { writeMail } from "./rules/mail";
import { shownDelivery } from "./schema";
import { isStillWanted } from "./wanted";

const RECENT = 50;
/** The page says "more than a hundred" beyond it. */
const MOST_COUNTED = 101;
const MOST_AT_ONCE = 100;

/**
 * The last mails, newest first; or, of the last seven days, those that were given up. In sample mode, where no mail
 * leaves the machine, everyone reads them all: that is how an invitation or a password reset is tried out. Otherwise
 * administrators read their organization's; password resets belong to no organization, so no administrator can follow
 * one.
 */
export const list = openQuery({
  because: "Sample mode shows the mail that it does not send; otherwise the organization's door is asked.",
  args: { organizationId: v.optional(v.id("organizations")), only: v.optional(v.literal("givenUp")) },
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
      delivery: shownDelivery,
    }),
  ),
  handler: async (ctx, { organizationId, only }) => {
    const mails = await (async () => {
      if (env.SAMPLE_MODE === "1") {
        return await ctx.db.query("outbox").withIndex("by_created").order("desc").take(RECENT);
      }
      if (organizationId === undefined) return [];
      await enterOrganization(ctx, organizationId, "outbox.read");
      if (only === "givenUp") return await givenUpMails(ctx, organizationId, RECENT);
      return await ctx.db
        .query("outbox")
        .withIndex("by_organization_and_created", (q) => q.eq("organizationId", organizationId))
        .order("desc")
        .take(RECENT);
    })();
    const today = { isSetUp: mailSetup().kind === "ready", now: Date.now() };
    return mails.map((mail) => ({
      mailId: mail._id,
      to: mail.to,
      ...writeMail(mail),
      url: mail.url ?? null,
      createdAt: mail.createdAt,
      delivery: shown(mail, today),
    }));
  },
});

/** Newest first; older ones lead nowhere any more. */
async function givenUpMails(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  most: number,
): Promise<Doc<"outbox">[]> {
  return await ctx.db
    .query("outbox")
    .withIndex("by_organization_and_state", (q) =>
      q
        .eq("organizationId", organizationId)
        .eq("state", "givenUp")
        .gt("createdAt", Date.now() - LINK_LIFETIME_MS),
    )
    .order("desc")
    .take(most);
}

/**
 * Whether this deployment sends mail, which of its variables keeps it from that, and how many of the organization's
 * mails of the last seven days were given up, counted up to 101.
 */
export const standing = organizationQuery({
  can: "outbox.read",
  args: {},
  returns: v.object({
    sending: v.union(v.literal("ready"), v.literal("sample"), v.literal("unset"), v.literal("unreadable")),
    variable: v.union(v.literal("SMTP_URL"), v.literal("MAIL_FROM"), v.null()),
    givenUp: v.number(),
  }),
  handler: async (ctx, { organizationId }) => {
    const setup = mailSetup();
    return {
      sending: setup.kind,
      variable: setup.kind === "unreadable" ? setup.variable : null,
      givenUp: (await givenUpMails(ctx, organizationId, MOST_COUNTED)).length,
    };
  },
});

/**
 * Has a mail sent once more at once; without an id, all of the last seven days that were given up (a hundred at a
 * time). Answers how many. Throws `mail_not_set_up`, `mail_outdated` when its link works no more, and
 * `mail_not_waiting` for one that needs no other try.
 */
export const tryAgain = organizationMutation({
  can: "outbox.send",
  args: { mailId: v.optional(v.id("outbox")) },
  returns: v.number(),
  handler: async (ctx, { organizationId, mailId }) => {
    const one = mailId && (await requireRow(ctx, "outbox", mailId));
    if (mailSetup().kind !== "ready") throw problem("mail_not_set_up");
    if (one && !mayAskAgain(one.state)) throw problem("mail_not_waiting");
    let asked = 0;
    for (const mail of one ? [one] : await givenUpMails(ctx, organizationId, MOST_AT_ONCE)) {
      if (await askAgain(ctx, mail)) asked++;
    }
    if (one && asked === 0) throw problem("mail_outdated");
    if (asked > 0) await ctx.scheduler.runAfter(0, internal.notifications.sending.begin, {});
    ctx.note(one ? `mail ${one._id}` : `${asked} mails that were given up`);
    return asked;
  },
});

async function askAgain(ctx: OrganizationMutationCtx, mail: Doc<"outbox">): Promise<boolean> {
  const now = Date.now();
  const change = (await isStillWanted(ctx, mail, now)) ? advance(mail, { kind: "askedAgain" }, now) : null;
  if (change) await ctx.db.patch("outbox", mail._id, change);
  return change !== null;
}
