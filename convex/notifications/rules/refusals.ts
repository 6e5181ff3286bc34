import type { Reason } from "./delivery";
import { oneLine } from "./message";
import type { MailServer } from "./server";

/** What nodemailer says of a mail that was not taken. */
export type Failure = {
  code?: string | undefined;
  originalCode?: string | undefined;
  /** The command that was under way. */
  command?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
};

export type Verdict = {
  reason: Reason;
  /** To try again would come to the same. */
  isFinal: boolean;
  /** It says nothing about this mail: the server cannot be spoken to. */
  isOfLine: boolean;
  /** The server's own words. */
  answer?: string;
};

type Judged = { failure: Failure; to: string; server: Pick<MailServer, "auth"> };

/** Why a mail was not taken, and whether it is worth another try (RFC 5321, 4.2.1: 4yz may pass, 5yz stays). */
export function judge({ failure, to, server }: Judged): Verdict {
  const answer = failure.response === undefined ? {} : { answer: wordsOf(failure.response, server) };
  const { reason, isOfLine } = reasonFor(failure, to);
  return {
    reason,
    isOfLine,
    isFinal: !isOfLine && isPermanent(failure) && reason !== "senderRefused",
    ...answer,
  };
}

function reasonFor(failure: Failure, to: string) {
  const { code, originalCode, command = "", responseCode, response = "" } = failure;
  const ofLine = (reason: Reason) => ({ reason, isOfLine: true });
  const ofMail = (reason: Reason) => ({ reason, isOfLine: false });
  if (code === "EAUTH") return ofLine("signInRefused");
  if (code === "ETLS" || isAboutCertificate(originalCode ?? "")) return ofLine("notSecure");
  if (code === "ETIMEDOUT") return ofLine("silent");
  // "Too much at once, come back later" closes the line, whatever it was said to.
  if (responseCode === 421 || isOverQuota(response)) return ofLine("toldToWait");
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return ofLine("unreachable");
  if (!isAscii(to) && (responseCode === undefined || responseCode >= 500))
    return ofMail("addressUnsupported");
  // The sender is the deployment's own: what is wrong with it is wrong for every mail, until somebody puts it right.
  if (command === "MAIL FROM") return ofMail("senderRefused");
  if (responseCode !== undefined && responseCode < 500) return ofMail("toldToWait");
  return ofMail(command === "DATA" ? "mailRefused" : "recipientRefused");
}

/** Providers say "for good" of a mail too many on one day; its other code says that it passes (RFC 3463, X.4.5). */
const isOverQuota = (response: string) => /^\d{3}[ -]\d\.4\.5\b/.test(response);

/** 503 is about the order of commands, not about the mail. An address that cannot be said at all has no code. */
const isPermanent = ({ responseCode }: Failure) =>
  responseCode === undefined || (responseCode >= 500 && responseCode !== 503);

const isAboutCertificate = (code: string) =>
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_(SSL|TLS)|ALTNAME/.test(code);

/** The part before the @: a host name has a spelling in ASCII (RFC 3492), a mailbox has none. */
const isAscii = (address: string) => /^[\x20-\x7e]*$/.test(address.slice(0, address.lastIndexOf("@")));

/** Servers repeat what they were sent: no link out of the mail and no password stays behind in their words. */
function wordsOf(response: string, { auth }: Pick<MailServer, "auth">): string {
  let words = response.replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, "…");
  if (auth) for (const secret of secretsOf(auth)) words = words.replaceAll(secret, "…");
  return oneLine(words);
}

/** Also as SASL writes them; what holds another comes first. */
function secretsOf({ user, pass }: NonNullable<MailServer["auth"]>): string[] {
  const written = [base64(`\0${user}\0${pass}`), base64(pass), pass];
  return written.filter((secret) => secret !== "");
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
