import { describe, expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { messageOf } from "#convex/notifications/rules/message.ts";
import { judge } from "#convex/notifications/rules/refusals.ts";
import { readMailSetup } from "#convex/notifications/rules/server.ts";

const sender = { name: "OpenIEP", address: "plans@school.example" };
const mail = {
  _id: "k57mail" as Id<"outbox">,
  to: "parent@example.test",
  template: "invitation" as const,
  params: { organizationName: "Test District", invitedByName: "Ada" },
  url: "https://plans.example/invite/token",
  createdAt: 0,
};

describe("a message", () => {
  test("has headers that no name can break out of, whatever somebody calls themselves or their school", () => {
    const attack = "X\r\nBcc: everybody@elsewhere.example\r\n\r\n<script>\u2028Reply-To: a@b.example\u0000";
    const message = messageOf(
      {
        ...mail,
        to: `parent@example.test\nBcc: x@y.example`,
        params: { organizationName: attack, invitedByName: attack },
      },
      sender,
    );
    for (const line of [message.subject, message.from.name, message.to.address, message.messageId]) {
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
    expect(Object.keys(message.headers)).not.toContain("Bcc");
    expect(message.html).not.toContain("<script>");
  });

  test("comes in the organization's name from the deployment's address, and in its own name where there is none", () => {
    expect(messageOf(mail, sender).from).toEqual({ name: "Test District", address: "plans@school.example" });
    const reset = { ...mail, template: "passwordReset" as const, params: { name: "Ada" } };
    expect(messageOf(reset, sender).from.name).toBe("OpenIEP");
    expect(messageOf(reset, { ...sender, name: "" }).from.name).toBe("OpenIEP");
  });

  test("ends with the link, and has the same id at each attempt", () => {
    expect(messageOf(mail, sender).text).toMatch(/\n\nhttps:\/\/plans\.example\/invite\/token$/);
    expect(messageOf(mail, sender).messageId).toBe(messageOf({ ...mail }, sender).messageId);
  });
});

describe("the mail server", () => {
  const read = (SMTP_URL: string, MAIL_FROM = "plans@school.example") => {
    const setup = readMailSetup({ SMTP_URL, MAIL_FROM });
    return setup.kind === "ready" ? setup.server : setup;
  };

  test.each([
    ["smtps://mail.school.example", { port: 465, encryption: "implicit", auth: null }],
    ["smtp://mail.school.example", { port: 587, encryption: "required" }],
    ["smtp://127.0.0.2:25", { host: "127.0.0.2", port: 25, encryption: "none" }],
    ["smtp://localhost:25", { encryption: "none" }],
    ["smtp://[::1]:25/", { host: "::1", encryption: "none" }],
    ["smtp://localhost.school.example", { encryption: "required" }],
    ["smtp://127.0.0.1.school.example", { encryption: "required" }],
    [
      "smtps://me%40school.example:p%2F%40ss%25@mail.example",
      { auth: { user: "me@school.example", pass: "p/@ss%" } },
    ],
  ])("%s is read", (url, expected) => {
    expect(read(url)).toMatchObject(expected);
  });

  test.each([
    "mail.school.example",
    "https://mail.school.example",
    "smtp://",
    "smtp://user:100%@mail.school.example",
    "smtps://mail.school.example?tls.rejectUnauthorized=false",
    "smtps://mail.school.example/path",
  ])("%s is not: it says which variable is wrong, and never what stands in it", (url) => {
    expect(read(url)).toEqual({ kind: "unreadable", variable: "SMTP_URL" });
  });

  test("needs a sender", () => {
    for (const from of ["", "Plans", "a@b@c", "plans@school.example, x@y.example", "<plans@school.example"]) {
      expect(read("smtps://mail.example", from)).toEqual({ kind: "unreadable", variable: "MAIL_FROM" });
    }
    expect(read("smtps://mail.example", '"Plans of the school" <plans@school.example>')).toMatchObject({
      from: { name: "Plans of the school", address: "plans@school.example" },
    });
  });
});

test("what a server says is kept without the link of the mail and without our password, however it writes them", () => {
  const auth = { user: "openiep", pass: "plum orchard" };
  const written = [auth.pass, btoa(auth.pass), btoa(`\0${auth.user}\0${auth.pass}`)];
  for (const secret of [
    ...written,
    "https://plans.example/invite/abc",
    "HTTP://plans.example/reset-password?token=abc",
  ]) {
    const failure = {
      code: "EMESSAGE",
      command: "DATA",
      responseCode: 554,
      response: `554 Rejected\r\n554 ${secret} here`,
    };
    const { answer = "", reason, isFinal } = judge({ failure, to: mail.to, server: { auth } });
    expect({ reason, isFinal }).toEqual({ reason: "mailRefused", isFinal: true });
    expect(answer).toBe("554 Rejected 554 … here");
  }
  const long = judge({
    failure: { code: "EMESSAGE", response: "5".repeat(5000) },
    to: mail.to,
    server: { auth: null },
  });
  expect(long.answer).toHaveLength(200);
});

test("what is wrong with us is tried again, what is wrong with the mail is not", () => {
  const verdict = (command: string, responseCode: number, code = "EENVELOPE") => {
    const { reason, isFinal, isOfLine } = judge({
      ...{ failure: { code, command, responseCode }, to: mail.to, server: { auth: null } },
    });
    return [reason, isFinal, isOfLine];
  };
  expect(verdict("RCPT TO", 550)).toEqual(["recipientRefused", true, false]);
  expect(verdict("RCPT TO", 450)).toEqual(["toldToWait", false, false]);
  expect(verdict("RCPT TO", 503)).toEqual(["recipientRefused", false, false]);
  expect(verdict("MAIL FROM", 550)).toEqual(["senderRefused", false, false]);
  expect(verdict("DATA", 421, "EMESSAGE")).toEqual(["toldToWait", false, true]);
  const failure = { code: "EMESSAGE", command: "DATA", responseCode: 550 };
  const quota = { ...failure, response: "550 5.4.5 Daily user sending limit exceeded" };
  expect(judge({ failure: quota, to: mail.to, server: { auth: null } })).toMatchObject({
    ...{ reason: "toldToWait", isFinal: false, isOfLine: true },
  });
  expect(verdict("AUTH PLAIN", 535, "EAUTH")).toEqual(["signInRefused", false, true]);
});
