"use node";
import { v } from "convex/values";
import { internal } from "../_generated/api";
import { env, internalAction } from "../functions";
import { type Message, messageOf } from "./rules/message";
import { type Failure, judge } from "./rules/refusals";
import { type MailServer, readMailSetup } from "./rules/server";

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
/** All of one mail: a batch of them ends before its lease does. */
const MAIL_MS = 40_000;
/** After so many mails in a row whose line broke, the others are not tried. One alone may be the mail's own fault. */
const BROKEN_LINES = 2;

/**
 * Sends mails that `sending.begin` has claimed, over one connection. Each is asked for when its turn comes, since its
 * contents are not to lie in the arguments of a scheduled function, and may not be wanted any more.
 */
export const send = internalAction({
  args: { mails: v.array(v.object({ mailId: v.id("outbox"), attempt: v.number() })) },
  returns: v.null(),
  handler: async (ctx, { mails }) => {
    const setup = readMailSetup(env);
    // Switched off meanwhile: what is claimed waits again when the lease has run out.
    if (setup.kind !== "ready") return null;
    const { server } = setup;
    const line = await openLine(server);
    let broken = 0;
    try {
      for (const claim of mails) {
        const settled = { mutation: internal.notifications.sending.settle, claim };
        if (broken >= BROKEN_LINES) {
          await ctx.runMutation(settled.mutation, { ...claim, outcome: { kind: "returned" } });
          continue;
        }
        const mail = await ctx.runMutation(internal.notifications.sending.open, claim);
        if (mail === null) continue;
        const failure = await line.send(messageOf(mail, server.from));
        if (failure === null) {
          broken = 0;
          await ctx.runMutation(settled.mutation, { ...claim, outcome: { kind: "accepted" } });
          continue;
        }
        const { isOfLine, ...verdict } = judge({ failure, to: mail.to, server });
        broken = isOfLine ? broken + 1 : 0;
        const { reason, isFinal } = verdict;
        console.warn(JSON.stringify({ mailNotSent: claim.mailId, attempt: claim.attempt, reason, isFinal }));
        await ctx.runMutation(settled.mutation, { ...claim, outcome: { kind: "refused", ...verdict } });
      }
    } finally {
      line.close();
    }
    // Where the server cannot be spoken to, the next try is a matter of minutes.
    if (broken === 0) await ctx.runMutation(internal.notifications.sending.begin, {});
    return null;
  },
});

/** A connection to the mail server, made when the first mail needs it. */
export async function openLine(server: MailServer, limits = { CONNECT_MS, SILENCE_MS, MAIL_MS }) {
  // Not before a mail is to be sent: nobody who starts a deployment waits for it.
  const { createTransport } = await import("nodemailer");
  const line = createTransport({
    pool: true,
    maxConnections: 1,
    // Only of what was not begun: a connection that the server had closed is no failure of the mail.
    maxRequeues: 1,
    host: server.host,
    port: server.port,
    secure: server.encryption === "implicit",
    requireTLS: server.encryption === "required",
    ignoreTLS: server.encryption === "none",
    tls: { minVersion: "TLSv1.2", rejectUnauthorized: true },
    ...(server.auth && { auth: server.auth }),
    connectionTimeout: limits.CONNECT_MS,
    greetingTimeout: limits.CONNECT_MS,
    dnsTimeout: limits.CONNECT_MS,
    socketTimeout: limits.SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return {
    /** Null when the server has taken the mail. */
    send: async (message: Message): Promise<Failure | null> => {
      try {
        await line.sendMail({ ...message, xMailer: false, signal: AbortSignal.timeout(limits.MAIL_MS) });
        return null;
      } catch (thrown) {
        return failureIn(thrown);
      }
    },
    close: () => line.close(),
  };
}

function failureIn(thrown: unknown): Failure {
  const { code, originalCode, command, responseCode, response } = thrown as Failure;
  return { code: code === "EABORT" ? "ETIMEDOUT" : code, originalCode, command, responseCode, response };
}
