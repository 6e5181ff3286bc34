import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Caller } from "#tests/support/backend.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { settled } from "#tests/support/settled.ts";
import { aVisitor, aWorld, type World } from "#tests/support/world.ts";

let t: ReturnType<typeof openConvexTest>;
let world: World;
beforeEach(async () => {
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
  await world.aMember("teacher");
  await t.mutation(internal.notifications.deliver.passwordReset, {
    to: "ada@example.test",
    name: "Ada",
    url: "http://localhost/reset-password?token=secret",
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const subjectsSeenBy = async (who: Caller, args: { organizationId?: World["organizationId"] } = {}) =>
  (await who.query(api.notifications.outbox.list, args)).map(({ subject }) => subject);

const INVITATION = "Ada Administrator invites you to Test District on OpenIEP";
const RESET = "Choose a new OpenIEP password";

describe("in sample mode, where no mail leaves the machine", () => {
  test("everybody reads all mail, newest first", async () => {
    vi.stubEnv("SAMPLE_MODE", "1");
    expect(await subjectsSeenBy(world.backend.stranger)).toEqual([RESET, INVITATION]);
  });
});

describe("otherwise", () => {
  test("a stranger reads nothing", async () => {
    expect(await subjectsSeenBy(world.backend.stranger)).toEqual([]);
    const { organizationId } = world;
    await expectRefusal(subjectsSeenBy(world.backend.stranger, { organizationId }), "not_signed_in");
  });

  test("an administrator reads the organization's mail, and never a password reset", async () => {
    const { administrator, organizationId } = world;
    expect(await subjectsSeenBy(administrator, { organizationId })).toEqual([INVITATION]);
  });

  test("no other member, and no administrator of elsewhere, reads it", async () => {
    const { organizationId } = world;
    const elsewhere = await aWorld(world.backend);
    await expectRefusal(
      subjectsSeenBy(await world.aMember("caseManager"), { organizationId }),
      "not_allowed",
    );
    await expectRefusal(subjectsSeenBy(elsewhere.administrator, { organizationId }), "not_found");
    await expectRefusal(subjectsSeenBy(await aVisitor(world.backend), { organizationId }), "not_found");
  });
});

test("links are cleared when they have run out, the mails stay", async () => {
  const sentLongAgo = Date.now() - 8 * 24 * 60 * 60 * 1000;
  await t.run(async (ctx) => {
    const [oldest] = await ctx.db.query("outbox").withIndex("by_created").take(1);
    if (oldest) await ctx.db.patch("outbox", oldest._id, { createdAt: sentLongAgo });
  });
  await t.mutation(internal.notifications.deliver.clearOldLinks, {});
  const mails = await t.run(async (ctx) => await ctx.db.query("outbox").withIndex("by_created").take(10));
  expect(mails.map(({ url }) => url !== undefined)).toEqual([false, true]);
});

test("links that have run out are cleared however many they are", async () => {
  const createdAt = Date.now() - 8 * 24 * 60 * 60 * 1000;
  await t.run(async (ctx) => {
    for (let n = 0; n < 450; n++) {
      const mail = { to: `parent-${n}@example.test`, template: "invitation" as const, params: {} };
      await ctx.db.insert("outbox", {
        ...mail,
        url: `http://localhost/invite/${n}`,
        hasLink: true,
        createdAt,
      });
    }
  });
  await t.mutation(internal.notifications.deliver.clearOldLinks, {});
  const linked = () =>
    t.run(async (ctx) => {
      const rows = ctx.db.query("outbox").withIndex("by_link_and_created", (q) => q.eq("hasLink", true));
      return (await rows.take(500)).length;
    });
  expect(await settled(linked, (count) => count === 2)).toBe(2);
});
