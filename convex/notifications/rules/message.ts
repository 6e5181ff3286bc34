import type { Doc } from "../../_generated/dataModel";
import { writeMail } from "./mail";
import type { Sender } from "./server";

/** A mail as it is handed to the mail server. */
export type Message = {
  from: Sender;
  to: Sender;
  subject: string;
  text: string;
  html: string;
  /** The same at each attempt: whoever gets a mail twice, because a process died in between, can tell. */
  messageId: string;
  date: Date;
  headers: Record<string, string>;
};

type Posted = Pick<Doc<"outbox">, "_id" | "to" | "template" | "params" | "locale" | "url" | "createdAt">;

const PRODUCT = "OpenIEP";
const LONGEST_LINE = 200;

/** Composes the message of a mail: from the deployment's address, in the organization's name. */
export function messageOf(mail: Posted, from: Sender): Message {
  const { subject, body, html, locale } = writeMail(mail);
  const name = mail.params.organizationName ?? (from.name || PRODUCT);
  return {
    from: { name: oneLine(name), address: from.address },
    to: { name: "", address: oneLine(mail.to) },
    subject: oneLine(subject),
    text: [body, ...(mail.url === undefined ? [] : [mail.url])].join("\n\n"),
    html,
    messageId: `<${mail._id}@${from.address.split("@")[1] ?? "localhost"}>`,
    date: new Date(mail.createdAt),
    headers: {
      "Content-Language": locale,
      // Nobody's holiday answer, and no robot's, comes back (RFC 3834; the second is what Exchange reads).
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
  };
}

/** A name in a header ends no line, whatever somebody called their school. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_LINE);
