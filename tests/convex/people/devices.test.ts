import { beforeEach, describe, expect, test } from "vitest";
import { api, components } from "#convex/_generated/api.js";
import { authRoutes, cookiesAfter, PASSWORD } from "#tests/support/authRoutes.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aVisitor, aWorld } from "#tests/support/world.ts";

const laptop = {
  "user-agent": "Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
};
const phone = {
  "user-agent":
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1",
  "x-forwarded-for": "203.0.113.9",
};

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
beforeEach(() => {
  t = openConvexTest();
  routes = authRoutes(t);
});

async function onTwoDevices() {
  const onLaptop = await routes.asOf(cookiesAfter(await routes.signUp(undefined, undefined, laptop)));
  const cookie = cookiesAfter(await routes.signIn(undefined, undefined, phone));
  return { onLaptop, onPhone: await routes.asOf(cookie), cookie };
}

describe("a person's devices", () => {
  test("are listed with this one first, in words that a person knows", async () => {
    const { onLaptop } = await onTwoDevices();
    const listed = await onLaptop.query(api.people.devices.list, {});
    expect(listed).toMatchObject([
      { isThis: true, browser: "Chrome", system: "ChromeOS", kind: "computer" },
      { isThis: false, browser: "Safari", system: "iPhone", kind: "phone", ipAddress: "203.0.113.9" },
    ]);
  });

  test("are signed out one by one", async () => {
    const { onLaptop, onPhone } = await onTwoDevices();
    const [, other] = await onLaptop.query(api.people.devices.list, {});
    await onLaptop.mutation(api.people.devices.revoke, { deviceId: other?.deviceId ?? "" });
    expect(await onPhone.query(api.people.me.get, {})).toBeNull();
    await expectRefusal(onPhone.query(api.people.devices.list, {}), "not_signed_in");
    expect(await onLaptop.query(api.people.devices.list, {})).toHaveLength(1);
  });

  test("are signed out all at once, but for this one", async () => {
    const { onLaptop, onPhone } = await onTwoDevices();
    expect(await onLaptop.mutation(api.people.devices.revokeOthers, {})).toBe(1);
    expect(await onPhone.query(api.people.me.get, {})).toBeNull();
    expect(await onLaptop.query(api.people.me.get, {})).not.toBeNull();
  });

  test("of somebody else are not found", async () => {
    const { onLaptop } = await onTwoDevices();
    const [device] = await onLaptop.query(api.people.devices.list, {});
    const eve = await routes.asOf(cookiesAfter(await routes.signUp("eve@example.test")));
    const revoking = eve.mutation(api.people.devices.revoke, { deviceId: device?.deviceId ?? "" });
    await expectRefusal(revoking, "not_found");
    expect(await onLaptop.query(api.people.me.get, {})).not.toBeNull();
  });
});

describe("somebody who has signed in a hundred times and more", () => {
  const DAY = 24 * 60 * 60 * 1000;

  /** Sessions as better-auth writes them: `count` of them begun one after the other, the last of them `days` ago. */
  async function begun(authUserId: string, count: number, days: number) {
    await t.run(async (ctx) => {
      for (let n = count; n > 0; n--) {
        const createdAt = Date.now() - days * DAY - n * 1000;
        const times = { createdAt, updatedAt: createdAt, expiresAt: createdAt + 7 * DAY };
        const data = { token: crypto.randomUUID(), userId: authUserId, ...times };
        await ctx.runMutation(components.betterAuth.adapter.create, { input: { model: "session", data } });
      }
    });
  }
  const rowsOf = (authUserId: string) =>
    t.run(async (ctx) => {
      const rows = await ctx.runQuery(components.betterAuth.adapter.findMany, {
        model: "session",
        where: [{ field: "userId", value: authUserId }],
        paginationOpts: { numItems: 1000, cursor: null },
      });
      return rows.page.length;
    });
  async function anAccount() {
    const cookie = cookiesAfter(await routes.signUp());
    return { me: await routes.asOf(cookie), authUserId: String((await routes.claimsOf(cookie)).sub) };
  }

  test("is signed out everywhere, and no session behind the hundredth stays open", async () => {
    const { me, authUserId } = await anAccount();
    await begun(authUserId, 130, 1);
    const last = await routes.asOf(cookiesAfter(await routes.signIn()));
    expect(await last.mutation(api.people.devices.revokeOthers, {})).toBe(99);
    expect(await last.query(api.people.devices.list, {})).toHaveLength(1);
    expect(await me.query(api.people.me.get, {})).toBeNull();
    expect(await rowsOf(authUserId)).toBe(1);
  });

  test("sees where they are signed in now, whatever has run out long ago", async () => {
    const { authUserId } = await anAccount();
    await begun(authUserId, 120, 30);
    const now = await routes.asOf(cookiesAfter(await routes.signIn(undefined, undefined, phone)));
    expect(await now.query(api.people.devices.list, {})).toMatchObject([
      { isThis: true, system: "iPhone" },
      { isThis: false },
    ]);
    expect(await rowsOf(authUserId)).toBe(2);
  });

  test("is signed out where they signed in first, when there is room for no more", async () => {
    const { me, authUserId } = await anAccount();
    await begun(authUserId, 99, 1);
    await routes.signIn();
    expect(await me.query(api.people.me.get, {})).not.toBeNull();
    expect(await rowsOf(authUserId)).toBe(100);
  });
});

describe("an administrator", () => {
  test("signs a member out everywhere, also one with more sessions than a page of them holds", async () => {
    const world = await aWorld(convexTestBackend(t));
    const { organizationId, administrator } = world;
    const teacher = await world.aMember("teacher");
    const { personId } = teacher;
    await t.run(async (ctx) => {
      const userId = String((await ctx.db.get("people", personId))?.authUserId);
      for (let n = 0; n < 120; n++) {
        const times = { createdAt: 0, updatedAt: 0, expiresAt: Date.now() + 60_000 };
        const data = { token: crypto.randomUUID(), userId, ...times };
        await ctx.runMutation(components.betterAuth.adapter.create, { input: { model: "session", data } });
      }
    });
    const ending = { organizationId, personId, reason: "Signed in everywhere" };
    expect(await administrator.mutation(api.people.devices.endAll, ending)).toBe(121);
    expect(await teacher.query(api.people.me.get, {})).toBeNull();
  });

  test("signs a member out everywhere, with a reason that stands in the audit trail", async () => {
    const world = await aWorld(convexTestBackend(t));
    const { organizationId, administrator } = world;
    const teacher = await world.aMember("teacher");
    const { personId } = teacher;
    const ending = { organizationId, personId, reason: "Her bag was stolen" };
    expect(await administrator.mutation(api.people.devices.endAll, ending)).toBe(1);
    expect(await teacher.query(api.people.me.get, {})).toBeNull();
    const entries = await t.run(async (ctx) => await ctx.db.query("auditEntries").order("desc").take(1));
    expect(entries[0]).toMatchObject({ permission: "people.endSessions" });
    expect(entries[0]?.summary).toContain("Her bag was stolen");
  });

  test("says why, and finds only people of the own organization", async () => {
    const world = await aWorld(convexTestBackend(t));
    const { organizationId, administrator } = world;
    const { personId } = await aVisitor(world.backend);
    const end = (reason: string) =>
      administrator.mutation(api.people.devices.endAll, { organizationId, personId, reason });
    await expectRefusal(end("  "), "required", "reason");
    await expectRefusal(end("Somebody else's colleague"), "not_found");
  });
});

describe("a locked screen", () => {
  test("is nobody's to every function, until its password is given again", async () => {
    const { onLaptop, onPhone, cookie } = await onTwoDevices();
    await onPhone.mutation(api.people.lock.engage, {});
    expect(await onPhone.query(api.people.me.get, {})).toBeNull();
    expect(await onPhone.query(api.people.lock.get, {})).toMatchObject({ isLocked: true, hasPassword: true });
    await expectRefusal(onPhone.query(api.people.deviceKeys.list, {}), "not_signed_in");
    expect(await onLaptop.query(api.people.me.get, {})).not.toBeNull();

    expect((await routes.post("/unlock", { password: "not the password" }, { cookie })).status).toBe(400);
    expect(await onPhone.query(api.people.me.get, {})).toBeNull();
    expect((await routes.post("/unlock", { password: PASSWORD }, { cookie })).status).toBe(200);
    expect(await onPhone.query(api.people.me.get, {})).not.toBeNull();
  });

  test("stays open when a tab tells late that it had locked before the password was given", async () => {
    const { onPhone, cookie } = await onTwoDevices();
    const before = (await onPhone.query(api.people.lock.get, {}))?.provenAt ?? null;
    await onPhone.mutation(api.people.lock.engage, { provenAt: before });
    await routes.post("/unlock", { password: PASSWORD }, { cookie });
    await onPhone.mutation(api.people.lock.engage, { provenAt: before });
    const open = await onPhone.query(api.people.lock.get, {});
    expect(open).toMatchObject({ isLocked: false });

    await onPhone.mutation(api.people.lock.engage, { provenAt: open?.provenAt ?? null });
    expect(await onPhone.query(api.people.lock.get, {})).toMatchObject({ isLocked: true });
  });

  test("stops after ten wrong passwords, even with the right one", async () => {
    const { onPhone, cookie } = await onTwoDevices();
    await onPhone.mutation(api.people.lock.engage, {});
    for (let tries = 0; tries < 10; tries++) {
      expect((await routes.post("/unlock", { password: "not the password" }, { cookie })).status).toBe(400);
    }
    expect((await routes.post("/unlock", { password: PASSWORD }, { cookie })).status).toBe(429);
  });
});

test("the keys of a person's devices are their own, and the same wherever they sign in", async () => {
  const { onLaptop, onPhone } = await onTwoDevices();
  const eve = await routes.asOf(cookiesAfter(await routes.signUp("eve@example.test")));
  const [here, there, hers] = await Promise.all(
    [onLaptop, onPhone, eve].map(async (who) => {
      const [first] = await who.query(api.people.deviceKeys.list, {});
      return [...new Uint8Array(first?.key ?? new ArrayBuffer(0))];
    }),
  );
  expect(here).toHaveLength(32);
  expect(here).toEqual(there);
  expect(here).not.toEqual(hers);
});
