/** The mail server as the deployment's environment names it. */

export type Sender = { name: string; address: string };
export type MailServer = {
  host: string;
  port: number;
  /**
   * From the first byte; by STARTTLS, and nothing is said before; or never, which is for a server on this machine,
   * whose certificate mostly is its own.
   */
  encryption: "implicit" | "required" | "none";
  auth: { user: string; pass: string } | null;
  from: Sender;
};

export type MailSetup =
  | { kind: "sample" }
  | { kind: "unset" }
  /** A variable that is missing beside the other, or cannot be read. */
  | { kind: "unreadable"; variable: "SMTP_URL" | "MAIL_FROM" }
  | { kind: "ready"; server: MailServer };

type Variables = Partial<Record<"SAMPLE_MODE" | "SMTP_URL" | "MAIL_FROM", string | undefined>>;

/** What the environment says about sending mail. A sample deployment never sends any. */
export function readMailSetup({ SAMPLE_MODE, SMTP_URL, MAIL_FROM }: Variables): MailSetup {
  if (SAMPLE_MODE === "1") return { kind: "sample" };
  if (!SMTP_URL?.trim()) return { kind: "unset" };
  const line = readServer(SMTP_URL.trim());
  if (!line) return { kind: "unreadable", variable: "SMTP_URL" };
  const from = readSender(MAIL_FROM ?? "");
  if (!from) return { kind: "unreadable", variable: "MAIL_FROM" };
  return { kind: "ready", server: { ...line, from } };
}

/** Nothing but the address of the server and whom to sign in as: a query could switch the checks of certificates off. */
function readServer(text: string): Omit<MailServer, "from"> | null {
  try {
    const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
    const isImplicit = protocol === "smtps:";
    const isPlain = (pathname === "" || pathname === "/") && search === "" && hash === "";
    if (!(isImplicit || protocol === "smtp:") || hostname === "" || !isPlain) return null;
    const host = decodeURIComponent(hostname).replace(/^\[(.*)\]$/, "$1");
    const auth =
      username === "" ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    return {
      host,
      port: port === "" ? (isImplicit ? 465 : 587) : Number(port),
      encryption: isImplicit ? "implicit" : isLoopback(host) ? "none" : "required",
      auth,
    };
  } catch {
    // No address at all, or a stray % in it.
    return null;
  }
}

const isLoopback = (host: string) =>
  host === "localhost" || host.endsWith(".localhost") || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/** "plans@school.example", or "Plans of the school <plans@school.example>". */
function readSender(text: string): Sender | null {
  const [, name, inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const address = (inBrackets ?? text).trim();
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address)) return null;
  return { name: (name ?? "").trim().replace(/^"(.*)"$/, "$1"), address };
}
