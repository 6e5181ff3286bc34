import type { Doc } from "../../_generated/dataModel";

/**
 * What becomes of a mail:
 *
 *     waiting -> sending -> sent
 *                   |-> failed -> sending ...   after a pause that grows
 *                   '-> givenUp                 refused for good, or tried too often; "Try again" makes it waiting
 *     waiting, failed, sending -> dropped       its link leads nowhere any more
 *
 * `sending` is a lease: whoever has not said what came of it by its end has died, and the mail is taken up again,
 * under the same Message-ID.
 */
export type Delivery = Pick<Doc<"outbox">, "state" | "attempts" | "dueAt" | "reason" | "answer" | "sentAt">;
export type MailState = NonNullable<Delivery["state"]>;
export type Reason = NonNullable<Delivery["reason"]>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** After each failed attempt, how long until the next; after the last of them there is none. */
export const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS, DAY_MS];
/** Longer than a batch of mails can take, each at its time limit (transport.ts). */
export const LEASE_MS = 4 * MINUTE_MS;
/** A mail that was not tried, because the server could not be reached for the ones before it, comes again after this. */
const RETURNED_MS = MINUTE_MS;

export type DeliveryEvent =
  | { kind: "claimed" }
  | { kind: "accepted" }
  | { kind: "refused"; attempt: number; reason: Reason; isFinal: boolean; answer?: string | undefined }
  | { kind: "returned"; attempt: number }
  /** By whoever holds it, if anybody does. */
  | { kind: "withdrawn"; attempt?: number }
  | { kind: "askedAgain" };

/** What was said about the last attempt, which the next one makes old. */
const SILENT = { reason: undefined, answer: undefined };

/** What an event changes about a mail; null when it is not for a mail in this state. */
export function advance(mail: Delivery, event: DeliveryEvent, now: number): Delivery | null {
  const { state, attempts = 0, dueAt } = mail;
  const isHeld = state === "sending" && dueAt !== undefined && now < dueAt;
  switch (event.kind) {
    case "claimed":
      if (!isUnsettled(state) || dueAt === undefined || now < dueAt) return null;
      // Nobody came back to say what became of the last attempt either.
      if (attempts > PAUSES_MS.length) return { state: "givenUp", dueAt: undefined, reason: "interrupted" };
      return { state: "sending", attempts: attempts + 1, dueAt: now + LEASE_MS };
    // True whoever says it, and however late: a server has taken the mail.
    case "accepted":
      if (state === "sent") return null;
      return { ...SILENT, state: "sent", dueAt: undefined, sentAt: now };
    case "refused": {
      if (state !== "sending" || event.attempt !== attempts) return null;
      const said = { reason: event.reason, answer: event.answer };
      const pause = PAUSES_MS[attempts - 1];
      if (event.isFinal || pause === undefined) return { ...said, state: "givenUp", dueAt: undefined };
      return { ...said, state: "failed", dueAt: now + pause };
    }
    case "returned":
      if (state !== "sending" || event.attempt !== attempts) return null;
      return { state: "waiting", attempts: attempts - 1, dueAt: now + RETURNED_MS };
    case "withdrawn":
      if (!isUnsettled(state) || (isHeld && event.attempt !== attempts)) return null;
      return { ...SILENT, state: "dropped", dueAt: undefined };
    case "askedAgain":
      if (!mayAskAgain(state)) return null;
      return { ...SILENT, state: "waiting", attempts: 0, dueAt: now };
  }
}

const isUnsettled = (state: MailState | undefined) =>
  state === "waiting" || state === "failed" || state === "sending";

type Shown = Pick<Doc<"outbox">, keyof Delivery | "hasLink">;

/** How a mail stands, in the words of the people who look after it; `kept` where nothing sends it. */
export function shownDelivery(mail: Shown, { isSetUp, now }: { isSetUp: boolean; now: number }) {
  const { state = "dropped", dueAt = 0, reason, answer, sentAt } = mail;
  const isBrokenOff = state === "sending" && dueAt <= now;
  const waits = state === "waiting" || isBrokenOff;
  return {
    state: waits ? (isSetUp ? ("waiting" as const) : ("kept" as const)) : state,
    sentAt: sentAt ?? null,
    nextTryAt: state === "failed" && isSetUp ? dueAt : null,
    reason: waits ? null : (reason ?? null),
    answer: waits ? null : (answer ?? null),
    mayAskAgain: isSetUp && mail.hasLink && mayAskAgain(state),
  };
}

/** Whether a person may have it tried once more at once. */
export const mayAskAgain = (state: MailState | undefined): boolean =>
  state === "failed" || state === "givenUp";

/** As mail says "just now", or its link runs out: after this it is not sent any more, in ms. */
export function lifetimeOf(template: Doc<"outbox">["template"]): number {
  switch (template) {
    // As long as better-auth keeps the link (auth.ts).
    case "passwordReset":
      return 30 * MINUTE_MS;
    case "passwordChanged":
    case "secondFactorOff":
    case "passkeyAdded":
    case "passkeyRemoved":
    case "accountExists":
      return 2 * DAY_MS;
    default:
      return LINK_LIFETIME_MS;
  }
}

/** Somebody waits for a link to their password, for half an hour: it overtakes the invitations of a whole district. */
export const headStartOf = (template: Doc<"outbox">["template"]): number =>
  template === "passwordReset" ? DAY_MS : 0;

/** After this every link is taken out of its mail. */
export const LINK_LIFETIME_MS = 7 * DAY_MS;
