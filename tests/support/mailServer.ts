import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail that the server has taken. */
export type Arrived = { to: string; messageId: string; source: string; isEncrypted: boolean };
type Answer = { code: number; words: string } | undefined;

/**
 * A mail server on this machine, which keeps what it takes. Tests say what it answers to a recipient, and to whom it
 * says nothing at all.
 */
export class MailServer {
  readonly arrived: Arrived[] = [];
  /** Every recipient whom a client has named, taken or not. */
  readonly named: string[] = [];
  answer: (to: string) => Answer | "silence" = () => undefined;
  /** Called when a mail is taken, before the client hears of it, or never does. */
  onTaken: () => undefined | "silence" = () => undefined;
  connections = 0;
  /** How long it takes to look a recipient up. */
  delayMs = 0;

  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  /** `STARTTLS` is offered unless it is hidden, with a certificate that nobody has signed. */
  static async open(options: { password?: string; hidesStartTls?: boolean } = {}): Promise<MailServer> {
    const { password, hidesStartTls = true } = options;
    let kept: MailServer | undefined;
    const server = new SMTPServer({
      authOptional: password === undefined,
      allowInsecureAuth: true,
      ...(password === undefined && { disabledCommands: hidesStartTls ? ["AUTH", "STARTTLS"] : ["AUTH"] }),
      ...(password !== undefined && hidesStartTls && { disabledCommands: ["STARTTLS"] }),
      logger: false,
      onConnect: (_session, done) => {
        if (kept) kept.connections++;
        done();
      },
      onAuth: (auth, _session, done) =>
        auth.password === password
          ? done(null, { user: auth.username ?? "" })
          : done(refusal({ code: 535, words: `5.7.8 ${auth.password} is not the password` })),
      onRcptTo: ({ address }, _session, done) => {
        kept?.named.push(address);
        const answer = kept?.answer(address);
        if (answer === "silence") return;
        setTimeout(() => done(answer && refusal(answer)), kept?.delayMs);
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on("data", (piece: Buffer) => pieces.push(piece));
        stream.on("end", () => {
          const source = Buffer.concat(pieces).toString();
          const [, messageId = ""] = /^message-id: (.*)$/im.exec(source) ?? [];
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          kept?.arrived.push({
            to,
            messageId: messageId.trim(),
            source,
            isEncrypted: Boolean(session.secure),
          });
          if (kept?.onTaken() !== "silence") done();
        });
      },
    });
    server.on("error", () => {
      // A client that leaves in the middle is what some tests are about.
    });
    await new Promise<void>((listening) => server.listen(0, "0.0.0.0", () => listening()));
    kept = new MailServer(server, (server.server.address() as AddressInfo).port);
    return kept;
  }

  /** As a deployment on this machine names it. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The mails that came for somebody. */
  to(address: string): Arrived[] {
    return this.arrived.filter(({ to }) => to === address);
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}

const refusal = ({ code, words }: { code: number; words: string }) =>
  Object.assign(new Error(words), { responseCode: code });
