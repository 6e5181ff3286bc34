import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "./format.ts";

export type Delivery = FunctionReturnType<typeof api.notifications.outbox.list>[number]["delivery"];
type Reason = NonNullable<Delivery["reason"]>;

/** How a mail stands, in two words. */
export function deliveryName(state: Delivery["state"]): string {
  const names: Record<Delivery["state"], () => string> = {
    kept: () => i18n.t({ id: "mail.kept", message: "Not sent" }),
    waiting: () => i18n.t({ id: "mail.waiting", message: "Waiting" }),
    sending: () => i18n.t({ id: "mail.sending", message: "Being sent" }),
    sent: () => i18n.t({ id: "mail.sent", message: "Sent" }),
    failed: () => i18n.t({ id: "mail.failed", message: "Not sent yet" }),
    givenUp: () => i18n.t({ id: "mail.givenUp", message: "Could not be sent" }),
    dropped: () => i18n.t({ id: "mail.dropped", message: "Not sent any more" }),
  };
  return names[state]();
}

/** Why a mail was not taken, and what to do about it. */
export function reasonSentence(reason: Reason): string {
  const sentences: Record<Reason, () => string> = {
    unreachable: () =>
      i18n.t({
        id: "mail.unreachable",
        message: "The mail server could not be reached. Whoever runs OpenIEP checks its name and port.",
      }),
    silent: () => i18n.t({ id: "mail.silent", message: "The mail server did not answer in time." }),
    notSecure: () =>
      i18n.t({
        id: "mail.notSecure",
        message:
          "The mail server offers no safe connection, so nothing was sent. Its certificate, or encryption altogether, is missing.",
      }),
    signInRefused: () =>
      i18n.t({
        id: "mail.signInRefused",
        message: "The mail server refused OpenIEP’s name and password. Whoever runs OpenIEP checks them.",
      }),
    senderRefused: () =>
      i18n.t({
        id: "mail.senderRefused",
        message:
          "The mail server does not let OpenIEP send from its address. Whoever runs OpenIEP checks it.",
      }),
    recipientRefused: () =>
      i18n.t({
        id: "mail.recipientRefused",
        message: "The address was refused. Check how it is written, or ask for another.",
      }),
    addressUnsupported: () =>
      i18n.t({
        id: "mail.addressUnsupported",
        message: "The mail server takes no address with such letters. Ask for another address.",
      }),
    mailRefused: () => i18n.t({ id: "mail.mailRefused", message: "The mail server refused this mail." }),
    interrupted: () =>
      i18n.t({
        id: "mail.interrupted",
        message: "OpenIEP was interrupted each time while it sent this. It may have arrived all the same.",
      }),
    toldToWait: () => i18n.t({ id: "mail.toldToWait", message: "The mail server asked to try later." }),
  };
  return sentences[reason]();
}

/** When something happened to a mail or will, or null where there is nothing to say. */
export function deliveryTime({ state, sentAt, nextTryAt }: Delivery): string | null {
  if (state === "sent" && sentAt !== null) {
    return i18n.t({
      id: "mail.sentAt",
      message: "Mail sent {time}",
      values: { time: format.instant(sentAt) },
    });
  }
  if (nextTryAt === null) return null;
  return i18n.t({
    id: "mail.nextTry",
    message: "The next try is {time}.",
    values: { time: format.instant(nextTryAt) },
  });
}
