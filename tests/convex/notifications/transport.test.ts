import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { messageOf } from "#convex/notifications/rules/message.ts";
import { type Failure, judge } from "#convex/notifications/rules/refusals.ts";
import { readMailSetup } from "#convex/notifications/rules/server.ts";
import { openLine } from "#convex/notifications/transport.ts";
import { MailServer } from "#tests/support/mailServer.ts";

/** Over a real line, to a real mail server on this machine. */

const LIMITS = { CONNECT_MS: 300, SILENCE_MS: 300, MAIL_MS: 1000 };
const mail = {
  _id: "k57mail" as Id<"outbox">,
  to: "parent@example.test",
  template: "invitation" as const,
  params: { organizationName: "Escuela “Niños”", invitedByName: "Ada" },
  locale: "es",
  url: "https://plans.example/invite/token",
  createdAt: Date.UTC(2026, 0, 5, 12),
};

let server: MailServer;
beforeEach(async () => {
  server = await MailServer.open();
});
afterEach(() => server.close());

async function send(to = mail.to, url = server.url): Promise<Failure | null> {
  const setup = readMailSetup({ SMTP_URL: url, MAIL_FROM: "plans@school.example" });
  if (setup.kind !== "ready") throw new Error(`Not set up: ${setup.kind}`);
  const line = await openLine(setup.server, LIMITS);
  try {
    return await line.send(messageOf({ ...mail, to }, setup.server.from));
  } finally {
    line.close();
  }
}
const verdictOf = (failure: Failure | null, to = mail.to) =>
  failure && judge({ failure, to, server: { auth: { user: "openiep", pass: "wrong secret" } } });

test("a mail arrives as text and as a page, with what programs need to know about it", async () => {
  expect(await send()).toBeNull();
  const [{ source = "", messageId = "" } = {}] = server.to("parent@example.test");
  expect(messageId).toBe("<k57mail@school.example>");
  for (const header of [
    /^To: parent@example.test$/m,
    /^From: =\?UTF-8\?.*<plans@school.example>$/m,
    /^Content-Language: es$/m,
    /^Auto-Submitted: auto-generated$/m,
    /^X-Auto-Response-Suppress: All$/m,
    /^Date: Mon, 05 Jan 2026 12:00:00 \+0000$/m,
    /^Content-Type: multipart\/alternative/m,
    /^Content-Type: text\/plain; charset=utf-8$/m,
    /^Content-Type: text\/html; charset=utf-8$/m,
  ]) {
    expect(source.replaceAll("\r", "").replaceAll(/\n /g, " ")).toMatch(header);
  }
  expect(source).not.toMatch(/^(Reply-To|X-Mailer):/im);
});

describe("a mail is not taken", () => {
  test("for now: it comes again, and the server's words are kept", async () => {
    server.answer = () => ({ code: 451, words: "4.7.1 Greylisted, come back in 5 minutes" });
    const verdict = verdictOf(await send());
    expect(verdict).toMatchObject({ reason: "toldToWait", isFinal: false, isOfLine: false });
    expect(verdict?.answer).toContain("Greylisted");
  });

  test("for good, because nobody lives there", async () => {
    server.answer = () => ({ code: 550, words: "5.1.1 No such person here" });
    expect(verdictOf(await send())).toMatchObject({ reason: "recipientRefused", isFinal: true });
    expect(server.arrived).toEqual([]);
  });

  test("because the server says nothing any more", async () => {
    server.answer = () => "silence";
    expect(verdictOf(await send())).toMatchObject({ reason: "silent", isFinal: false, isOfLine: true });
  });

  test("because nothing ever answers, or nobody is there", async () => {
    const mute = await listening(createServer(() => {}));
    expect(verdictOf(await send(mail.to, `smtp://127.0.0.1:${mute.port}`))).toMatchObject({
      ...{ reason: "silent", isOfLine: true },
    });
    await mute.close();
    expect(verdictOf(await send(mail.to, `smtp://127.0.0.1:${mute.port}`))).toMatchObject({
      ...{ reason: "unreachable", isFinal: false, isOfLine: true },
    });
  });

  test("because the password is wrong, which is not repeated to anybody", async () => {
    const guarded = await MailServer.open({ password: "right" });
    const url = `smtp://openiep:wrong%20secret@127.0.0.1:${guarded.port}`;
    const verdict = verdictOf(await send(mail.to, url));
    expect(verdict).toMatchObject({ reason: "signInRefused", isFinal: false, isOfLine: true });
    expect(verdict?.answer).toContain("is not the password");
    expect(JSON.stringify(verdict)).not.toContain("wrong secret");
    expect(await send(mail.to, `smtp://openiep:right@127.0.0.1:${guarded.port}`)).toBeNull();
    await guarded.close();
  });

  // 0.0.0.0 is this machine too, and not by a name that says so: to a server elsewhere nothing is said in the open.
  test("in the open, by a server that offers no encryption", async () => {
    const failure = await send(mail.to, `smtp://openiep:wrong%20secret@0.0.0.0:${server.port}`);
    expect(verdictOf(failure)).toMatchObject({ reason: "notSecure", isOfLine: true });
    expect(server.named).toEqual([]);
  });

  test("by a server whose certificate nobody has signed", async () => {
    const selfSigned = await MailServer.open({ hidesStartTls: false });
    const failure = await send(mail.to, `smtp://0.0.0.0:${selfSigned.port}`);
    expect(verdictOf(failure)).toMatchObject({ reason: "notSecure", isOfLine: true });
    expect(selfSigned.named).toEqual([]);
    await selfSigned.close();
  });

  test("for an address with letters that a server cannot write", async () => {
    server.answer = (to) => (to.startsWith("niña") ? { code: 553, words: "5.6.7 ASCII only" } : undefined);
    const to = "niña@example.test";
    expect(verdictOf(await send(to), to)).toMatchObject({ reason: "addressUnsupported", isFinal: true });
    expect(await send("parent@münchen.example")).toBeNull();
    expect(server.arrived[0]?.source).toMatch(/^To: parent@xn--mnchen-3ya.example\r?$/m);
  });
});

async function listening(server: Server): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  const { port } = server.address() as { port: number };
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { port, close };
}
