import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api, components, internal } from "#convex/_generated/api.js";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { LEASE_MS, PAUSES_MS } from "#convex/notifications/rules/delivery.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { MailServer } from "#tests/support/mailServer.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** From the transaction that writes a mail to a real mail server, and back. */

let t: ReturnType<typeof openConvexTest>;
let world: World;
let server: MailServer;
beforeEach(async () => {
  // What could not be sent is written to the deployment's log, which a person running tests need not read.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  server = await MailServer.open();
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const DAY_MS = 24 * 60 * 60 * 1000;
const TO = "teacher@example.test";
function setUp(url = server.url) {
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", "OpenIEP <plans@school.example>");
}
const later = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
const invite = (email = TO, { administrator, organizationId } = world) =>
  administrator.mutation(api.organizations.invitations.send, { organizationId, email, role: "teacher" });
const begin = () => t.mutation(internal.notifications.sending.begin, {});
const mails = ({ administrator, organizationId } = world) =>
  administrator.query(api.notifications.outbox.list, { organizationId });
const row = (to = TO): Promise<Doc<"outbox">> =>
  t.run(async (ctx) => {
    const rows = await ctx.db.query("outbox").withIndex("by_created").order("desc").take(200);
    return rows.find((mail) => mail.to === to) as Doc<"outbox">;
  });
const change = (fields: Partial<Doc<"outbox">>, to = TO) =>
  row(to).then(({ _id }) => t.run(async (ctx) => await ctx.db.patch("outbox", _id, fields)));
const comesTo = (state: Doc<"outbox">["state"], to = TO) =>
  settled(
    () => row(to),
    (mail) => mail.state === state,
  ).then((mail) => {
    expect(mail.state).toBe(state);
    return mail;
  });
const tryAgain = (mailId?: Id<"outbox">) =>
  world.administrator.mutation(api.notifications.outbox.tryAgain, {
    organizationId: world.organizationId,
    ...(mailId && { mailId }),
  });

describe("a mail", () => {
  test("leaves by itself when it is written, and everybody who looks after it sees that it has", async () => {
    setUp();
    await invite();
    await comesTo("sent");
    expect(server.to(TO)[0]?.source).toContain("/invite/");
    expect((await mails())[0]?.delivery).toMatchObject({ state: "sent", reason: null, mayAskAgain: false });
    const { administrator, organizationId } = world;
    const [invitation] = await administrator.query(api.organizations.invitations.list, { organizationId });
    expect(invitation?.delivery).toMatchObject({ state: "sent", sentAt: expect.any(Number) });
  });

  test("that the server takes at the second try arrives once, and says when it will be tried", async () => {
    setUp();
    server.answer = () => ({ code: 451, words: "4.7.1 Come back later" });
    await invite();
    const { dueAt = 0 } = await comesTo("failed");
    expect(dueAt).toBeGreaterThan(Date.now());
    expect((await mails())[0]?.delivery).toMatchObject({
      ...{ state: "failed", nextTryAt: dueAt, reason: "toldToWait", mayAskAgain: true },
      answer: expect.stringContaining("Come back later"),
    });
    await begin();
    server.answer = () => undefined;
    later(PAUSES_MS[0] ?? 0);
    await begin();
    await comesTo("sent");
    expect(server.to(TO)).toHaveLength(1);
    expect(server.named).toEqual([TO, TO]);
  });

  test("that is refused for good is given up at once: administrators are told, and may have it tried again", async () => {
    setUp();
    server.answer = () => ({
      code: 550,
      words: "5.1.1 Nobody here, see https://plans.example/invite/secret",
    });
    await Promise.all([invite(), invite("other@example.test")]);
    const { _id: mailId, answer = "" } = await comesTo("givenUp");
    await comesTo("givenUp", "other@example.test");
    expect(answer).toMatch(/^550 5.1.1 Nobody here/);
    expect(answer).not.toContain("secret");
    const alerts = await world.administrator.query(api.notifications.alerts.list, {});
    expect(alerts.map(({ kind }) => kind)).toEqual(["mailGivenUp"]);
    const { administrator, organizationId } = world;
    expect(await administrator.query(api.notifications.outbox.standing, { organizationId })).toEqual({
      ...{ sending: "ready", variable: null, givenUp: 2 },
    });
    server.answer = () => undefined;
    expect(await tryAgain(mailId)).toBe(1);
    await comesTo("sent");
    expect(await tryAgain()).toBe(1);
    await comesTo("sent", "other@example.test");
    await expectRefusal(tryAgain(mailId), "mail_not_waiting");
  });

  test("whose sender died is taken up when its lease has run out, under the same Message-ID", async () => {
    setUp();
    await invite();
    await comesTo("sent");
    // As a process leaves it that dies between the server's answer and writing it down.
    await change({ state: "sending", dueAt: Date.now() + LEASE_MS, sentAt: undefined });
    await begin();
    expect((await row()).attempts).toBe(1);
    later(LEASE_MS);
    await begin();
    await comesTo("sent");
    const ids = server.to(TO).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe("where mail is not set up", () => {
  test("it waits; what still holds when it is set up leaves then, what is too old never", async () => {
    await invite();
    await invite("long.ago@example.test");
    await change({ createdAt: Date.now() - 8 * DAY_MS }, "long.ago@example.test");
    await begin();
    expect((await mails())[1]?.delivery).toMatchObject({ state: "kept", mayAskAgain: false });
    await expectRefusal(tryAgain(), "mail_not_set_up");
    setUp();
    await begin();
    await comesTo("sent");
    await comesTo("dropped", "long.ago@example.test");
    expect(server.named).toEqual([TO]);
  });

  test("a sample sends nothing, whatever else is set", async () => {
    setUp();
    vi.stubEnv("SAMPLE_MODE", "1");
    await invite();
    await begin();
    expect(await row()).toMatchObject({ state: "waiting" });
    expect(server.connections).toBe(0);
  });

  test("a setting that cannot be read is named", async () => {
    setUp("mail.school.example");
    const { administrator, organizationId } = world;
    const standing = () => administrator.query(api.notifications.outbox.standing, { organizationId });
    expect(await standing()).toMatchObject({ sending: "unreadable", variable: "SMTP_URL" });
    vi.stubEnv("SMTP_URL", server.url);
    vi.stubEnv("MAIL_FROM", "Plans of the school");
    expect(await standing()).toMatchObject({ sending: "unreadable", variable: "MAIL_FROM" });
  });
});

describe("a mail is not sent any more", () => {
  /** Written while nothing sends it, and then something happens. */
  const isDropped = async (to = TO) => {
    setUp();
    await begin();
    await comesTo("dropped", to);
    expect(server.named).toEqual([]);
  };

  test("when its invitation was taken back, or sent again under another link", async () => {
    const invitationId = await invite();
    const { _id: first } = await row();
    const { administrator, organizationId } = world;
    await administrator.mutation(api.organizations.invitations.resend, { organizationId, invitationId });
    await administrator.mutation(api.organizations.invitations.revoke, { organizationId, invitationId });
    await isDropped();
    expect((await t.run((ctx) => ctx.db.get("outbox", first)))?.state).toBe("dropped");
  });

  test("when its invitation was accepted", async () => {
    const { email } = await world.aMember("teacher");
    await isDropped(email);
  });

  test("when a password reset was used, or is half an hour old", async () => {
    const now = Date.now();
    const data = { identifier: "reset-password:open", value: "ada", createdAt: now, updatedAt: now };
    await t.run(async (ctx) => {
      const input = { model: "verification" as const, data: { ...data, expiresAt: now + DAY_MS } };
      await ctx.runMutation(components.betterAuth.adapter.create, { input });
    });
    const reset = (to: string, token: string) =>
      t.mutation(internal.notifications.deliver.passwordReset, {
        ...{ to, name: "Ada", url: `http://localhost/reset-password?token=${token}` },
      });
    await reset("late@example.test", "open");
    await change({ createdAt: now - 30 * 60_000 }, "late@example.test");
    await reset(TO, "used");
    await isDropped();
    await comesTo("dropped", "late@example.test");
    await reset("ada@example.test", "open");
    await comesTo("sent", "ada@example.test");
  });

  test("when its link has run out", async () => {
    await invite();
    await change({ createdAt: Date.now() - 8 * DAY_MS });
    await t.mutation(internal.notifications.deliver.clearOldLinks, {});
    expect(await row()).toMatchObject({ state: "dropped", hasLink: false });
    await isDropped();
  });

  test("when its organization was archived", async () => {
    await invite();
    await t.run((ctx) => ctx.db.patch("organizations", world.organizationId, { archivedAt: Date.now() }));
    await isDropped();
  });
});

test("no mail has two senders, however often they are called, eight are on their way, and each leaves once", async () => {
  setUp();
  const addresses = Array.from({ length: 12 }, (_, n) => `teacher-${n}@example.test`);
  await world.administrator.mutation(api.organizations.invitations.sendMany, {
    ...{ organizationId: world.organizationId, emails: addresses, role: "teacher" },
  });
  server.delayMs = 100;
  await Promise.all(Array.from({ length: 8 }, begin));
  const onTheirWay = await t.run(async (ctx) => {
    const rows = ctx.db.query("outbox").withIndex("by_state_and_due", (q) => q.eq("state", "sending"));
    return (await rows.take(20)).length;
  });
  expect(onTheirWay).toBeLessThanOrEqual(8);
  server.delayMs = 0;
  for (const to of addresses) await comesTo("sent", to);
  expect(server.arrived.map(({ to }) => to).sort()).toEqual([...addresses].sort());
});

test("a password reset overtakes the invitations of a whole district", async () => {
  await world.administrator.mutation(api.organizations.invitations.sendMany, {
    organizationId: world.organizationId,
    emails: Array.from({ length: 12 }, (_, n) => `teacher-${n}@example.test`),
    role: "teacher",
  });
  await t.mutation(internal.notifications.deliver.passwordReset, {
    ...{ to: TO, name: "Ada", url: "http://localhost/reset-password?token=open" },
  });
  setUp();
  await begin();
  expect((await row()).state).not.toBe("waiting");
  await settled(
    () => row("teacher-11@example.test"),
    ({ state }) => state === "sent",
  );
});

test("where the server cannot be reached, two mails of a batch are tried and the others only wait", async () => {
  const { url } = server;
  await server.close();
  const addresses = Array.from({ length: 5 }, (_, n) => `teacher-${n}@example.test`);
  for (const to of addresses) await invite(to);
  setUp(url);
  await begin();
  for (const to of addresses.slice(0, 2)) await comesTo("failed", to);
  for (const to of addresses.slice(2)) expect(await comesTo("waiting", to)).toMatchObject({ attempts: 0 });
  server = await MailServer.open();
});

test("nobody of another organization sees a mail or has it tried again, and nobody a password reset", async () => {
  setUp();
  server.answer = () => ({ code: 550, words: "5.1.1 Nobody here" });
  await invite();
  await t.mutation(internal.notifications.deliver.passwordReset, {
    ...{ to: "ada@example.test", name: "Ada", url: "http://localhost/reset-password?token=secret" },
  });
  const { _id: mailId } = await comesTo("givenUp");
  const { _id: resetId } = await row("ada@example.test");
  const elsewhere = await aWorld(world.backend);
  const { administrator, organizationId } = elsewhere;
  const tryThere = (id: Id<"outbox">) =>
    administrator.mutation(api.notifications.outbox.tryAgain, { organizationId, mailId: id });
  await expectRefusal(tryThere(mailId), "not_found");
  await expectRefusal(tryThere(resetId), "not_found");
  await expectRefusal(tryAgain(resetId), "not_found");
  expect(await mails(elsewhere)).toEqual([]);
  const listed = await administrator.query(api.notifications.outbox.standing, { organizationId });
  expect(listed.givenUp).toBe(0);
});
