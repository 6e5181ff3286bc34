import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { internalMutation, type MutationCtx } from "../functions";
import { administratorsOf, alert, mailSetup } from "./model";
import { advance, type DeliveryEvent } from "./rules/delivery";
import { mailReason, mailTemplate } from "./schema";
import { isStillWanted } from "./wanted";

/**
 * Mail on its way out. `begin` takes what is due and hands it, as ids, to an action that speaks to the mail server
 * (transport.ts); the action asks for each mail when its turn comes (`open`) and says what became of it (`settle`).
 */

/** An action sends so many, one after the other. */
const BATCH = 5;
/** So many are on their way at one moment, on as many connections at most. */
const MOST_AT_ONCE = 8;

/**
 * Takes the mails that are due, a batch of them, and has them sent. Called where one is written or comes due again,
 * by an action that has sent its batch, and every few minutes (crons.ts) for what stands still: a process died while it
 * sent, or mail was not set up when it was written.
 */
export const begin = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    if (mailSetup().kind !== "ready") return null;
    const now = Date.now();
    const onTheirWay = await ctx.db
      .query("outbox")
      .withIndex("by_state_and_due", (q) => q.eq("state", "sending").gt("dueAt", now))
      .take(MOST_AT_ONCE);
    const due = await dueMails(ctx, now, Math.min(BATCH, MOST_AT_ONCE - onTheirWay.length));
    const mails = [];
    for (const mail of due) {
      const claimed = await happen(ctx, mail, { kind: "claimed" });
      if (claimed?.state === "sending") mails.push({ mailId: mail._id, attempt: claimed.attempts ?? 0 });
      if (claimed?.state === "givenUp") await tellAdministrators(ctx, mail);
    }
    if (mails.length > 0) await ctx.scheduler.runAfter(0, internal.notifications.transport.send, { mails });
    return null;
  },
});

/** What has been due for longest comes first, whatever it waits for. */
async function dueMails(ctx: Pick<MutationCtx, "db">, now: number, most: number): Promise<Doc<"outbox">[]> {
  if (most <= 0) return [];
  const found = [];
  for (const state of ["waiting", "failed", "sending"] as const) {
    const rows = await ctx.db
      .query("outbox")
      .withIndex("by_state_and_due", (q) => q.eq("state", state).lte("dueAt", now))
      .take(most);
    found.push(...rows);
  }
  return found.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)).slice(0, most);
}

async function happen(ctx: Pick<MutationCtx, "db">, mail: Doc<"outbox">, event: DeliveryEvent) {
  const change = advance(mail, event, Date.now());
  if (change) await ctx.db.patch("outbox", mail._id, change);
  return change;
}

const claim = { mailId: v.id("outbox"), attempt: v.number() };

/** What is to be sent, for whoever holds the mail; null when somebody else does, or it is not to be sent any more. */
export const open = internalMutation({
  args: claim,
  returns: v.union(
    v.null(),
    v.object({
      _id: v.id("outbox"),
      to: v.string(),
      template: mailTemplate,
      params: v.record(v.string(), v.string()),
      locale: v.optional(v.string()),
      url: v.optional(v.string()),
      createdAt: v.number(),
    }),
  ),
  handler: async (ctx, { mailId, attempt }) => {
    const mail = await ctx.db.get("outbox", mailId);
    if (mail?.state !== "sending" || mail.attempts !== attempt) return null;
    if (!(await isStillWanted(ctx, mail, Date.now()))) {
      await happen(ctx, mail, { kind: "withdrawn", attempt });
      return null;
    }
    const { _id, to, template, params, locale, url, createdAt } = mail;
    return { _id, to, template, params, createdAt, ...(locale && { locale }), ...(url && { url }) };
  },
});

/** What became of a mail. A failed one comes again by itself; of one that is given up the administrators hear. */
export const settle = internalMutation({
  args: {
    ...claim,
    outcome: v.union(
      v.object({ kind: v.literal("accepted") }),
      v.object({ kind: v.literal("returned") }),
      v.object({
        kind: v.literal("refused"),
        reason: mailReason,
        isFinal: v.boolean(),
        answer: v.optional(v.string()),
      }),
    ),
  },
  returns: v.null(),
  handler: async (ctx, { mailId, attempt, outcome }) => {
    const mail = await ctx.db.get("outbox", mailId);
    const event = outcome.kind === "accepted" ? outcome : { ...outcome, attempt };
    const change = mail && (await happen(ctx, mail, event));
    if (!change) return null;
    if (change.dueAt !== undefined) {
      await ctx.scheduler.runAt(change.dueAt, internal.notifications.sending.begin, {});
    }
    if (change.state === "givenUp") await tellAdministrators(ctx, mail);
    return null;
  },
});

/** On their screens, once until it is read: fifty mails that do not leave are one thing to put right. */
async function tellAdministrators(
  ctx: Pick<MutationCtx, "db">,
  { organizationId }: Doc<"outbox">,
): Promise<void> {
  const organization = organizationId && (await ctx.db.get("organizations", organizationId));
  if (!organization) return;
  for (const personId of await administratorsOf(ctx, organization)) {
    const unread = await ctx.db
      .query("alerts")
      .withIndex("by_person_and_read", (q) => q.eq("personId", personId).eq("readAt", undefined))
      .take(MOST_UNREAD);
    const isTold = unread.some(
      (row) => row.kind === "mailGivenUp" && row.organizationId === organization._id,
    );
    if (!isTold) await alert(ctx, { organizationId: organization._id, personId, kind: "mailGivenUp" });
  }
}

/** The bell counts no further either. */
const MOST_UNREAD = 100;
