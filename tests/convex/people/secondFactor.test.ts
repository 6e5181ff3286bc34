import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { authRoutes, codeOf, cookiesAfter, EMAIL, PASSWORD } from "#tests/support/authRoutes.ts";
import { openConvexTest } from "#tests/support/convexTestBackend.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let t: ReturnType<typeof openConvexTest>;
let routes: ReturnType<typeof authRoutes>;
let cookie: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(new Date("2026-09-15T15:00:00Z"));
  vi.spyOn(console, "error").mockImplementation(() => {});
  t = openConvexTest();
  routes = authRoutes(t);
  cookie = cookiesAfter(await routes.signUp());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const mails = () =>
  t.run(async (ctx) => (await ctx.db.query("outbox").take(20)).map((mail) => mail.template));

/** Signs in with the password, and gives a code of either kind. */
async function enter(code: string, kind: "totp" | "backup-code" = "totp", trustDevice = false) {
  const asked = await routes.signIn();
  expect(await asked.clone().json()).toMatchObject({ twoFactorRedirect: true });
  const headers = { cookie: cookiesAfter(asked) };
  return await routes.post(`/two-factor/verify-${kind}`, { code, trustDevice }, headers);
}

describe("setting codes up", () => {
  test("asks for the password, and counts only when a code was given", async () => {
    const refused = await routes.post("/two-factor/enable", { password: "not the password" }, { cookie });
    expect(refused.status).toBe(400);
    await routes.post("/two-factor/enable", { password: PASSWORD }, { cookie });
    const ada = await routes.asOf(cookie);
    expect((await ada.query(api.people.me.get, {}))?.person.hasSecondFactor).toBe(false);
    expect((await (await routes.signIn()).json()).twoFactorRedirect).toBeUndefined();
  });

  test("is known beside the person as soon as the first code is right, and the session goes on", async () => {
    const { confirmed, backupCodes } = await routes.turnOnCodes(cookie);
    expect(confirmed.status).toBe(200);
    expect(new Set(backupCodes).size).toBe(10);
    const ada = await routes.asOf(cookiesAfter(confirmed));
    expect((await ada.query(api.people.me.get, {}))?.person.hasSecondFactor).toBe(true);
  });

  test("is taken back with the password, and a mail says so", async () => {
    const { confirmed } = await routes.turnOnCodes(cookie);
    const now = cookiesAfter(confirmed);
    const off = await routes.post("/two-factor/disable", { password: PASSWORD }, { cookie: now });
    expect(off.status).toBe(200);
    const ada = await routes.asOf(cookiesAfter(off));
    expect((await ada.query(api.people.me.get, {}))?.person.hasSecondFactor).toBe(false);
    expect(await mails()).toEqual(["secondFactorOff"]);
  });
});

test("codes that are on are set up by no other window: the app that has them goes on to sign in", async () => {
  const { confirmed, secret } = await routes.turnOnCodes(cookie);
  const headers = { cookie: cookiesAfter(confirmed) };
  const again = await routes.post("/two-factor/enable", { password: PASSWORD }, headers);
  expect([again.status, (await again.json()).code]).toEqual([409, "CODES_ON_ALREADY"]);
  later(MINUTE_MS);
  expect((await enter(await codeOf(secret))).status).toBe(200);
});

describe("signing in with codes", () => {
  test("opens no session before the code", async () => {
    await routes.turnOnCodes(cookie);
    const asked = await routes.signIn();
    const headers = { cookie: cookiesAfter(asked), origin: "http://localhost:4400" };
    expect((await t.fetch("/api/auth/convex/token", { headers })).status).toBe(401);
  });

  test("opens with the code of the app, once", async () => {
    const { secret } = await routes.turnOnCodes(cookie);
    later(MINUTE_MS);
    const code = await codeOf(secret);
    expect((await enter(code)).status).toBe(200);
    expect((await enter(code)).status).toBe(401);
    later(MINUTE_MS);
    expect((await enter(await codeOf(secret))).status).toBe(200);
  });

  test("opens with each backup code once", async () => {
    const { backupCodes } = await routes.turnOnCodes(cookie);
    const [first = "", second = ""] = backupCodes;
    expect((await enter(first, "backup-code")).status).toBe(200);
    later(10 * MINUTE_MS);
    expect((await enter(first, "backup-code")).status).toBe(401);
    expect((await enter(second, "backup-code")).status).toBe(200);
  });

  test("takes a backup code once when it arrives twice at the same moment", async () => {
    const { backupCodes } = await routes.turnOnCodes(cookie);
    const asked = [await routes.signIn(), await routes.signIn()];
    const answers = await Promise.all(
      asked.map((answer) =>
        routes.post(
          "/two-factor/verify-backup-code",
          { code: backupCodes[0] },
          { cookie: cookiesAfter(answer) },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const refused = await answers.find(({ status }) => status === 401)?.json();
    expect(refused?.code, "said of paper, not of an app and its clock").toBe("INVALID_BACKUP_CODE");
  });

  test("takes no old backup code once new ones are made", async () => {
    const { confirmed, backupCodes } = await routes.turnOnCodes(cookie);
    const headers = { cookie: cookiesAfter(confirmed) };
    const made = await routes.post("/two-factor/generate-backup-codes", { password: PASSWORD }, headers);
    const { backupCodes: fresh } = (await made.json()) as { backupCodes: string[] };
    expect((await enter(backupCodes[0] ?? "", "backup-code")).status).toBe(401);
    expect((await enter(fresh[0] ?? "", "backup-code")).status).toBe(200);
  });

  test("stops after ten wrong codes, in however many sign-ins, even with the right one", async () => {
    const { secret } = await routes.turnOnCodes(cookie);
    later(MINUTE_MS);
    const right = await codeOf(secret);
    for (let tries = 0; tries < 10; tries++) {
      const wrong = String((Number(right) + 1 + tries) % 1_000_000).padStart(6, "0");
      expect((await enter(wrong)).status).toBe(401);
    }
    expect((await enter(right)).status).toBe(429);
  });
});

describe("a browser that is trusted", () => {
  const trust = async () => {
    const { secret } = await routes.turnOnCodes(cookie);
    later(MINUTE_MS);
    return cookiesAfter(await enter(await codeOf(secret), "totp", true));
  };

  test("is not asked for a code, for thirty days", async () => {
    const trusted = await trust();
    const again = await routes.signIn(PASSWORD, EMAIL, { cookie: trusted });
    expect((await again.json()).twoFactorRedirect).toBeUndefined();
    later(31 * DAY_MS);
    const late = await routes.signIn(PASSWORD, EMAIL, { cookie: cookiesAfter(again) });
    expect(await late.json()).toMatchObject({ twoFactorRedirect: true });
  });

  test("is asked again once its person forgets all browsers", async () => {
    const trusted = await trust();
    const ada = await routes.asOf(trusted);
    expect(await ada.query(api.people.trustedBrowsers.count, {})).toBe(1);
    await ada.mutation(api.people.trustedBrowsers.forget, {});
    expect(await ada.query(api.people.trustedBrowsers.count, {})).toBe(0);
    const again = await routes.signIn(PASSWORD, EMAIL, { cookie: trusted });
    expect(await again.json()).toMatchObject({ twoFactorRedirect: true });
  });

  test("counts once, however often it signs in", async () => {
    const trusted = await trust();
    const again = await routes.signIn(PASSWORD, EMAIL, { cookie: trusted });
    const ada = await routes.asOf(cookiesAfter(again));
    expect(await ada.query(api.people.trustedBrowsers.count, {})).toBe(1);
  });

  test("is one of fifty at most, so that forgetting all of them forgets every one", async () => {
    const trusted = await trust();
    const authUserId = String((await routes.claimsOf(trusted)).sub);
    for (let n = 0; n < 55; n++) {
      const another = { authUserId, identifier: `another-${n}`, expiresAt: Date.now() + 40 * DAY_MS + n };
      await t.mutation(internal.people.trustedBrowsers.remember, another);
    }
    const ada = await routes.asOf(trusted);
    expect(await ada.query(api.people.trustedBrowsers.count, {})).toBe(50);
    const again = await routes.signIn(PASSWORD, EMAIL, { cookie: trusted });
    expect(await again.json()).toMatchObject({ twoFactorRedirect: true });
    await ada.mutation(api.people.trustedBrowsers.forget, {});
    expect(await t.run(async (ctx) => await ctx.db.query("trustedBrowsers").first())).toBeNull();
  });
});
